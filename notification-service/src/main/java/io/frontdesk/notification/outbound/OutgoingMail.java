package io.frontdesk.notification.outbound;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailReceived.StoredFile;

/** A mail as it is handed to a mail server. */
public record OutgoingMail(Kind kind, long ticket, String recipient, String subject, String body, String messageId,
		@Nullable String inReplyTo, List<String> cc, List<StoredFile> files) {

	public boolean isAutomatic() {
		return this.kind != Kind.REPLY;
	}

	/** The value of Auto-Submitted, RFC 3834 §5. */
	public String autoSubmitted() {
		return this.kind.autoSubmitted();
	}

}
