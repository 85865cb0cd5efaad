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
		List<StoredFile> files) {}
