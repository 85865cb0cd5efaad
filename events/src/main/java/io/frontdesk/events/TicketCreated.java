package io.frontdesk.events;

import org.jspecify.annotations.Nullable;

/** @param mail the mail that raised the ticket, if it was one */
public record TicketCreated(Actor actor, TicketSnapshot ticket, @Nullable MailOrigin mail) implements TicketEvent {

	@Override
	public String topic() {
		return Topics.TICKET_CREATED;
	}

}
