package io.frontdesk.notification.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.events.NotificationSuppressed;

@Entity
@DynamicUpdate
class Delivery implements Persistable<UUID> {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final Duration LONGEST_PAUSE_OF_ALL = Duration.ofMinutes(5);

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private long ticketId;

	@Column(name = "message")
	private @Nullable UUID carried;

	private String recipient;

	private @Nullable String addressedTo;

	private List<String> cc = new ArrayList<>();

	private String subject;

	private String body;

	private @Nullable String html;

	private String messageId;

	private @Nullable String inReplyTo;

	private List<String> refersTo = new ArrayList<>();

	@Convert(converter = StoredFilesConverter.class)
	private List<StoredFile> files = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private DeliveryState state = DeliveryState.PENDING;

	private @Nullable String reason;

	private int attempts;

	private Instant createdAt;

	private Instant triedSince;

	private Instant nextAttemptAt;

	private @Nullable Instant sentAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Delivery() {}

	Delivery(NewDelivery mail, String messageId, @Nullable MailChain chain, Instant now) {
		this.id = mail.id();
		this.kind = mail.kind();
		this.ticketId = mail.ticket();
		this.carried = mail.message();
		this.recipient = mail.recipient();
		this.addressedTo = mail.to();
		this.cc = new ArrayList<>(mail.cc());
		this.subject = mail.content().subject();
		this.body = mail.content().text();
		this.html = mail.content().html();
		this.messageId = messageId;
		if (chain != null) {
			this.inReplyTo = chain.inReplyTo();
			this.refersTo = new ArrayList<>(chain.references());
		}
		this.files = new ArrayList<>(mail.files());
		this.createdAt = now;
		this.triedSince = now;
		this.nextAttemptAt = now;
	}

	NotificationSuppressed suppress(String why) {
		this.state = DeliveryState.SUPPRESSED;
		this.reason = why;
		return new NotificationSuppressed(this.id, this.kind.key(), this.ticketId, this.carried, this.recipient, why);
	}

	/** Somebody wants it sent after all. */
	void retry(Instant now) {
		if (this.state != DeliveryState.FAILED && this.state != DeliveryState.SUPPRESSED) {
			throw NotificationProblem.NOT_TO_BE_RETRIED.exception();
		}
		this.state = DeliveryState.PENDING;
		this.triedSince = now;
		this.nextAttemptAt = now;
	}

	/**
	 * Goes to somebody else than whom it was for.
	 *
	 * @param address in the one form of an address
	 */
	void readdress(String address, String messageId, MailChain chain) {
		if (this.addressedTo == null || AddressForm.of(this.addressedTo).equals(this.recipient)) {
			this.addressedTo = address;
		}
		this.cc = new ArrayList<>(
				this.cc.stream().map(copy -> AddressForm.of(copy).equals(this.recipient) ? address : copy).toList());
		this.recipient = address;
		this.messageId = messageId;
		this.inReplyTo = chain.inReplyTo();
		this.refersTo = new ArrayList<>(chain.references());
	}

	NotificationDelivered sent(Instant now) {
		this.attempts++;
		this.state = DeliveryState.SENT;
		this.reason = null;
		this.sentAt = now;
		return new NotificationDelivered(this.id, this.kind.key(), this.ticketId, this.carried, this.recipient,
				this.messageId, now);
	}

	NotificationFailed refused(String why) {
		this.attempts++;
		return fail(why);
	}

	/** The server took it, and it came back. */
	NotificationFailed returned(String why) {
		return fail(why);
	}

	private NotificationFailed fail(String why) {
		this.state = DeliveryState.FAILED;
		this.reason = why;
		return new NotificationFailed(this.id, this.kind.key(), this.ticketId, this.carried, this.recipient, why);
	}

	void deferred(String why, Instant now) {
		this.attempts++;
		this.reason = why;
		this.nextAttemptAt = now.plus(pauseAfter(this.attempts));
	}

	/**
	 * The server takes nothing of ours, so it goes behind all others that are due.
	 *
	 * @param tried whether it was handed over itself: lest it is what the server does not like, it lets others go first for
	 *     some time
	 */
	void heldUp(String why, boolean tried, Instant now) {
		this.reason = why;
		this.nextAttemptAt = now;
		if (tried) {
			this.attempts++;
			var pause = pauseAfter(this.attempts);
			this.nextAttemptAt = now.plus((pause.compareTo(LONGEST_PAUSE_OF_ALL) < 0) ? pause : LONGEST_PAUSE_OF_ALL);
		}
	}

	/** Each is twice the one before, up to an hour. */
	static Duration pauseAfter(int attempts) {
		var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	boolean isTriedLongerThan(Duration time, Instant now) {
		return this.triedSince.plus(time).isBefore(now);
	}

	OutgoingMail mail() {
		return new OutgoingMail(this.kind, this.ticketId, this.recipient,
				(this.addressedTo != null) ? this.addressedTo : this.recipient, List.copyOf(this.cc), this.subject,
				this.body, this.html, this.messageId, this.inReplyTo, List.copyOf(this.refersTo),
				List.copyOf(this.files));
	}

	boolean isAboutTicket() {
		return this.kind.isAboutTicket();
	}

	boolean isToClient() {
		return isAboutTicket() && !this.kind.isToStaff();
	}

	long ticket() {
		return this.ticketId;
	}

	String messageId() {
		return this.messageId;
	}

	boolean isSent() {
		return this.state == DeliveryState.SENT;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.version == null;
	}

	String recipient() {
		return this.recipient;
	}

}
