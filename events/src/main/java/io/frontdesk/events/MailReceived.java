package io.frontdesk.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail that was read from a mailbox.
 *
 * @param intakeId its entry in the intake ledger
 * @param mailbox the address of the mailbox it was found in
 * @param receivedAt when the mail server took it
 * @param messageId with its angle brackets, as are all message ids here
 * @param references oldest first
 * @param recipients every address of To and Cc, and those the mail server says it was delivered to
 * @param html sanitised, null where the mail has none
 * @param source key of the raw mail in the blob store
 * @param reasons why it was classified so, one sentence each
 */
public record MailReceived(UUID intakeId, String mailbox, Instant receivedAt, @Nullable String messageId,
		@Nullable String inReplyTo, List<String> references, Person from, List<String> recipients, String subject,
		String text, @Nullable String html, List<StoredFile> attachments, String source,
		Classification classification, List<String> reasons) implements DomainEvent {

	@Override
	public String topic() {
		return Topics.MAIL_RECEIVED;
	}

	@Override
	public String key() {
		return this.from.id().toString();
	}

	public MailOrigin origin() {
		return new MailOrigin(this.intakeId, this.messageId, this.classification);
	}

	/**
	 * @param contentType as sniffed from the content
	 * @param size in bytes
	 * @param blob key of the content in the blob store
	 */
	public record StoredFile(String filename, String contentType, long size, String sha256, String blob) {}

}
