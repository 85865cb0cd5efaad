/** Each mail in and out of a ticket: why it came, and what became of it. */
@NullMarked
package io.frontdesk.ticket.trail;

import org.jspecify.annotations.NullMarked;
