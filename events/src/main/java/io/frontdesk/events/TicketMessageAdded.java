package io.frontdesk.events;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param mail the mail that brought the message, if it was one */
public record TicketMessageAdded(Actor actor, Message message, TicketSnapshot ticket, @Nullable MailOrigin mail)
		implements
			TicketEvent {

	@Override
	public String topic() {
		return Topics.TICKET_MESSAGE_ADDED;
	}

	/** @param body plain text; null for a note, which never leaves the house */
	public record Message(UUID id, MessageKind kind, Person author, @Nullable String body, Instant sentAt) {}

}
