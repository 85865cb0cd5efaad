package io.frontdesk.mail.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.mail.reading.Heading;
import io.frontdesk.mail.reading.Reading;

/** A mail that was found in a mailbox. */
@Entity
@DynamicUpdate
class IntakeEntry {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** Longer than ticket-service is away for a new release; who is answered is told of by then. */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

	@Id
	private UUID id;

	private String mailbox;

	private long uidValidity;

	private long uid;

	private Instant receivedAt;

	private long size;

	private String sha256;

	private @Nullable String messageId;

	private @Nullable String contentDigest;

	private @Nullable String sender;

	private @Nullable String senderName;

	private @Nullable String subject;

	@Enumerated(EnumType.STRING)
	private @Nullable Classification classification;

	@Enumerated(EnumType.STRING)
	private Outcome outcome = Outcome.PENDING;

	private @Nullable String reason;

	private @Nullable Long ticketId;

	private @Nullable Instant readAt;

	private Instant waitingSince = Instant.EPOCH;

	/** The order in which mails are told of. */
	@Column(insertable = false, updatable = false)
	private long number;

	private int attempts;

	private @Nullable Instant dueAt;

	private @Nullable UUID waitsFor;

	private @Nullable Instant heldUntil;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected IntakeEntry() {}

	void read(Reading reading, Instant now) {
		this.messageId = reading.messageId();
		this.contentDigest = reading.contentDigest();
		var from = reading.from();
		if (from != null) {
			this.sender = from.email();
			this.senderName = (from.firstName() + " " + from.lastName()).strip();
		}
		this.subject = reading.subject();
		this.classification = reading.classification();
		this.readAt = now;
	}

	/** It is tried again later, after twice the pause each time; what comes after it waits for it. */
	void postpone(Heading heading, Instant now) {
		this.sender = heading.sender();
		this.messageId = heading.id();
		this.attempts++;
		this.dueAt = now.plusSeconds(Math.min(1L << Math.min(this.attempts, 30), LONGEST_PAUSE.toSeconds()));
	}

	/** It is kept back until another has a ticket, but not for ever. */
	void waitFor(UUID other, Person from, Instant now) {
		this.sender = from.email();
		this.waitsFor = other;
		if (this.heldUntil == null) {
			this.heldUntil = now.plus(LONGEST_WAIT);
		}
	}

	boolean mayWait(Instant now) {
		return this.heldUntil == null || now.isBefore(this.heldUntil);
	}

	/** Whether it is kept back or tried later, and comes before another of the same sender. */
	boolean keepsBack(long other, Person from) {
		return this.readAt == null && (this.waitsFor != null || this.dueAt != null) && this.number < other
				&& from.email().equals(this.sender);
	}

	boolean hasWaitedSince(Instant moment) {
		return this.waitingSince.isBefore(moment);
	}

	void ignore(String why) {
		this.outcome = Outcome.IGNORED;
		this.reason = why;
	}

	void quarantine(String why, Instant now) {
		this.outcome = Outcome.QUARANTINED;
		this.reason = why;
		this.readAt = now;
	}

	void readAgain(Instant now) {
		this.outcome = Outcome.PENDING;
		this.reason = null;
		this.waitingSince = now;
	}

	void releaseAs(Person from, Instant now) {
		readAgain(now);
		this.sender = from.email();
		this.classification = Classification.PERSON;
	}

	ReadAhead.Unread unread() {
		return new ReadAhead.Unread(this.id, this.sha256, this.size);
	}

	boolean isPending() {
		return this.outcome == Outcome.PENDING;
	}

	/** Whether it was put aside, though a ticket could come of it. */
	boolean isReleasable() {
		return isQuarantined() || (this.outcome == Outcome.IGNORED && this.classification != Classification.LOOP
				&& this.classification != Classification.BOUNCE);
	}

	boolean isQuarantined() {
		return this.outcome == Outcome.QUARANTINED;
	}

	long size() {
		return this.size;
	}

	UUID id() {
		return this.id;
	}

	String mailbox() {
		return this.mailbox;
	}

	long number() {
		return this.number;
	}

	Instant receivedAt() {
		return this.receivedAt;
	}

	String blob() {
		return this.sha256;
	}

}
