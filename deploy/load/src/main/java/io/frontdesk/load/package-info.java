/** How fast Frontdesk is, and how much it bears. */
@NullMarked
package io.frontdesk.load;

import org.jspecify.annotations.NullMarked;
