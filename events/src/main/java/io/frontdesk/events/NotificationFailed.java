package io.frontdesk.events;

import java.util.UUID;

/** A mail of ours was refused for good. */
public record NotificationFailed(UUID id, String kind, long ticketId, String to, String reason) implements DomainEvent {

	@Override
	public String topic() {
		return Topics.NOTIFICATION_FAILED;
	}

	@Override
	public String key() {
		return Long.toString(this.ticketId);
	}

}
