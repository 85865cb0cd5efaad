package io.frontdesk.org.users.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Topics;
import io.frontdesk.org.users.Directory;

@Component
class MailReceivedListener {

	private final Directory directory;

	MailReceivedListener(Directory directory) {
		this.directory = directory;
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED)
	void on(MailReceived mail) {
		if (mail.classification() == Classification.PERSON) {
			this.directory.meetSender(mail.from());
		}
	}

}
