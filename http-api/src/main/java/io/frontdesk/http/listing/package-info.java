/** How lists are asked for: spans of time, and where a page ended; the same in every service. */
@NullMarked
package io.frontdesk.http.listing;

import org.jspecify.annotations.NullMarked;
