package io.frontdesk.ticket.trail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.events.NotificationSuppressed;

/**
 * What became of one mail of ours.
 *
 * @param message the reply that it carried; null for any other mail
 * @param mailId its Message-ID, once it is sent
 * @param toldAt when notification-service stated it
 */
public record Outcome(UUID id, long ticket, @Nullable UUID message, String kind, String recipient, DeliveryState state,
		@Nullable String reason, @Nullable String mailId, Instant toldAt) {

	public static Outcome of(NotificationDelivered event, Instant toldAt) {
		return new Outcome(event.id(), event.ticketId(), event.message(), event.kind(), event.to(), DeliveryState.SENT,
				null, event.messageId(), toldAt);
	}

	public static Outcome of(NotificationFailed event, Instant toldAt) {
		return new Outcome(event.id(), event.ticketId(), event.message(), event.kind(), event.to(),
				DeliveryState.FAILED, event.reason(), null, toldAt);
	}

	public static Outcome of(NotificationSuppressed event, Instant toldAt) {
		return new Outcome(event.id(), event.ticketId(), event.message(), event.kind(), event.to(),
				DeliveryState.SUPPRESSED, event.reason(), null, toldAt);
	}

}
