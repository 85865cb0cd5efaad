package io.frontdesk.notification.outbound;

import io.frontdesk.events.TicketSnapshot;

/** A mail to a ticket's requester, about the ticket as it is now. */
public record NewDelivery(Kind kind, TicketSnapshot ticket, String subject, String body) {

	String recipient() {
		return this.ticket.requester().email();
	}

}
