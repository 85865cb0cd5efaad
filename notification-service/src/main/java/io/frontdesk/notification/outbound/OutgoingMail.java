package io.frontdesk.notification.outbound;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailReceived.StoredFile;

/**
 * A mail as it is handed to a mail server.
 *
 * @param html null for a mail of plain text only
 * @param references oldest first
 */
public record OutgoingMail(Kind kind, long ticket, String recipient, String to, List<String> cc, String subject,
		String text, @Nullable String html, String messageId, @Nullable String inReplyTo, List<String> references,
		List<StoredFile> files) {

	OutgoingMail saying(String otherText, @Nullable String otherHtml) {
		return new OutgoingMail(this.kind, this.ticket, this.recipient, this.to, this.cc, this.subject, otherText,
				otherHtml, this.messageId, this.inReplyTo, this.references, this.files);
	}

	/** Whether its recipient has a local part beyond ASCII, which only SMTPUTF8 (RFC 6531) carries. */
	public boolean needsUtf8() {
		return !isAscii(this.recipient.substring(0, Math.max(0, this.recipient.lastIndexOf('@'))));
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch(character -> character < 0x80);
	}

}
