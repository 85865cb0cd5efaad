package io.frontdesk.notification.kafka;

import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketEvent;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.Topics;
import io.frontdesk.notification.outbound.Postman;
import io.frontdesk.notification.proof.Doorkeeper;
import io.frontdesk.notification.suppression.Suppression;
import io.frontdesk.notification.writing.MailWriter;

@Component
class TicketEventsListener {

	private final Postman postman;

	private final MailWriter writer;

	private final Suppression suppression;

	private final Doorkeeper doorkeeper;

	TicketEventsListener(Postman postman, MailWriter writer, Suppression suppression, Doorkeeper doorkeeper) {
		this.postman = postman;
		this.writer = writer;
		this.suppression = suppression;
		this.doorkeeper = doorkeeper;
	}

	@KafkaListener(topics = Topics.TICKET_CREATED)
	void on(TicketCreated event) {
		tell(event, event.mail());
	}

	@KafkaListener(topics = Topics.TICKET_STATUS_CHANGED)
	void on(TicketStatusChanged event) {
		tell(event, null);
	}

	@KafkaListener(topics = Topics.TICKET_UPDATED)
	void on(TicketUpdated event) {
		tell(event, null);
	}

	@KafkaListener(topics = Topics.TICKET_MESSAGE_ADDED)
	void on(TicketMessageAdded event) {
		tell(event, (event.message().kind() == MessageKind.CLIENT) ? event.mail() : null);
	}

	/** @param mail of a client's: one by which staff answer is nothing that the client has */
	private void tell(TicketEvent event, @Nullable MailOrigin mail) {
		this.postman.remember(event.ticket().id(), mail);
		this.suppression.note(event);
		var standing = this.doorkeeper.standing(event);
		for (var delivery : this.writer.write(event, standing)) {
			this.postman.post(delivery, it -> this.suppression.of(it, event, standing));
		}
		this.doorkeeper.note(event);
	}

}
