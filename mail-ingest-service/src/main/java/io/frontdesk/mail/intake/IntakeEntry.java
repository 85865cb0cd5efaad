package io.frontdesk.mail.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.mail.reading.Reading;

/** A mail that was found in a mailbox. */
@Entity
@DynamicUpdate
class IntakeEntry {

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

	boolean isPending() {
		return this.outcome == Outcome.PENDING;
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

	Instant receivedAt() {
		return this.receivedAt;
	}

	String blob() {
		return this.sha256;
	}

}
