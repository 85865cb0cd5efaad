package io.frontdesk.notification.outbound;

import org.jspecify.annotations.Nullable;

/** A mail as it is handed to a mail server. */
public record OutgoingMail(Kind kind, long ticket, String recipient, String subject, String body, String messageId,
		@Nullable String inReplyTo) {

	/** The value of Auto-Submitted, RFC 3834 §5. */
	public String autoSubmitted() {
		return this.kind.autoSubmitted();
	}

}
