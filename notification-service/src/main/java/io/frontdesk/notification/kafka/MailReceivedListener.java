package io.frontdesk.notification.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Topics;
import io.frontdesk.notification.outbound.BounceDesk;

@Component
class MailReceivedListener {

	private final BounceDesk desk;

	MailReceivedListener(BounceDesk desk) {
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED)
	void on(MailReceived mail) {
		var bounce = mail.bounce();
		if (mail.classification() == Classification.BOUNCE && bounce != null) {
			this.desk.take(bounce);
		}
	}

}
