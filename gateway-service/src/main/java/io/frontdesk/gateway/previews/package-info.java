/** What two services make together. */
@NullMarked
package io.frontdesk.gateway.previews;

import org.jspecify.annotations.NullMarked;
