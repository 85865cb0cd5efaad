package io.frontdesk.mail.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.events.blobs.Blobs;

/**
 * What a mail says.
 *
 * @param messageId with its angle brackets, as are all message ids here; null if the mail has none
 * @param references oldest first
 * @param recipients addresses of To and Cc, and those that mail servers noted on delivery
 * @param html sanitised; null if the mail has none
 * @param contentDigest hex SHA-256 of sender, subject, texts and attachments
 * @param reasons why it was classified so, one sentence each
 */
public record Reading(@Nullable String messageId, @Nullable String inReplyTo, List<String> references, Person from,
		List<String> recipients, String subject, String text, @Nullable String html, List<Attachment> attachments,
		String contentDigest, Classification classification, List<String> reasons) {

	public record Attachment(String filename, String contentType, Blobs.ContentWriter content) {}

}
