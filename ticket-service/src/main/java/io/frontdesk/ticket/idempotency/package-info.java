/** A request that is sent again does nothing a second time. */
@NullMarked
package io.frontdesk.ticket.idempotency;

import org.jspecify.annotations.NullMarked;
