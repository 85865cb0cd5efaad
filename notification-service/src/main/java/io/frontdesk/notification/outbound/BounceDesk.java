package io.frontdesk.notification.outbound;

import java.util.List;
import java.util.Locale;
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
	 * Anybody can write a bounce. It counts only if it names a mail of ours by its signed Message-ID, and whom that mail went
	 * to: then its writer has had the mail.
	 */
	public void take(Bounce bounce) {
		if (bounce.action().equals("failed")) {
			named(bounce).stream().filter(Delivery::isSent).forEach(delivery -> fail(delivery, bounce));
		}
	}

	private List<Delivery> named(Bounce bounce) {
		var messageId = bounce.originalMessageId();
		if (messageId == null) {
			return List.of();
		}
		var recipients = Stream.of(bounce.recipients(), bounce.originalRecipients())
				.flatMap(List::stream)
				.map(address -> address.toLowerCase(Locale.ROOT))
				.toList();
		return this.references.inMessageId(messageId)
				.stream()
				.map(mail -> this.deliveries.findLocked(mail.ticket(), messageId, recipients))
				.flatMap(List::stream)
				.toList();
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
