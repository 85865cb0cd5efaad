package io.frontdesk.events.sending;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Hands an event of the outbox to Kafka; returning means that all in-sync replicas have it. */
class KafkaRelay implements OutboxTypedHandler<OutboundEvent> {

	private static final long PATIENCE_SECONDS = 30;

	private final KafkaTemplate<Object, Object> kafka;

	KafkaRelay(KafkaTemplate<Object, Object> kafka) {
		this.kafka = kafka;
	}

	@Override
	public void handle(OutboundEvent event, OutboxRecordMetadata metadata) {
		try {
			this.kafka.send(event.toRecord()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("Kafka did not take event %s for %s".formatted(event.id(), event.topic()), ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while Kafka had event %s".formatted(event.id()), ex);
		}
	}

}
