package io.frontdesk.notification.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.Topics;
import io.frontdesk.notification.outbound.Postman;
import io.frontdesk.notification.writing.MailWriter;
import io.frontdesk.notification.writing.Suppression;

@Component
class TicketEventsListener {

	private final Postman postman;

	private final MailWriter writer;

	TicketEventsListener(Postman postman, MailWriter writer) {
		this.postman = postman;
		this.writer = writer;
	}

	@KafkaListener(topics = Topics.TICKET_CREATED)
	void on(TicketCreated event) {
		this.postman.remember(event.ticket().id(), event.mail());
		this.postman.post(this.writer.write(event), Suppression.of(event));
	}

	@KafkaListener(topics = Topics.TICKET_STATUS_CHANGED)
	void on(TicketStatusChanged event) {
		this.postman.post(this.writer.write(event), Suppression.of(event));
	}

	@KafkaListener(topics = Topics.TICKET_MESSAGE_ADDED)
	void on(TicketMessageAdded event) {
		this.postman.remember(event.ticket().id(), event.mail());
		if (event.message().kind() == MessageKind.REPLY) {
			this.postman.post(this.writer.writeReply(event), Suppression.of(event));
		}
	}

}
