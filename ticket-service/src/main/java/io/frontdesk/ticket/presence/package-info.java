/** Who of the staff reads or answers a ticket now. */
@NullMarked
package io.frontdesk.ticket.presence;

import org.jspecify.annotations.NullMarked;
