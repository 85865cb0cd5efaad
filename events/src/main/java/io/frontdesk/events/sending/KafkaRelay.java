package io.frontdesk.events.sending;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

import io.frontdesk.events.deadletters.DeadLetterBook;
import io.frontdesk.events.deadletters.Direction;
import io.frontdesk.events.deadletters.Failure;
import io.frontdesk.events.deadletters.LostEvent;
import io.frontdesk.events.deadletters.Unsendable;

/**
 * Hands an event of the outbox to Kafka; returning means that all in-sync replicas have it, or that it is a dead letter,
 * as Kafka will never take it. What Kafka may take later is tried again by the outbox, without end.
 */
class KafkaRelay implements OutboxTypedHandler<OutboundEvent> {

	private static final Logger log = LoggerFactory.getLogger(KafkaRelay.class);

	private static final long PATIENCE_SECONDS = 30;

	private final KafkaTemplate<Object, Object> kafka;

	private final DeadLetterBook deadLetters;

	private final InstantSource clock;

	private final Set<String> waiting = ConcurrentHashMap.newKeySet();

	KafkaRelay(KafkaTemplate<Object, Object> kafka, DeadLetterBook deadLetters, InstantSource clock) {
		this.kafka = kafka;
		this.deadLetters = deadLetters;
		this.clock = clock;
	}

	@Override
	public void handle(OutboundEvent event, OutboxRecordMetadata metadata) {
		try {
			this.kafka.send(event.toRecord()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			taken(event);
		} catch (ExecutionException | TimeoutException | RuntimeException ex) {
			if (!Unsendable.isCauseOf(ex)) {
				throw notTaken(event, ex);
			}
			setAside(event, ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while Kafka had event %s".formatted(event.id()), ex);
		}
	}

	private void taken(OutboundEvent event) {
		if (this.waiting.remove(event.topic())) {
			log.info("Kafka takes events for {} again", event.topic());
		}
	}

	private KafkaException notTaken(OutboundEvent event, Exception ex) {
		if (this.waiting.add(event.topic())) {
			log.warn("Kafka takes no events for {}: {}. They wait in the outbox and are sent as soon as it does.",
					event.topic(), Failure.of(ex).reason());
		}
		return new KafkaException("Kafka did not take event %s for %s".formatted(event.id(), event.topic()), ex);
	}

	private void setAside(OutboundEvent event, Exception ex) {
		var failure = Failure.of(ex);
		this.deadLetters.keep("outbox " + event.id(), Direction.SENDING, "", LostEvent.of(event.toRecord()), failure,
				this.clock.instant());
		log.error("Kafka will never take event {} for {} about {}, which is a dead letter now: {}", event.id(),
				event.topic(), event.key(), failure.reason());
	}

}
