/** What becomes of a mail: a new ticket, or part of one. */
@NullMarked
package io.frontdesk.ticket.intake;

import org.jspecify.annotations.NullMarked;
