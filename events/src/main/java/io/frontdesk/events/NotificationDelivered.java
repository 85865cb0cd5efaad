package io.frontdesk.events;

import java.time.Instant;
import java.util.UUID;

/** The SMTP server took a mail of ours. */
public record NotificationDelivered(UUID id, String kind, long ticketId, String to, String messageId, Instant sentAt)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.NOTIFICATION_DELIVERED;
	}

	@Override
	public String key() {
		return Long.toString(this.ticketId);
	}

}
