package io.frontdesk.mail.intake;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.reading.Reading;

/** Tells the other services of a mail. */
@Component
class MailCourier {

	private final Events events;

	private final IntakeSteps steps;

	private final IntakeSettings settings;

	MailCourier(Events events, IntakeSteps steps, IntakeSettings settings) {
		this.events = events;
		this.steps = steps;
		this.settings = settings;
	}

	/** @param files what is attached */
	void sendOn(IntakeEntry entry, Reading reading, Person from, List<StoredFile> files) {
		this.events.publish(received(entry, reading, from, files));
		this.steps.add(entry.id(), IntakeStep.Kind.SENT_ON, "Told of as mail-received");
	}

	private MailReceived received(IntakeEntry entry, Reading reading, Person from, List<StoredFile> files) {
		var mailbox = this.settings.mailbox(entry.mailbox());
		return new MailReceived(entry.id(), entry.mailbox(), entry.receivedAt(), reading.messageId(),
				reading.inReplyTo(), reading.references(), from, reading.to(), reading.cc(), reading.recipients(),
				reading.subject(), reading.text(), reading.visibleText(), reading.html(), files, entry.blob(),
				reading.classification(), reading.absence(), bounce(reading.bounce()), reading.reasons(),
				mailbox.map(Mailbox::project).orElse(null), mailbox.map(Mailbox::priority).orElse(null),
				ours(reading), this.settings.authentication(entry.mailbox(), reading.provenance(), from.email()),
				reading.provenance().spam(), reading.provenance().via(), reading.provenance().answerTo(),
				reading.provenance().thread(), reading.noAnswer(), reading.provenance().lists());
	}

	private List<String> ours(Reading reading) {
		return Stream.of(reading.to(), reading.cc(), reading.recipients())
				.flatMap(List::stream)
				.filter(this.settings::isOurs)
				.distinct()
				.toList();
	}

	private static MailReceived.@Nullable Bounce bounce(Reading.@Nullable Bounce told) {
		return (told == null)
				? null
				: new MailReceived.Bounce(told.recipients(), told.originalRecipients(), told.hard(), told.action(),
						told.status(), told.diagnostic(), told.originalMessageId());
	}

}
