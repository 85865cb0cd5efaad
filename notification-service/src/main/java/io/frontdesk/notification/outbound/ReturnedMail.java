package io.frontdesk.notification.outbound;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.Bounce;
import io.frontdesk.events.reference.SignedReferences;

/** The report of a mail server about a mail of ours, and wherever it may say which one that is. */
public record ReturnedMail(MailReceived report, Bounce bounce) {

	private static final int MOST_IDS = 50;

	/** As far into a text as servers tell of a mail. */
	private static final int BEGINNING = 50_000;

	public boolean isFailure() {
		return this.bounce.action().equals("failed");
	}

	/** The surest first: of the mail that came with it, that it answers, that its text quotes. */
	public Stream<String> messageIds() {
		var text = this.report.text();
		return Stream.of(Stream.ofNullable(this.bounce.originalMessageId()), Stream.ofNullable(this.report.inReplyTo()),
				this.report.references().reversed().stream(),
				SignedReferences.messageIdsIn(text.substring(0, Math.min(text.length(), BEGINNING))))
				.flatMap(ids -> ids)
				.map(ReturnedMail::bracketed)
				.distinct()
				.limit(MOST_IDS);
	}

	/** To whom the report was sent. */
	Stream<String> addressees() {
		return this.report.recipients().stream().limit(MOST_IDS);
	}

	/**
	 * @param alone whether the mail that came back was written for this recipient only, so that it may leave open who they
	 *     are, or name them in a way of its own
	 */
	boolean isAbout(String recipient, boolean alone) {
		var told = Stream.of(this.bounce.recipients(), this.bounce.originalRecipients()).flatMap(List::stream).toList();
		return told.stream().map(AddressForm::of).anyMatch(AddressForm.of(recipient)::equals)
				|| alone && (told.isEmpty()
						|| this.report.text().toLowerCase(Locale.ROOT).contains(recipient.toLowerCase(Locale.ROOT)));
	}

	private static String bracketed(String id) {
		return "<%s>".formatted(id.replaceAll("[<>]", ""));
	}

}
