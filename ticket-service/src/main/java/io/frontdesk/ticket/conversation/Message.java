package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;

/** @param heldUntil when a reply is sent that can still be taken back */
public record Message(UUID id, MessageKind kind, Person author, String body, boolean hasHtml, List<String> cc,
		List<Attachment> attachments, Instant sentAt, @Nullable Instant heldUntil) {

	Message with(List<Attachment> files) {
		return new Message(this.id, this.kind, this.author, this.body, this.hasHtml, this.cc, files, this.sentAt,
				this.heldUntil);
	}

	/** @param size in bytes */
	public record Attachment(UUID id, String filename, String contentType, long size) {}

}
