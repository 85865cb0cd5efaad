package io.frontdesk.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail of ours was refused for good, given up, or came back after it was taken.
 *
 * @param message the reply that it carried to the client; null for any other mail
 */
public record NotificationFailed(UUID id, String kind, long ticketId, @Nullable UUID message, String to, String reason)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.NOTIFICATION_FAILED;
	}

	@Override
	public String key() {
		return Long.toString(this.ticketId);
	}

}
