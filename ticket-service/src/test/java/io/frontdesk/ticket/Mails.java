package io.frontdesk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Person;

/** Mails as mail-ingest tells of them. */
public record Mails(String from, String subject, @Nullable String inReplyTo, List<String> recipients,
		Classification classification) {

	public static Mails from(String address) {
		return new Mails(address, "Printer on fire", null, List.of("support@frontdesk.test"), Classification.PERSON);
	}

	public Mails subject(String text) {
		return new Mails(this.from, text, this.inReplyTo, this.recipients, this.classification);
	}

	public Mails answering(String messageId) {
		return new Mails(this.from, this.subject, messageId, this.recipients, this.classification);
	}

	public Mails to(String recipient) {
		return new Mails(this.from, this.subject, this.inReplyTo, List.of(recipient), this.classification);
	}

	public Mails as(Classification kind) {
		return new Mails(this.from, this.subject, this.inReplyTo, this.recipients, kind);
	}

	public MailReceived mail() {
		return new MailReceived(UUID.randomUUID(), "support@frontdesk.test", Instant.parse("2026-11-23T10:00:00Z"),
				"<%s@example.org>".formatted(UUID.randomUUID()), this.inReplyTo, List.of(),
				Person.of(this.from, "Some Body"), this.recipients, this.subject, "It smokes.", null, List.of(),
				"0".repeat(64), this.classification, List.of());
	}

}
