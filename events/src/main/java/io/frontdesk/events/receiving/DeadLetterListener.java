package io.frontdesk.events.receiving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.KafkaHeaders;

import io.frontdesk.events.deadletters.DeadLetterBook;
import io.frontdesk.events.deadletters.Direction;
import io.frontdesk.events.deadletters.Failure;
import io.frontdesk.events.deadletters.LostEvent;

/** Takes note of the dead letters of this service's own listeners, those of an earlier release too. */
class DeadLetterListener {

	private final Listeners listeners;

	private final DeadLetterBook book;

	DeadLetterListener(Listeners listeners, DeadLetterBook book) {
		this.listeners = listeners;
		this.book = book;
	}

	void on(ConsumerRecord<Object, Object> letter) {
		var consumer = text(letter, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
		var topic = text(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC);
		if (this.listeners.isHere(consumer, topic)) {
			var event = LostEvent.ofDeadLetter(topic,
					(int) number(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES),
					number(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES), letter);
			this.book.keep(OnceOnly.placeOf(letter), Direction.RECEIVING, consumer, event,
					new Failure(text(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE),
							text(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)),
					Instant.ofEpochMilli(letter.timestamp()));
		}
	}

	private static String text(ConsumerRecord<?, ?> letter, String header) {
		var found = letter.headers().lastHeader(header);
		return (found != null && found.value() != null) ? new String(found.value(), StandardCharsets.UTF_8) : "";
	}

	private static long number(ConsumerRecord<?, ?> letter, String header, int bytes) {
		var found = letter.headers().lastHeader(header);
		if (found == null || found.value() == null || found.value().length != bytes) {
			return -1;
		}
		var value = ByteBuffer.wrap(found.value());
		return (bytes == Integer.BYTES) ? value.getInt() : value.getLong();
	}

}
