package io.frontdesk.mail.intake;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Classification;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** Takes mails from the ledger, reads them and sends them on, or notes why not. */
@Component
@Transactional
public class MailDispatch {

	private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

	private static final String NO_SENDER = "The mail has no sender whom one could answer";

	/** Failures that the next try need not meet: a store that is away, or another instance that was faster. */
	private static final List<Class<? extends RuntimeException>> PASSING = List.of(TransientDataAccessException.class,
			RecoverableDataAccessException.class, NonTransientDataAccessResourceException.class,
			DuplicateKeyException.class, UncheckedIOException.class);

	private final Ledger ledger;

	private final IntakeSteps steps;

	private final LedgerReader reader;

	private final MailCourier courier;

	private final InstantSource clock;

	MailDispatch(Ledger ledger, IntakeSteps steps, LedgerReader reader, MailCourier courier, InstantSource clock) {
		this.ledger = ledger;
		this.steps = steps;
		this.reader = reader;
		this.courier = courier;
		this.clock = clock;
	}

	/**
	 * Sends on the oldest unread mails, all or none; tells how many.
	 *
	 * @throws UndispatchableMailException if one of them would fail again, however often it is tried
	 */
	int dispatchNext(int most) {
		var next = this.ledger.nextUnread(most);
		next.forEach(this::dispatch);
		return next.size();
	}

	/** @throws UndispatchableMailException if it would fail again, however often it is tried */
	void dispatch(IntakeEntry entry) {
		try {
			readAndJudge(entry);
			this.ledger.flush();
		} catch (RuntimeException ex) {
			throw isPassing(ex) ? ex : new UndispatchableMailException(entry.id(), ex);
		}
	}

	private static boolean isPassing(RuntimeException failure) {
		return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
				.anyMatch(cause -> PASSING.stream().anyMatch(type -> type.isInstance(cause)));
	}

	private void readAndJudge(IntakeEntry entry) {
		try {
			var reading = this.reader.read(entry.blob());
			var same = this.ledger.findSame(reading.messageId(), reading.contentDigest(), entry.blob(), entry.id());
			entry.read(reading, this.clock.instant());
			this.steps.add(entry.id(), IntakeStep.Kind.READ, verdict(reading));
			judge(entry, reading, same);
		} catch (UnreadableMailException ex) {
			quarantine(entry, ex.reason());
		}
	}

	private static String verdict(Reading reading) {
		var classification = reading.classification().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return reading.reasons().isEmpty()
				? classification
				: "%s: %s".formatted(classification, String.join("; ", reading.reasons()));
	}

	private void judge(IntakeEntry entry, Reading reading, Optional<UUID> same) {
		if (same.isPresent()) {
			ignore(entry, "The same mail, by Message-ID and content, was taken before as " + same.get());
		} else if (reading.classification() == Classification.LOOP) {
			ignore(entry, String.join("; ", reading.reasons()));
		} else if (reading.classification() == Classification.BOUNCE) {
			ignore(entry, String.join("; ", reading.reasons()));
			tellOfWhatCameBack(entry, reading);
		} else if (reading.from() == null) {
			quarantine(entry, NO_SENDER);
		} else {
			this.courier.sendOn(entry, reading, reading.from(), List.of());
		}
	}

	/** It makes no ticket, but whoever sent the mail that it is about must learn of it. */
	private void tellOfWhatCameBack(IntakeEntry entry, Reading bounce) {
		if (bounce.from() != null) {
			this.courier.sendOn(entry, bounce, bounce.from(), List.of());
		}
	}

	private void ignore(IntakeEntry entry, String why) {
		entry.ignore(why);
		this.steps.add(entry.id(), IntakeStep.Kind.IGNORED, why);
	}

	/** Puts aside a mail that nothing can be made of, so that it keeps back none of the others. */
	void quarantine(UndispatchableMailException failure) {
		log.warn("Mail {} can't be told of", failure.mail(), failure);
		this.ledger.findLocked(failure.mail()).ifPresent(entry -> quarantine(entry, failure.reason()));
	}

	void quarantine(IntakeEntry entry, String why) {
		log.warn("Mail {} in {} is quarantined: {}", entry.id(), entry.mailbox(), why);
		entry.quarantine(why, this.clock.instant());
		this.steps.add(entry.id(), IntakeStep.Kind.QUARANTINED, why);
	}

}
