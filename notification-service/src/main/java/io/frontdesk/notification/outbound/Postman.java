package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

	private final MailServer server;

	private final Events events;

	private final OutboundSettings settings;

	private final InstantSource clock;

	private final ApplicationEventPublisher application;

	Postman(Deliveries deliveries, MailChains chains, SignedReferences references, MailServer server,
			Events events, OutboundSettings settings, InstantSource clock, ApplicationEventPublisher application) {
		this.deliveries = deliveries;
		this.chains = chains;
		this.references = references;
		this.server = server;
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
		var messageId = this.references.messageId(mail.ticket(), mail.mailId(), this.settings.domain());
		var why = objection.to(mail);
		var delivery = new Delivery(mail, messageId, chain(mail, messageId, why == null), now());
		if (why != null) {
			this.events.publish(delivery.suppress(why));
		}
		this.deliveries.save(delivery);
		this.application.publishEvent(new DeliveryDue());
	}

	private MailChain chain(NewDelivery mail, String messageId, boolean isSent) {
		if (mail.kind().isToStaff()) {
			return this.chains.ofStaff(mail.ticket());
		}
		return isSent
				? this.chains.extend(mail.ticket(), messageId)
				: this.chains.of(mail.ticket(), messageId);
	}

	/** Sends now what failed or was suppressed: the same mail, with the same Message-ID. */
	public void retry(UUID id) {
		this.deliveries.findLocked(id)
				.orElseThrow(NotificationProblem.NOTIFICATION_NOT_FOUND::exception)
				.retry(now());
		this.application.publishEvent(new DeliveryDue());
	}

	/** Sends one mail that is due; false if there is none. */
	boolean sendNext() {
		var due = this.deliveries.nextDue(now());
		due.ifPresent(this::send);
		return due.isPresent();
	}

	private void send(Delivery delivery) {
		var answer = this.server.send(delivery.mail());
		var now = now();
		switch (answer) {
			case MailServer.Answer.Taken() -> this.events.publish(delivery.sent(now));
			case MailServer.Answer.Refused(var why, var noSuchRecipient) -> {
				this.events.publish(delivery.refused(why));
				if (noSuchRecipient) {
					this.application.publishEvent(new RecipientUnknown(delivery.recipient(), why));
				}
			}
			case MailServer.Answer.Deferred(var why) when delivery.isTriedLongerThan(this.settings.giveUpAfter(),
					now) ->
				this.events.publish(delivery
						.refused("Given up after %d hours: %s".formatted(this.settings.giveUpAfter().toHours(), why)));
			case MailServer.Answer.Deferred(var why) -> delivery.deferred(why, now);
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

	record DeliveryDue() {}

}
