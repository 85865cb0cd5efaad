package io.frontdesk.ticket.people.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;
import io.frontdesk.ticket.people.People;

@Component
class UserChangedListener {

	private final People people;

	UserChangedListener(People people) {
		this.people = people;
	}

	@KafkaListener(topics = Topics.USER_CHANGED)
	void on(UserChanged event) {
		this.people.update(event);
	}

}
