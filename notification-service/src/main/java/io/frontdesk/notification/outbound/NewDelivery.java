package io.frontdesk.notification.outbound;

import java.util.List;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.TicketSnapshot;

/** A mail to a ticket's requester, about the ticket as it is now. */
public record NewDelivery(Kind kind, TicketSnapshot ticket, String subject, String body, List<String> cc,
		List<StoredFile> files) {

	String recipient() {
		return this.ticket.requester().email();
	}

}
