package io.frontdesk.notification.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;

@Entity
class Delivery {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private long ticketId;

	private String recipient;

	private String subject;

	private String body;

	private String messageId;

	private @Nullable String inReplyTo;

	private List<String> cc = new ArrayList<>();

	@Convert(converter = StoredFilesConverter.class)
	private List<StoredFile> files = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private State state = State.PENDING;

	private @Nullable String reason;

	private int attempts;

	private Instant createdAt;

	private Instant nextAttemptAt;

	private @Nullable Instant sentAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Delivery() {}

	Delivery(UUID id, NewDelivery mail, String messageId, @Nullable String inReplyTo, Instant now) {
		this.id = id;
		this.kind = mail.kind();
		this.ticketId = mail.ticket().id();
		this.recipient = mail.recipient();
		this.subject = mail.subject();
		this.body = mail.body();
		this.cc = new ArrayList<>(mail.cc());
		this.files = new ArrayList<>(mail.files());
		this.messageId = messageId;
		this.inReplyTo = inReplyTo;
		this.createdAt = now;
		this.nextAttemptAt = now;
	}

	void suppress(String why) {
		this.state = State.SUPPRESSED;
		this.reason = why;
	}

	NotificationDelivered sent(Instant now) {
		this.attempts++;
		this.state = State.SENT;
		this.reason = null;
		this.sentAt = now;
		return new NotificationDelivered(this.id, this.kind.key(), this.ticketId, null, this.recipient,
				this.messageId, now);
	}

	NotificationFailed refused(String why) {
		this.attempts++;
		this.state = State.FAILED;
		this.reason = why;
		return new NotificationFailed(this.id, this.kind.key(), this.ticketId, null, this.recipient, why);
	}

	/** Each pause is twice the one before, up to an hour. */
	void deferred(String why, Instant now) {
		this.attempts++;
		this.reason = why;
		var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(this.attempts - 1, 20));
		this.nextAttemptAt = now.plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE);
	}

	boolean isOlderThan(Duration age, Instant now) {
		return this.createdAt.plus(age).isBefore(now);
	}

	OutgoingMail mail() {
		return new OutgoingMail(this.kind, this.ticketId, this.recipient, this.subject, this.body, this.messageId,
				this.inReplyTo, List.copyOf(this.cc), List.copyOf(this.files));
	}

	UUID id() {
		return this.id;
	}

	enum State {

		PENDING, SENT, FAILED, SUPPRESSED

	}

}
