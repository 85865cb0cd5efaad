package io.frontdesk.notification.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.events.sending.Events;

/** Takes mails to send, and sends those that are due. */
@Component
@Transactional
public class Postman {

	private final Deliveries deliveries;

	private final MailChains chains;

	private final SignedReferences references;

	private final AddressSeal seal;

	private final MailServer server;

	private final Barred barred;

	private final Outlet outlet;

	private final RetriedMails retriedMails;

	private final Events events;

	private final OutboundSettings settings;

	private final InstantSource clock;

	private final ApplicationEventPublisher application;

	Postman(Deliveries deliveries, MailChains chains, SignedReferences references, AddressSeal seal, MailServer server,
			Barred barred, Outlet outlet, RetriedMails retriedMails, Events events, OutboundSettings settings,
			InstantSource clock,
			ApplicationEventPublisher application) {
		this.deliveries = deliveries;
		this.chains = chains;
		this.references = references;
		this.seal = seal;
		this.server = server;
		this.barred = barred;
		this.outlet = outlet;
		this.retriedMails = retriedMails;
		this.events = events;
		this.settings = settings;
		this.clock = clock;
		this.application = application;
	}

	/** A mail of the client's came; later mails answer it. */
	public void remember(long ticket, @Nullable MailOrigin mail) {
		if (mail != null && mail.messageId() != null) {
			this.chains.add(ticket, mail.messageId());
		}
	}

	/** Writes a mail down, to be sent unless there is an objection. */
	public void post(NewDelivery mail, Objection objection) {
		if (this.deliveries.findById(mail.id()).isPresent()) {
			return;
		}
		var messageId = this.references.messageId(mail.ticket(), mail.mailId(), mail.onlyRecipient(),
				this.settings.domain());
		var why = objection.to(mail);
		var delivery = new Delivery(mail, messageId, chain(mail, messageId, why == null), now());
		if (why != null) {
			tell(delivery, delivery.suppress(why));
		}
		this.deliveries.save(delivery);
		this.application.publishEvent(new DeliveryDue());
	}

	private @Nullable MailChain chain(NewDelivery mail, String messageId, boolean isSent) {
		if (!mail.kind().isAboutTicket()) {
			return null;
		}
		if (mail.kind().isToStaff()) {
			return this.chains.ofStaff(mail.ticket());
		}
		return isSent
				? this.chains.extend(mail.ticket(), messageId, mail.recipient())
				: this.chains.of(mail.ticket(), messageId, mail.recipient());
	}

	/** Sends now what failed or was suppressed: the same mail, with the same Message-ID. */
	public void retry(UUID id) {
		var delivery = locked(id);
		retry(delivery, delivery.recipient());
	}

	/** Sends what failed or was suppressed to another address, with a Message-ID that is known to nobody else. */
	public void retry(UUID id, String address) {
		var delivery = locked(id);
		if (!delivery.isToClient()) {
			throw NotificationProblem.NOT_TO_BE_READDRESSED.exception();
		}
		var recipient = AddressForm.of(address);
		retry(delivery, recipient);
		if (!recipient.equals(delivery.recipient())) {
			var messageId = messageIdFor(recipient, delivery);
			delivery.readdress(recipient, messageId, this.chains.extend(delivery.ticket(), messageId, recipient));
		}
	}

	private Delivery locked(UUID id) {
		return this.deliveries.findLocked(id).orElseThrow(NotificationProblem.NOTIFICATION_NOT_FOUND::exception);
	}

	private void retry(Delivery delivery, String recipient) {
		if (this.barred.why(recipient).isPresent()) {
			throw NotificationProblem.RECIPIENT_BARRED.exception();
		}
		delivery.retry(now());
		sendSoon();
	}

	/** What went to several keeps its Message-ID, which proves of none of them who they are. */
	private String messageIdFor(String recipient, Delivery delivery) {
		if (this.references.inMessageId(delivery.messageId()).filter(SignedReferences.Reference::isForSeveral)
				.isPresent()) {
			return delivery.messageId();
		}
		var mail = UUID.nameUUIDFromBytes(
				"%s/%s".formatted(delivery.getId(), recipient).getBytes(StandardCharsets.UTF_8));
		return this.references.messageId(delivery.ticket(), mail, recipient, this.settings.domain());
	}

	/** Sends again what failed for a reason, the oldest first. */
	public RetriedMails.Result retryAll(FailedFilter filter) {
		var result = this.retriedMails.retry(filter, now());
		sendSoon();
		return result;
	}

	private void sendSoon() {
		this.outlet.hurry();
		this.application.publishEvent(new DeliveryDue());
	}

	/** Sends one mail that is due; false if there is none, or none may be tried yet. */
	boolean sendNext() {
		var now = now();
		var due = this.deliveries.nextDue(now).filter(_ -> this.outlet.admits(now));
		due.ifPresent(delivery -> send(delivery, now));
		return due.isPresent();
	}

	private void send(Delivery delivery, Instant begun) {
		var answer = this.server.send(this.seal.close(delivery.mail()));
		var now = now();
		if (answer instanceof MailServer.Answer.WeRefused(var why, var _)) {
			this.outlet.refused(why, begun, now);
		} else if (!(answer instanceof MailServer.Answer.Deferred)) {
			this.outlet.taken(now);
		}
		switch (answer) {
			case MailServer.Answer.Taken() -> tell(delivery, delivery.sent(now));
			case MailServer.Answer.RecipientRefused(var why, var noSuchRecipient) -> {
				tell(delivery, delivery.refused(why));
				if (noSuchRecipient) {
					this.application.publishEvent(new RecipientUnknown(delivery.recipient(), why));
				}
			}
			case MailServer.Answer.ContentRefused(var why) -> tell(delivery, delivery.refused(why));
			case MailServer.Answer.Deferred(var why) when delivery.isTriedLongerThan(this.settings.giveUpAfter(),
					now) ->
				giveUp(delivery, why);
			case MailServer.Answer.Deferred(var why) -> delivery.deferred(why, now);
			case MailServer.Answer.WeRefused(var why, var atMail) -> {
				delivery.heldUp(why, atMail, now);
				this.deliveries.triedSinceBefore(now.minus(this.settings.giveUpAfter()))
						.forEach(old -> giveUp(old, why));
			}
		}
	}

	private void giveUp(Delivery delivery, String why) {
		tell(delivery, delivery
				.refused("Given up after %d hours: %s".formatted(this.settings.giveUpAfter().toHours(), why)));
	}

	/** The events tell of the mails about tickets. */
	private void tell(Delivery delivery, DomainEvent event) {
		if (delivery.isAboutTicket()) {
			this.events.publish(event);
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

	record DeliveryDue() {}

}
