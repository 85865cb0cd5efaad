package io.frontdesk.events;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The SMTP server took a mail of ours.
 *
 * @param message the reply that it carried to the client; null for any other mail
 */
public record NotificationDelivered(UUID id, String kind, long ticketId, @Nullable UUID message, String to,
		String messageId, Instant sentAt) implements DomainEvent {

	@Override
	public String topic() {
		return Topics.NOTIFICATION_DELIVERED;
	}

	@Override
	public String key() {
		return Long.toString(this.ticketId);
	}

}
