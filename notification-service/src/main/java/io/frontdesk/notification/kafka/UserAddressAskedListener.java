package io.frontdesk.notification.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Topics;
import io.frontdesk.events.UserAddressAsked;
import io.frontdesk.notification.outbound.Postman;
import io.frontdesk.notification.suppression.Suppression;
import io.frontdesk.notification.writing.MailWriter;

@Component
class UserAddressAskedListener {

	private final Postman postman;

	private final MailWriter writer;

	private final Suppression suppression;

	UserAddressAskedListener(Postman postman, MailWriter writer, Suppression suppression) {
		this.postman = postman;
		this.writer = writer;
		this.suppression = suppression;
	}

	@KafkaListener(topics = Topics.USER_ADDRESS_ASKED)
	void on(UserAddressAsked event) {
		for (var delivery : this.writer.write(event)) {
			this.postman.post(delivery, this.suppression::of);
		}
	}

}
