package io.frontdesk.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.kafka.annotation.KafkaListener;

import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.events.NotificationSuppressed;
import io.frontdesk.events.Topics;

/** What a subscriber heard. */
public class Heard {

	private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

	@KafkaListener(topics = Topics.NOTIFICATION_DELIVERED, groupId = "heard-${random.uuid}")
	void on(NotificationDelivered event) {
		this.events.add(event);
	}

	@KafkaListener(topics = Topics.NOTIFICATION_FAILED, groupId = "heard-${random.uuid}")
	void on(NotificationFailed event) {
		this.events.add(event);
	}

	@KafkaListener(topics = Topics.NOTIFICATION_SUPPRESSED, groupId = "heard-${random.uuid}")
	void on(NotificationSuppressed event) {
		this.events.add(event);
	}

	public <T extends DomainEvent> List<T> of(Class<T> type, long ticket) {
		return this.events.stream()
				.filter(type::isInstance)
				.map(type::cast)
				.filter(it -> it.key().equals(Long.toString(ticket)))
				.toList();
	}

}
