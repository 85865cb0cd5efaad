package io.frontdesk.org.users.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Person;
import io.frontdesk.events.Topics;
import io.frontdesk.events.transaction.AtCommit;
import io.frontdesk.org.users.Directory;

@Component
class MailReceivedListener {

	private final AtCommit<Person> senders;

	MailReceivedListener(Directory directory) {
		this.senders = new AtCommit<>(directory::meetClients);
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED)
	void on(MailReceived mail) {
		if (mail.classification() == Classification.PERSON) {
			this.senders.add(mail.from());
		}
	}

}
