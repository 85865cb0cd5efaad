package io.frontdesk.notification.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Topics;
import io.frontdesk.notification.outbound.BounceDesk;
import io.frontdesk.notification.outbound.ReturnedMail;
import io.frontdesk.notification.replying.ReplyAddressDesk;

@Component
class MailReceivedListener {

	private final BounceDesk desk;

	private final ReplyAddressDesk replies;

	MailReceivedListener(BounceDesk desk, ReplyAddressDesk replies) {
		this.desk = desk;
		this.replies = replies;
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED)
	void on(MailReceived mail) {
		var bounce = mail.bounce();
		if (mail.classification() == Classification.BOUNCE && bounce != null) {
			var returned = new ReturnedMail(mail, bounce);
			this.desk.take(returned);
			this.replies.returned(returned);
		} else if (mail.classification() == Classification.LOOP) {
			this.replies.arrived(mail);
		}
	}

}
