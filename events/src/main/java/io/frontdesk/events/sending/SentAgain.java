package io.frontdesk.events.sending;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

import io.frontdesk.events.Topics;
import io.frontdesk.events.deadletters.Direction;
import io.frontdesk.events.deadletters.LostEvent;
import io.frontdesk.events.deadletters.Redelivery;

/** Sends what Kafka did not take before, since its limits may be others by now. */
class SentAgain implements Redelivery {

	private static final long PATIENCE_SECONDS = 30;

	private final KafkaTemplate<Object, Object> kafka;

	SentAgain(KafkaTemplate<Object, Object> kafka) {
		this.kafka = kafka;
	}

	@Override
	public Direction direction() {
		return Direction.SENDING;
	}

	/** A compacted topic must not end with a row that a later one has replaced. */
	@Override
	public void deliver(String consumer, LostEvent event) {
		if (Topics.COMPACTED.contains(event.topic())) {
			throw new IllegalStateException(
					"%s has whole rows, and this one may be old: change it again, and its newest state is sent"
							.formatted(event.topic()));
		}
		try {
			this.kafka.send(event.toSend()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("Kafka did not take it", ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while Kafka had it", ex);
		}
	}

}
