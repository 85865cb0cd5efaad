package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.ticket.trail.Delivery;

/**
 * @param body of a mail, what its author wrote
 * @param hasQuoted whether the mail says more than its author wrote, such as quoted history
 * @param heldUntil when a reply is sent that can still be taken back
 * @param delivery what became of a reply, for staff; null for what was not mailed
 * @param verified whether it is its author's: false where only the From of a mail says so
 * @param closing what becomes of the ticket that is to be closed with a reply, for staff; null if it is not to be
 */
public record Message(UUID id, MessageKind kind, Person author, String body, boolean hasQuoted, boolean hasHtml,
		List<String> cc, List<Attachment> attachments, Instant sentAt, @Nullable Instant heldUntil,
		@Nullable Delivery delivery, boolean verified, @Nullable Closing closing) {

	/**
	 * @param size in bytes
	 * @param inline whether the message's HTML shows it
	 */
	public record Attachment(UUID id, String filename, String contentType, long size, boolean inline) {}

}
