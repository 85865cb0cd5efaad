/** The list of tickets. */
@NullMarked
package io.frontdesk.ticket.listing;

import org.jspecify.annotations.NullMarked;
