package io.frontdesk.org.users.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.Topics;
import io.frontdesk.events.transaction.AtCommit;
import io.frontdesk.org.users.Directory;

@Component
class TicketCreatedListener {

	private final AtCommit<Person> requesters;

	TicketCreatedListener(Directory directory) {
		this.requesters = new AtCommit<>(directory::meetClients);
	}

	/** Who has written a mail is met by that; staff, by their login. */
	@KafkaListener(topics = Topics.TICKET_CREATED)
	void on(TicketCreated created) {
		var requester = created.ticket().requester();
		if (!isMailOfPerson(created) && !isOfStaff(requester, created.actor())) {
			this.requesters.add(requester);
		}
	}

	private static boolean isMailOfPerson(TicketCreated created) {
		return created.mail() != null && created.mail().classification() == Classification.PERSON;
	}

	private static boolean isOfStaff(Person requester, Actor raisedBy) {
		return raisedBy.staff() && requester.equals(raisedBy.person());
	}

}
