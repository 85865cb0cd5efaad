package io.frontdesk.notification.outbound;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.MailReceived.Bounce;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.events.sending.Events;

/** Takes our mails that come back: after the SMTP server took them, another one could not deliver them. */
@Component
@Transactional
public class BounceDesk {

	/** As much of a report's words as somebody would read. */
	private static final int LONGEST_WORDS = 500;

	private final Deliveries deliveries;

	private final SignedReferences references;

	private final Events events;

	private final ApplicationEventPublisher application;

	BounceDesk(Deliveries deliveries, SignedReferences references, Events events,
			ApplicationEventPublisher application) {
		this.deliveries = deliveries;
		this.references = references;
		this.events = events;
		this.application = application;
	}

	/**
	 * Anybody can write a bounce. It counts only if it names a mail of ours by its signed Message-ID, or by the address that
	 * its recipient was to answer to, and whom that mail went to: then its writer has had the mail.
	 */
	public void take(ReturnedMail report) {
		if (report.isFailure()) {
			returned(report).stream().filter(Delivery::isSent).forEach(delivery -> fail(delivery, report.bounce()));
		}
	}

	private List<Delivery> returned(ReturnedMail report) {
		return Stream.concat(report.messageIds().map(id -> named(id, report)),
				report.addressees().map(address -> answered(address, report)))
				.filter(found -> !found.isEmpty())
				.findFirst()
				.orElse(List.of());
	}

	/** Those that went out under a Message-ID, to whom the report is about. */
	private List<Delivery> named(String messageId, ReturnedMail report) {
		return this.references.inMessageId(messageId)
				.map(ours -> this.deliveries.findLocked(ours.ticket(), messageId)
						.stream()
						.filter(delivery -> report.isAbout(delivery.recipient(),
								ours.isFor(delivery.recipient())))
						.toList())
				.orElse(List.of());
	}

	/** The last that went to whom we gave that address: a server that returns a mail there names no other. */
	private List<Delivery> answered(String address, ReturnedMail report) {
		return this.references.inReplyAddress(address)
				.map(ours -> this.deliveries.findSentLocked(ours.ticket())
						.stream()
						.filter(delivery -> ours.isFor(delivery.recipient())
								&& report.isAbout(delivery.recipient(), true))
						.limit(1)
						.toList())
				.orElse(List.of());
	}

	private void fail(Delivery delivery, Bounce bounce) {
		var why = "Came back: " + words(bounce);
		this.events.publish(delivery.returned(why));
		if (bounce.hard()) {
			this.application.publishEvent(new RecipientUnknown(delivery.recipient(), why));
		}
	}

	/** What its report says. */
	public static String words(Bounce bounce) {
		return Optional.ofNullable(bounce.diagnostic())
				.or(() -> Optional.ofNullable(bounce.status()))
				.map(words -> words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
				.orElse("the report gives no reason");
	}

}
