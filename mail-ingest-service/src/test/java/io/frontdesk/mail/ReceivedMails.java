package io.frontdesk.mail;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.kafka.annotation.KafkaListener;

import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Topics;

/** What the service told of. */
public class ReceivedMails {

	private final List<MailReceived> received = new CopyOnWriteArrayList<>();

	@KafkaListener(topics = Topics.MAIL_RECEIVED, groupId = "#{T(java.util.UUID).randomUUID().toString()}")
	void on(MailReceived mail) {
		this.received.add(mail);
	}

	public List<MailReceived> of(String messageId) {
		return this.received.stream().filter(mail -> messageId.equals(mail.messageId())).toList();
	}

	public List<MailReceived> of(UUID entry) {
		return this.received.stream().filter(mail -> mail.intakeId().equals(entry)).toList();
	}

}
