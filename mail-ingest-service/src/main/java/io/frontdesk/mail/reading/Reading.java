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
 * @param from null if it names nobody whom one could answer
 * @param recipients addresses of To and Cc, and those that mail servers noted on delivery
 * @param visibleText what its author wrote: the text without the history it quotes and without signature
 * @param html sanitised; null if the mail has none
 * @param contentDigest hex SHA-256 of sender, subject, texts and attachments
 * @param absence whether it is an out-of-office reply
 * @param bounce what a delivery report tells; also of deliveries that were only late
 * @param reasons why it was classified so, one sentence each
 * @param provenance what it says about where it comes from
 * @param noAnswer what in it asks for no automatic answer, whoever wrote it; null where nothing does
 */
public record Reading(@Nullable String messageId, @Nullable String inReplyTo, List<String> references,
		@Nullable Person from, List<String> to, List<String> cc, List<String> recipients, String subject, String text,
		String visibleText, @Nullable String html, List<Attachment> attachments, String contentDigest,
		Classification classification, boolean absence, @Nullable Bounce bounce, List<String> reasons,
		Provenance provenance, @Nullable String noAnswer) {

	/** Whoever makes it of whatever: it can be kept and told. */
	public Reading {
		var files = Limits.files(attachments);
		var leftOut = attachments.size() - files.size();
		messageId = Limits.id(messageId);
		inReplyTo = Limits.id(inReplyTo);
		references = Limits.ids(references);
		from = Limits.person(from);
		to = Limits.addresses(to);
		cc = Limits.addresses(cc);
		recipients = Limits.addresses(recipients, 2);
		subject = Limits.subject(subject);
		text = Limits.withoutFiles(Limits.text(text), leftOut);
		visibleText = Limits.withoutFiles(Limits.text(visibleText), leftOut);
		html = Limits.html(html);
		attachments = files;
		reasons = Limits.reasons(reasons);
		noAnswer = Limits.optionalLine(noAnswer);
	}

	/** The same without what is attached, which may be large. */
	public Reading withoutAttachments() {
		return new Reading(this.messageId, this.inReplyTo, this.references, this.from, this.to, this.cc,
				this.recipients, this.subject, this.text, this.visibleText, this.html, List.of(), this.contentDigest,
				this.classification, this.absence, this.bounce, this.reasons, this.provenance, this.noAnswer);
	}

	/** The same, taken for what a person wrote because somebody says so. */
	public Reading vouchedFor(String why) {
		return new Reading(this.messageId, this.inReplyTo, this.references, this.from, this.to, this.cc,
				this.recipients, this.subject, this.text, this.visibleText, this.html, this.attachments,
				this.contentDigest, Classification.PERSON, false, null, List.of(why), this.provenance,
				this.noAnswer);
	}

	/**
	 * @param contentType as its sender says
	 * @param contentId that the mail's HTML shows it by, without angle brackets
	 */
	public record Attachment(String filename, String contentType, @Nullable String contentId, boolean inline,
			Blobs.ContentWriter content) {

		public Attachment {
			filename = Limits.line(filename);
			contentType = Limits.type(contentType);
			contentId = Limits.optionalLine(contentId);
		}

		/** Goes through all of the content. */
		public Measure measured() {
			return Measure.of(this.content);
		}

		/** The first bytes, each as a char. */
		String beginning(int length) {
			return Beginning.of(this.content, length);
		}

	}

	/**
	 * @param recipients who did not get it: the addresses that it was tried at
	 * @param originalRecipients the same as we wrote to them, where the report tells (RFC 3464 §2.3.1); a mail that was
	 *     forwarded comes back from another address
	 * @param hard whether the address does not exist, so that another try is of no use
	 * @param action RFC 3464 §2.3.3: failed, delayed, delivered, relayed, expanded
	 * @param status RFC 3463, such as 5.1.1
	 * @param originalMessageId of the mail that was not delivered
	 */
	public record Bounce(List<String> recipients, List<String> originalRecipients, boolean hard, String action,
			@Nullable String status, @Nullable String diagnostic, @Nullable String originalMessageId) {

		public Bounce {
			recipients = Limits.addresses(recipients);
			originalRecipients = Limits.addresses(originalRecipients);
			action = Limits.line(action);
			status = Limits.optionalLine(status);
			diagnostic = Limits.optionalLine(diagnostic);
			originalMessageId = Limits.id(originalMessageId);
		}

	}

}
