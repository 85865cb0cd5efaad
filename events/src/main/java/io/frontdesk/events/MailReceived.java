package io.frontdesk.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Authentication.Proof;

/**
 * A mail that was read from a mailbox.
 *
 * @param intakeId its entry in the intake ledger
 * @param mailbox the address of the mailbox it was found in
 * @param receivedAt when the mail server took it
 * @param messageId with its angle brackets, as are all message ids here
 * @param references oldest first
 * @param recipients every address of To and Cc, and those the mail server says it was delivered to
 * @param visibleText what its author wrote: the text without quoted history and signature
 * @param html sanitised, null where the mail has none
 * @param source key of the raw mail in the blob store
 * @param absence whether it is an out-of-office reply, which reopens nothing
 * @param bounce what a delivery report tells
 * @param reasons why it was classified so, one sentence each
 * @param project that the mailbox gives to the tickets its mails open; null if it gives none
 * @param priority that the mailbox gives to the tickets its mails open; null for the usual one
 * @param ours those of {@code to}, {@code cc} and {@code recipients} that are mailboxes of ours
 * @param authentication null where no server says anything whose word counts
 * @param spam whether a server marked it as spam, any server
 * @param via the address in From where the mail is from somebody else: a form's, or that of a list which put its own there
 * @param answerTo where its author wants answers, if not at the address that they write from; proven by nothing
 * @param thread the conversation that Outlook counts it to, and whether it answers a mail of that
 * @param noAnswer what in it asks for no automatic answer, although a person may have written it; null where nothing does
 * @param lists those of {@code to}, {@code cc} and {@code recipients} that are the list it came by, which nobody answers
 */
public record MailReceived(UUID intakeId, String mailbox, Instant receivedAt, @Nullable String messageId,
		@Nullable String inReplyTo, List<String> references, Person from, List<String> to, List<String> cc,
		List<String> recipients, String subject, String text, String visibleText, @Nullable String html,
		List<StoredFile> attachments, String source, Classification classification, Boolean absence,
		@Nullable Bounce bounce, List<String> reasons, @Nullable UUID project, @Nullable Priority priority,
		List<String> ours, @Nullable Authentication authentication, Boolean spam, @Nullable String via,
		@Nullable String answerTo, @Nullable Thread thread, @Nullable String noAnswer, List<String> lists)
		implements
			DomainEvent {

	/** Events that were written before these fields existed are still read. */
	@SuppressWarnings("NullAway")
	public MailReceived {
		to = Objects.requireNonNullElse(to, List.of());
		cc = Objects.requireNonNullElse(cc, List.of());
		visibleText = Objects.requireNonNullElse(visibleText, text);
		absence = Objects.requireNonNullElse(absence, false);
		ours = Objects.requireNonNullElse(ours, List.of(mailbox));
		spam = Objects.requireNonNullElse(spam, false);
		lists = Objects.requireNonNullElse(lists, List.of());
	}

	/** A mail of which no server says where it comes from. */
	public MailReceived(UUID intakeId, String mailbox, Instant receivedAt, @Nullable String messageId,
			@Nullable String inReplyTo, List<String> references, Person from, List<String> to, List<String> cc,
			List<String> recipients, String subject, String text, String visibleText, @Nullable String html,
			List<StoredFile> attachments, String source, Classification classification, Boolean absence,
			@Nullable Bounce bounce, List<String> reasons, @Nullable UUID project, @Nullable Priority priority,
			List<String> ours) {
		this(intakeId, mailbox, receivedAt, messageId, inReplyTo, references, from, to, cc, recipients, subject, text,
				visibleText, html, attachments, source, classification, absence, bounce, reasons, project, priority,
				ours, null, false, null, null, null, null, List.of());
	}

	/** A mail by a person, addressed to nobody but its recipients, all of which is its author's; to a mailbox without defaults. */
	public MailReceived(UUID intakeId, String mailbox, Instant receivedAt, @Nullable String messageId,
			@Nullable String inReplyTo, List<String> references, Person from, List<String> recipients, String subject,
			String text, @Nullable String html, List<StoredFile> attachments, String source,
			Classification classification, List<String> reasons) {
		this(intakeId, mailbox, receivedAt, messageId, inReplyTo, references, from, recipients, List.of(), recipients,
				subject, text, text, html, attachments, source, classification, false, null, reasons, null, null,
				List.of(mailbox));
	}

	@Override
	public String topic() {
		return Topics.MAIL_RECEIVED;
	}

	@Override
	public String key() {
		return this.from.id().toString();
	}

	/** Whether it is from whom it says it is from. */
	public Proof proof() {
		return (this.authentication != null) ? this.authentication.proof() : Proof.NONE;
	}

	/** The same mail; an address may be that of somebody whose id follows from another one. */
	public MailReceived byPersonWithId(UUID id) {
		if (id.equals(this.from.id())) {
			return this;
		}
		return new MailReceived(this.intakeId, this.mailbox, this.receivedAt, this.messageId, this.inReplyTo,
				this.references, this.from.withId(id), this.to, this.cc, this.recipients, this.subject, this.text,
				this.visibleText, this.html, this.attachments, this.source, this.classification, this.absence,
				this.bounce, this.reasons, this.project, this.priority, this.ours, this.authentication, this.spam,
				this.via, this.answerTo, this.thread, this.noAnswer, this.lists);
	}

	public MailOrigin origin(PlacedBy placedBy, boolean verified) {
		return new MailOrigin(this.intakeId, this.messageId, this.classification, placedBy, proof(), this.spam,
				verified, this.noAnswer);
	}

	/**
	 * [MS-OXOMSG] 2.2.1.3, PidTagConversationIndex.
	 *
	 * @param id the same for all mails of a conversation
	 * @param answer whether it answers one of them
	 */
	public record Thread(String id, Boolean answer) {}

	/**
	 * @param contentType as sniffed from the content
	 * @param size in bytes
	 * @param blob key of the content in the blob store
	 * @param contentId that the mail's HTML shows it by, without angle brackets
	 */
	public record StoredFile(String filename, String contentType, long size, String sha256, String blob,
			@Nullable String contentId, Boolean inline) {

		@SuppressWarnings("NullAway")
		public StoredFile {
			inline = Objects.requireNonNullElse(inline, false);
		}

		public StoredFile(String filename, String contentType, long size, String sha256, String blob) {
			this(filename, contentType, size, sha256, blob, null, false);
		}

	}

	/**
	 * @param recipients who did not get it: the addresses that it was tried at
	 * @param originalRecipients the same as we wrote to them, where the report tells (RFC 3464 §2.3.1)
	 * @param hard whether the address does not exist, so that another try is of no use
	 * @param action RFC 3464 §2.3.3: failed, delayed, delivered, relayed, expanded
	 * @param status RFC 3463, such as 5.1.1
	 * @param originalMessageId of the mail that was not delivered
	 */
	public record Bounce(List<String> recipients, List<String> originalRecipients, boolean hard, String action,
			@Nullable String status, @Nullable String diagnostic, @Nullable String originalMessageId) {

		@SuppressWarnings("NullAway")
		public Bounce {
			originalRecipients = Objects.requireNonNullElse(originalRecipients, List.of());
		}

	}

}
