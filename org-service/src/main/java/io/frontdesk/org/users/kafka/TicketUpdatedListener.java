package io.frontdesk.org.users.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.Topics;
import io.frontdesk.events.transaction.AtCommit;
import io.frontdesk.org.users.Directory;

@Component
class TicketUpdatedListener {

	private final AtCommit<Person> requesters;

	TicketUpdatedListener(Directory directory) {
		this.requesters = new AtCommit<>(directory::meetClients);
	}

	/** Staff may give a ticket to somebody of whom nobody has heard. They themselves are met by their login. */
	@KafkaListener(topics = Topics.TICKET_UPDATED)
	void on(TicketUpdated updated) {
		var requester = updated.ticket().requester();
		if (updated.changes("requester") && !requester.equals(updated.actor().person())) {
			this.requesters.add(requester);
		}
	}

}
