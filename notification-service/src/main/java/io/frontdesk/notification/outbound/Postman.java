package io.frontdesk.notification.outbound;

import java.nio.charset.StandardCharsets;
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

	private final AnsweredMails answered;

	private final SignedReferences references;

	private final MailServer server;

	private final Events events;

	private final OutboundSettings settings;

	private final InstantSource clock;

	private final ApplicationEventPublisher application;

	Postman(Deliveries deliveries, AnsweredMails answered, SignedReferences references, MailServer server,
			Events events, OutboundSettings settings, InstantSource clock, ApplicationEventPublisher application) {
		this.deliveries = deliveries;
		this.answered = answered;
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
			this.answered.remember(ticket, mail.messageId());
		}
	}

	/** @param suppressedBecause why it must not be sent, though it is recorded; null to send it */
	public void post(NewDelivery mail, @Nullable String suppressedBecause) {
		var id = idOf(mail);
		if (this.deliveries.existsById(id)) {
			return;
		}
		var ticket = mail.ticket().id();
		var delivery = new Delivery(id, mail, this.references.messageId(ticket, id, this.settings.domain()),
				this.answered.of(ticket), this.clock.instant());
		if (suppressedBecause != null) {
			delivery.suppress(suppressedBecause);
		}
		this.deliveries.save(delivery);
		this.application.publishEvent(new DeliveryPosted(id));
	}

	/** The same for the same state of a ticket, so that an event told twice is no second mail. */
	private static UUID idOf(NewDelivery mail) {
		var name = "%s/%d/%d/%s".formatted(mail.kind(), mail.ticket().id(), mail.ticket().version(), mail.recipient());
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	/** Sends one mail that is due; false if there is none. */
	boolean sendNext() {
		var due = this.deliveries.nextDue(this.clock.instant());
		due.ifPresent(this::send);
		return due.isPresent();
	}

	private void send(Delivery delivery) {
		var now = this.clock.instant();
		switch (this.server.send(delivery.mail())) {
			case MailServer.Answer.Taken() -> this.events.publish(delivery.sent(now));
			case MailServer.Answer.Refused(var why) -> this.events.publish(delivery.refused(why));
			case MailServer.Answer.Deferred(var why) when delivery.isOlderThan(this.settings.giveUpAfter(), now) ->
				this.events.publish(delivery.refused("Given up after " + this.settings.giveUpAfter() + ": " + why));
			case MailServer.Answer.Deferred(var why) -> delivery.deferred(why, now);
		}
	}

	record DeliveryPosted(UUID id) {}

}
