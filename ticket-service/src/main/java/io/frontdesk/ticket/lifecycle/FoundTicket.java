package io.frontdesk.ticket.lifecycle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.ticket.sight.PublicTicket;

/** A ticket, with what no event tells of it. */
public record FoundTicket(TicketSnapshot ticket, @Nullable Instant firstReplyAt, long publicVersion) {

	public static FoundTicket raised(TicketSnapshot ticket) {
		return new FoundTicket(ticket, null, 0);
	}

	PublicTicket shownToClients() {
		return new PublicTicket(this.ticket.id(), this.ticket.subject(), this.ticket.message(), this.ticket.requester(),
				this.ticket.company(), this.ticket.project(), this.ticket.task(), this.ticket.status(),
				this.ticket.priority(), this.ticket.requestTime(), this.firstReplyAt, this.ticket.responseTime(),
				this.ticket.waitingOn(), this.ticket.source(), this.ticket.active(), this.publicVersion);
	}

}
