package io.frontdesk.ticket.intake.kafka;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Topics;
import io.frontdesk.events.transaction.AtCommit;
import io.frontdesk.ticket.intake.MailDesk;
import io.frontdesk.ticket.intake.Placement;

@Component
class MailReceivedListener {

	private static final Logger log = LoggerFactory.getLogger(MailReceivedListener.class);

	private final MailDesk desk;

	private final AtCommit<MailReceived> mails = new AtCommit<>(this::place);

	MailReceivedListener(MailDesk desk) {
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED)
	void on(MailReceived mail) {
		if (this.desk.isForNoTicket(mail)) {
			log.info("Mail {} ({}) goes to no ticket", mail.intakeId(), mail.classification());
		} else {
			this.mails.add(mail);
		}
	}

	private void place(List<MailReceived> mails) {
		var placements = this.desk.receive(mails);
		for (var i = 0; i < placements.size(); i++) {
			log(mails.get(i), placements.get(i));
		}
	}

	private static void log(MailReceived mail, Placement placement) {
		switch (placement) {
			case Placement.Opened(var ticket) -> log.info("Mail {} opened ticket {}", mail.intakeId(), ticket);
			case Placement.Appended(var ticket) -> log.info("Mail {} went to ticket {}", mail.intakeId(), ticket);
			case Placement.WasThere(var ticket) -> log.info("Mail {} is in ticket {} already", mail.intakeId(), ticket);
			case Placement.DeletedOpenedNew(var ticket, var deleted) -> log.info(
					"Mail {} opened ticket {}: ticket {}, which it belongs to, was deleted", mail.intakeId(), ticket,
					deleted);
			case Placement.StrangerOpenedNew(var ticket, var possibly) -> log.info(
					"Mail {} opened ticket {}: it names ticket {}, of which its sender is no part", mail.intakeId(),
					ticket, possibly);
			case Placement.UnprovenOpenedNew(var ticket, var possibly) -> log.info(
					"Mail {} opened ticket {}: it names ticket {}, but nothing proves that it is its sender's",
					mail.intakeId(), ticket, possibly);
		}
	}

}
