package io.frontdesk.events;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * @param mail the mail that raised the ticket, if it was one
 * @param from whose the words are that it was raised with; null, in events of before this was told, for the client's
 * @param confirm false where whoever raised it wanted its requester to get no confirmation; null, in events of before this
 *        was told, for true
 */
public record TicketCreated(Actor actor, TicketSnapshot ticket, @Nullable MailOrigin mail, @Nullable MessageKind from,
		@Nullable Boolean confirm) implements TicketEvent {

	/** With a client's words, which are confirmed to them. */
	public TicketCreated(Actor actor, TicketSnapshot ticket, @Nullable MailOrigin mail) {
		this(actor, ticket, mail, MessageKind.CLIENT, true);
	}

	/** Whether a reply tells the requester of the ticket, which no confirmation needs to do then. */
	public boolean opensWithReply() {
		return this.from == MessageKind.REPLY;
	}

	/** Whether its requester may be told of it. */
	public boolean confirms() {
		return Objects.requireNonNullElse(this.confirm, true);
	}

	@Override
	public String topic() {
		return Topics.TICKET_CREATED;
	}

}
