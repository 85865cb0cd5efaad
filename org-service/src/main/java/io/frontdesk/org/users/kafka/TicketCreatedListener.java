package io.frontdesk.org.users.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.Topics;
import io.frontdesk.org.users.Directory;

@Component
class TicketCreatedListener {

	private final Directory directory;

	TicketCreatedListener(Directory directory) {
		this.directory = directory;
	}

	/** Who has written a mail is met by that. */
	@KafkaListener(topics = Topics.TICKET_CREATED)
	void on(TicketCreated created) {
		if (created.mail() != null && created.mail().classification() == Classification.PERSON) {
			return;
		}
		this.directory.meetRequester(created.ticket().requester(), created.actor());
	}

}
