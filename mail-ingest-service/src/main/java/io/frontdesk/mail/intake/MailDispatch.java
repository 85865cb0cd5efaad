package io.frontdesk.mail.intake;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.identity.standing.Registrar;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** Tells of the mails of the ledger, or notes why not. */
@Component
public class MailDispatch {

	private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

	private static final String NO_SENDER = "The mail has no sender whom one could answer";

	private static final Person NOBODY = Person.of("mailer-daemon@localhost", "");

	/** Failures that the next try need not meet: a store that is away, or another instance that was faster. */
	private static final List<Class<? extends Throwable>> PASSING = List.of(TransientDataAccessException.class,
			RecoverableDataAccessException.class, NonTransientDataAccessResourceException.class,
			DuplicateKeyException.class, UncheckedIOException.class, OutOfMemoryError.class);

	/** Among so many more the mails are looked for that are answered by those whose turn it is. */
	private static final int LOOK_AHEAD = 32;

	/** So long who is deactivated is waited for after a start. */
	private static final Duration KNOWING = Duration.ofSeconds(1);

	/** After it a mail that could not be told of for what may pass is quarantined all the same. */
	private static final Duration PATIENCE = Duration.ofDays(5);

	private static final String DEACTIVATED = "%s was deactivated, so that nothing comes of their mail; it can be released";

	private static final String GIVEN_UP = "For five days it could not be told of: the blob store or the ledger's database "
			+ "failed each time. The log of mail-ingest-service has how; then try it again";

	private final Ledger ledger;

	private final IntakeSteps steps;

	private final MailCourier courier;

	private final TransactionOperations transaction;

	private final LedgerReader reader;

	private final ReplyAddressChecks checks;

	private final Registrar registrar;

	private final InstantSource clock;

	MailDispatch(Ledger ledger, IntakeSteps steps, MailCourier courier, TransactionOperations transaction,
			LedgerReader reader, ReplyAddressChecks checks, Registrar registrar, InstantSource clock) {
		this.ledger = ledger;
		this.steps = steps;
		this.courier = courier;
		this.transaction = transaction;
		this.reader = reader;
		this.checks = checks;
		this.registrar = registrar;
		this.clock = clock;
	}

	/**
	 * Tells of the next mails, all or none, in their order. One instance at a time does; another one does as soon as the
	 * transaction of that ends, if only by its death.
	 *
	 * @param leftBefore how many more than that to look at, since so many were not ready the last time
	 * @throws UndispatchableMailException if one of them can't be told of
	 */
	Round tellOfNext(ReadAhead readAhead, int most, int leftBefore) {
		var tried = new ArrayList<UUID>();
		try {
			return Objects.requireNonNull(
					this.transaction.execute(_ -> tellOfNext(readAhead, most, leftBefore, tried::add)));
		} catch (UndispatchableMailException ex) {
			throw ex;
		} catch (RuntimeException ex) {
			throw (tried.size() == 1) ? new UndispatchableMailException(tried.getFirst(), ex, true) : ex;
		}
	}

	private Round tellOfNext(ReadAhead readAhead, int most, int leftBefore, Consumer<UUID> tried) {
		if (!this.registrar.knowsEverybody(KNOWING) || !this.ledger.isOurTurn()) {
			return new Round(0, 0);
		}
		var now = this.clock.instant();
		var next = this.ledger.nextUnread(now, most + LOOK_AHEAD + leftBefore)
				.stream()
				.collect(Collectors.toMap(IntakeEntry::id, entry -> entry, (one, _) -> one, LinkedHashMap::new));
		var ready = readAhead.ready(next.values().stream().map(IntakeEntry::unread).toList());
		var told = ready.subList(0, Math.min(most, ready.size()));
		var held = new HeldMails(this.ledger,
				told.stream().map(mail -> mail.heading().sender()).filter(Objects::nonNull).distinct().toList(), now);
		for (var mail : told) {
			tried.accept(mail.id());
			tellOf(Objects.requireNonNull(next.get(mail.id())), mail.mail(), held::keep);
		}
		return new Round(told.size(), next.size() - ready.size());
	}

	/** @throws UndispatchableMailException if it can't be told of */
	void tellOf(IntakeEntry entry, MailSource mail) {
		tellOf(entry, mail, (_, _) -> false);
	}

	private void tellOf(IntakeEntry entry, MailSource mail, BiPredicate<IntakeEntry, Reading> isKeptBack) {
		try {
			judge(entry, mail.read(), isKeptBack);
			this.ledger.flush();
		} catch (UnreadableMailException ex) {
			quarantine(entry, ex.reason());
		} catch (RuntimeException ex) {
			throw new UndispatchableMailException(entry.id(), ex, isPassing(ex));
		}
	}

	private static boolean isPassing(RuntimeException failure) {
		return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
				.anyMatch(cause -> PASSING.stream().anyMatch(type -> type.isInstance(cause)));
	}

	private void judge(IntakeEntry entry, ReadMail mail, BiPredicate<IntakeEntry, Reading> isKeptBack) {
		var reading = mail.reading();
		var same = this.ledger.findSame(reading.messageId(), reading.contentDigest(), entry.blob(), entry.id());
		if (same.isEmpty() && isToMakeATicket(reading) && isKeptBack.test(entry, reading)) {
			return;
		}
		entry.read(reading, this.clock.instant());
		this.steps.add(entry.id(), IntakeStep.Kind.READ, verdict(reading));
		judge(entry, mail, same);
	}

	private static boolean isToMakeATicket(Reading reading) {
		return reading.classification() != Classification.LOOP && reading.classification() != Classification.BOUNCE
				&& reading.bounce() == null;
	}

	private static String verdict(Reading reading) {
		var classification = reading.classification().name().toLowerCase(Locale.ROOT).replace('_', '-');
		var reasons = new ArrayList<>(reading.reasons());
		if (reading.provenance().via() != null && reading.from() != null) {
			reasons.add(
					"It is by %s, though From has %s".formatted(reading.from().email(), reading.provenance().via()));
		}
		return reasons.isEmpty() ? classification : "%s: %s".formatted(classification, String.join("; ", reasons));
	}

	private void judge(IntakeEntry entry, ReadMail mail, Optional<UUID> same) {
		var reading = mail.reading();
		if (same.isPresent()) {
			ignore(entry, "The same mail, by Message-ID and content, was taken before as " + same.get());
		} else if (reading.classification() == Classification.LOOP && this.checks.isOne(reading)) {
			ignore(entry, "A check of the reply address");
			tellOfWhatCameBack(entry, mail);
		} else if (reading.classification() == Classification.LOOP) {
			ignore(entry, String.join("; ", reading.reasons()));
		} else if (reading.classification() == Classification.BOUNCE) {
			ignore(entry, String.join("; ", reading.reasons()));
			tellOfWhatCameBack(entry, mail);
		} else if (reading.bounce() != null) {
			ignore(entry, String.join("; ", reading.reasons()));
		} else if (reading.from() == null) {
			quarantine(entry, NO_SENDER);
		} else if (this.registrar.isDeactivated(reading.from())) {
			ignore(entry, DEACTIVATED.formatted(reading.from().email()));
		} else {
			this.courier.sendOn(entry, reading, reading.from(), mail.files());
		}
	}

	/** It makes no ticket, but whoever sent the mail that it is about must learn of it. Many a report is from nobody. */
	private void tellOfWhatCameBack(IntakeEntry entry, ReadMail mail) {
		var report = mail.reading();
		this.courier.sendOn(entry, report, Objects.requireNonNullElse(report.from(), NOBODY), mail.files());
	}

	private void ignore(IntakeEntry entry, String why) {
		entry.ignore(why);
		this.steps.add(entry.id(), IntakeStep.Kind.IGNORED, why);
	}

	/** Puts aside a mail that can't be told of, for good or for a while, so that it keeps back none of the others. */
	@Transactional
	void setAside(UndispatchableMailException failure) {
		log.warn("Mail {} can't be told of", failure.mail(), failure);
		var now = this.clock.instant();
		this.ledger.findLocked(failure.mail()).ifPresent(entry -> {
			if (!failure.isPassing()) {
				quarantine(entry, failure.reason());
			} else if (entry.hasWaitedSince(now.minus(PATIENCE))) {
				quarantine(entry, GIVEN_UP);
			} else {
				entry.postpone(this.reader.heading(entry.blob()), now);
			}
		});
	}

	void quarantine(IntakeEntry entry, String why) {
		log.warn("Mail {} in {} is quarantined: {}", entry.id(), entry.mailbox(), why);
		entry.quarantine(why, this.clock.instant());
		this.steps.add(entry.id(), IntakeStep.Kind.QUARANTINED, why);
	}

	/**
	 * @param told how many mails came to an outcome, or were told of
	 * @param left how many were looked at besides, and were not ready
	 */
	record Round(int told, int left) {}

}
