package io.frontdesk.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailReceived.StoredFile;

/** @param mail the mail that brought the message, if it was one */
public record TicketMessageAdded(Actor actor, Message message, TicketSnapshot ticket, @Nullable MailOrigin mail)
		implements
			TicketEvent {

	@Override
	public String topic() {
		return Topics.TICKET_MESSAGE_ADDED;
	}

	/**
	 * @param body plain text, of a mail what its author wrote; null for a note, which never leaves the house
	 * @param html the same, sanitised, where it was formatted; null for a note, and for a mail: mail-received has its
	 * @param cc further addresses that the message goes to, or went to if it is a mail
	 * @param attachments none for a note
	 */
	public record Message(UUID id, MessageKind kind, Person author, @Nullable String body,
			@Nullable String html, List<String> cc, List<StoredFile> attachments, Instant sentAt) {}

}
