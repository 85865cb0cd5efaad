package io.frontdesk.mail.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.frontdesk.events.Person;
import io.frontdesk.mail.reading.Heading;
import io.frontdesk.mail.reading.Reading;

/**
 * Keeps back a mail that names one by somebody else of which nobody knows the ticket yet: the events of two senders go by
 * different partitions, and the answer might be there first.
 */
class HeldMails {

	private final Ledger ledger;

	private final List<IntakeEntry> held;

	private final Instant now;

	/** @param senders of all mails that it will be asked about */
	HeldMails(Ledger ledger, Collection<String> senders, Instant now) {
		this.ledger = ledger;
		this.held = new ArrayList<>(ledger.findHeld(senders));
		this.now = now;
	}

	boolean keep(IntakeEntry entry, Reading reading) {
		var from = reading.from();
		if (from == null || !entry.mayWait(this.now)) {
			return false;
		}
		var other = comesBefore(entry, reading, from);
		other.ifPresent(mail -> {
			entry.waitFor(mail, from, this.now);
			this.held.add(entry);
		});
		return other.isPresent();
	}

	private Optional<UUID> comesBefore(IntakeEntry entry, Reading reading, Person from) {
		var ofTheSame = this.held.stream()
				.filter(mail -> mail.keepsBack(entry.number(), from))
				.map(IntakeEntry::id)
				.findFirst();
		var named = Heading.of(reading).named();
		return (ofTheSame.isPresent() || named.isEmpty())
				? ofTheSame
				: this.ledger.findUnplaced(named, from.email()).stream().findFirst();
	}

}
