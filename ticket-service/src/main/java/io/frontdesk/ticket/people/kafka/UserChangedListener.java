package io.frontdesk.ticket.people.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;
import io.frontdesk.events.transaction.AtCommit;
import io.frontdesk.ticket.people.People;

@Component
class UserChangedListener {

	private final AtCommit<UserChanged> changes;

	UserChangedListener(People people) {
		this.changes = new AtCommit<>(people::update);
	}

	@KafkaListener(topics = Topics.USER_CHANGED)
	void on(UserChanged event) {
		this.changes.add(event);
	}

}
