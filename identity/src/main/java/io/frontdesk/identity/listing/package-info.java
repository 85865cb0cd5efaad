/** How lists are asked for: spans of time, and where a page ended; the same in every service. */
@NullMarked
package io.frontdesk.identity.listing;

import org.jspecify.annotations.NullMarked;
