package io.frontdesk.ticket.lifecycle;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketStatus;

/**
 * What somebody wants to be different; null leaves a field alone.
 *
 * @param version the version that the wish is based on; null if the caller doesn't mind
 */
public record TicketChange(@Nullable TicketStatus status, @Nullable Priority priority, @Nullable String subject,
		@Nullable Long version) {

	public static TicketChange status(TicketStatus status) {
		return new TicketChange(status, null, null, null);
	}

	boolean isStatusOnly() {
		return this.priority == null && this.subject == null;
	}

}
