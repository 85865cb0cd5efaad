/** Pages of lists, by keyset. */
@NullMarked
package io.frontdesk.org.listing;

import org.jspecify.annotations.NullMarked;
