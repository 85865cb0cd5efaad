package io.frontdesk.mail.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.Person;
import io.frontdesk.mail.reading.Provenance;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** Lets staff decide on mails of which nothing came. */
@Component
@Transactional
public class Quarantine {

	private static final String UNREADABLE = "This mail could not be read. It is attached as it came.";

	private static final String REFUSED = "No ticket could be made of what this mail says. It is attached as it came.";

	private final Ledger ledger;

	private final IntakeSteps steps;

	private final MailDispatch dispatch;

	private final LedgerReader reader;

	private final MailCourier courier;

	private final InstantSource clock;

	Quarantine(Ledger ledger, IntakeSteps steps, MailDispatch dispatch, LedgerReader reader, MailCourier courier,
			InstantSource clock) {
		this.ledger = ledger;
		this.steps = steps;
		this.dispatch = dispatch;
		this.reader = reader;
		this.courier = courier;
		this.clock = clock;
	}

	/** Reads a mail once more, by what is known today; it may end in quarantine again. */
	public void retry(UUID id, Person who) {
		var entry = quarantined(id);
		this.steps.add(id, IntakeStep.Kind.RETRIED, "By " + who.email());
		entry.readAgain(this.clock.instant());
		try {
			this.dispatch.tellOf(entry, () -> this.reader.readWhole(entry.blob()));
		} catch (UndispatchableMailException ex) {
			throw ex.isPassing() ? ex : IntakeProblem.MAIL_STILL_REFUSED.exception();
		}
	}

	/**
	 * Makes a mail a ticket as it is: what can be read of it, with the raw mail attached.
	 *
	 * @param requester whose ticket it is to be; null for the mail's own sender
	 */
	public void release(UUID id, @Nullable Person requester, Person who) {
		var entry = releasable(id);
		var reading = read(entry);
		var from = (requester != null) ? requester : reading.from();
		if (from == null) {
			throw IntakeProblem.SENDER_UNKNOWN.exception();
		}
		if (this.ledger.findSame(reading.messageId(), reading.contentDigest(), entry.blob(), id).isPresent()) {
			throw IntakeProblem.MAIL_TAKEN_BEFORE.exception();
		}
		this.steps.add(id, IntakeStep.Kind.RELEASED, "By %s, as a mail of %s".formatted(who.email(), from.email()));
		entry.releaseAs(from, this.clock.instant());
		// What was refused once would be again: then it is told of without what it says.
		var mail = this.reader.whole(this.steps.isSentOn(id) ? unread(entry, REFUSED) : reading);
		var source = new StoredFile("mail.eml", "message/rfc822", entry.size(), entry.blob(), entry.blob());
		this.courier.sendOn(entry, mail.reading().vouchedFor("Released by " + who.email()), from,
				Stream.concat(Stream.of(source), mail.files().stream()).toList());
	}

	private IntakeEntry releasable(UUID id) {
		var entry = found(id);
		if (!entry.isReleasable()) {
			throw IntakeProblem.MAIL_NOT_QUARANTINED.exception();
		}
		return entry;
	}

	private IntakeEntry found(UUID id) {
		return this.ledger.findLocked(id).orElseThrow(IntakeProblem.MAIL_NOT_FOUND::exception);
	}

	private IntakeEntry quarantined(UUID id) {
		var entry = found(id);
		if (!entry.isQuarantined()) {
			throw IntakeProblem.MAIL_NOT_QUARANTINED.exception();
		}
		return entry;
	}

	private Reading read(IntakeEntry entry) {
		try {
			return this.reader.read(entry.blob());
		} catch (UnreadableMailException _) {
			return unread(entry, UNREADABLE);
		}
	}

	private static Reading unread(IntakeEntry entry, String why) {
		var mailbox = List.of(entry.mailbox());
		return new Reading(null, null, List.of(), null, mailbox, List.of(), mailbox,
				"(a mail that could not be read)", why, why, null, List.of(), entry.blob(), Classification.PERSON,
				false, null, List.of(), Provenance.UNKNOWN, null);
	}

}
