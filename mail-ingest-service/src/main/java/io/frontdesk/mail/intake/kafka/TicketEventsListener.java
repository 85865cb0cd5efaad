package io.frontdesk.mail.intake.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.Topics;
import io.frontdesk.mail.intake.PlacedMails;

@Component
class TicketEventsListener {

	private final PlacedMails placed;

	TicketEventsListener(PlacedMails placed) {
		this.placed = placed;
	}

	@KafkaListener(topics = Topics.TICKET_CREATED)
	void on(TicketCreated event) {
		if (event.mail() != null) {
			this.placed.becameTicket(event.mail().intakeId(), event.ticket().id());
		}
	}

	@KafkaListener(topics = Topics.TICKET_MESSAGE_ADDED)
	void on(TicketMessageAdded event) {
		if (event.mail() != null) {
			this.placed.becameFollowUp(event.mail().intakeId(), event.ticket().id());
		}
	}

}
