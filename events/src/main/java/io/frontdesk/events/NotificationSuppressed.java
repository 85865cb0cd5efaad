package io.frontdesk.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail was due and is not sent, so as not to begin a loop or to bother somebody.
 *
 * @param message the reply that it carried to the client; null for any other mail
 */
public record NotificationSuppressed(UUID id, String kind, long ticketId, @Nullable UUID message, String to,
		String reason)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.NOTIFICATION_SUPPRESSED;
	}

	@Override
	public String key() {
		return Long.toString(this.ticketId);
	}

}
