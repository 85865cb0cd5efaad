package io.frontdesk.ticket.trail.kafka;

import java.time.Instant;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;

import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.events.NotificationSuppressed;
import io.frontdesk.events.Topics;
import io.frontdesk.ticket.trail.Deliveries;
import io.frontdesk.ticket.trail.Outcome;

@Component
class NotificationListener {

	private static final String TIME = "ce_time";

	private final Deliveries deliveries;

	NotificationListener(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	@KafkaListener(topics = Topics.NOTIFICATION_DELIVERED, concurrency = "1")
	void on(NotificationDelivered event, @Header(TIME) String time) {
		this.deliveries.take(Outcome.of(event, Instant.parse(time)));
	}

	@KafkaListener(topics = Topics.NOTIFICATION_FAILED, concurrency = "1")
	void on(NotificationFailed event, @Header(TIME) String time) {
		this.deliveries.take(Outcome.of(event, Instant.parse(time)));
	}

	@KafkaListener(topics = Topics.NOTIFICATION_SUPPRESSED, concurrency = "1")
	void on(NotificationSuppressed event, @Header(TIME) String time) {
		this.deliveries.take(Outcome.of(event, Instant.parse(time)));
	}

}
