package io.frontdesk.mail.intake;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;

import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Topics;

/** The services behind the ledger, which can't handle mails whose subject says so. */
class FailingServices {

	private final Set<UUID> mended = ConcurrentHashMap.newKeySet();

	void mend(UUID mail) {
		this.mended.add(mail);
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED, groupId = "ticket-service")
	void on(MailReceived mail) {
		if (mail.subject().contains("no ticket") && !this.mended.contains(mail.intakeId())) {
			throw new DataIntegrityViolationException("ERROR: invalid byte sequence for encoding \"UTF8\": 0x00");
		}
	}

	@KafkaListener(topics = Topics.MAIL_RECEIVED, groupId = "notification-service")
	void onToo(MailReceived mail) {
		if (mail.subject().contains("no notification")) {
			throw new IllegalStateException("Cannot invoke \"String.length()\" because \"defaultObj\" is null");
		}
	}

}
