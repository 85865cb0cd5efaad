/** Finds tickets by what they say, and by whom and what they are about. */
@NullMarked
package io.frontdesk.ticket.search;

import org.jspecify.annotations.NullMarked;
