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

	/** One at a time: a sender's mail waits for their row if it is to be written by both, and that must not take long. */
	@KafkaListener(topics = Topics.USER_CHANGED, properties = "max.poll.records=1")
	void on(UserChanged event) {
		this.people.update(event);
	}

}
