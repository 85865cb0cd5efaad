package io.frontdesk.mail.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

import io.frontdesk.events.EventJson;
import io.frontdesk.events.Topics;
import io.frontdesk.mail.intake.ReturnedMails;

/** Hears of mails that another service gave up. */
@Component
class DeadMailListener {

	private static final Logger log = LoggerFactory.getLogger(DeadMailListener.class);

	private final ReturnedMails returned;

	DeadMailListener(ReturnedMails returned) {
		this.returned = returned;
	}

	/** The event may be dead for being none, so that no more of it is read than which mail it is about. */
	@KafkaListener(topics = Topics.MAIL_RECEIVED + Topics.DEAD_LETTER_SUFFIX)
	void on(ConsumerRecord<String, byte[]> dead) {
		var service = header(dead, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
		var cause = "%s by %s: %s".formatted(header(dead, KafkaHeaders.DLT_EXCEPTION_FQCN),
				header(dead, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN), header(dead, KafkaHeaders.DLT_EXCEPTION_MESSAGE));
		mail(dead).ifPresentOrElse(mail -> this.returned.gaveUp(service, mail, cause), () -> log
				.error("{} could not handle what is no mail, at {} of the dead letters: {}", service, dead.offset(),
						cause));
	}

	private static Optional<UUID> mail(ConsumerRecord<String, byte[]> dead) {
		try {
			return Optional.of(UUID.fromString(EventJson.MAPPER.readTree(dead.value()).path("intakeId").asString()));
		} catch (JacksonException | IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private static String header(ConsumerRecord<?, ?> record, String name) {
		var header = record.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "unknown";
	}

}
