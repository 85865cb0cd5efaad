package io.frontdesk.ticket.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A message, and the ticket that it goes to. */
public record TicketMessage(UUID id, long ticket, NewMessage message) {

	public TicketMessage(long ticket, NewMessage message) {
		this(UUID.randomUUID(), ticket, message);
	}

	/** Message-ID of the mail that brought it, if one did. */
	@Nullable
	String mailId() {
		var origin = this.message.origin();
		return (origin != null) ? origin.messageId() : null;
	}

}
