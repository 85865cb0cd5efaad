package io.frontdesk.events.sending;

import java.time.InstantSource;
import java.util.UUID;

import io.namastack.outbox.Outbox;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.EventJson;

/** States facts. An event commits with the change that it reports, or not at all. */
public class Events {

	/** In bytes, all of it. What the producer and the topics take is more: a dead letter has its reason beside it. */
	public static final int LARGEST = 4_194_304;

	private final Outbox outbox;

	private final InstantSource clock;

	private final String source;

	Events(Outbox outbox, InstantSource clock, String source) {
		this.outbox = outbox;
		this.clock = clock;
		this.source = source;
	}

	/**
	 * @throws EventTooLargeException if Kafka would not take it
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void publish(DomainEvent event) {
		var record = new OutboundEvent(UUID.randomUUID().toString(), this.source, event.topic(), event.key(),
				this.clock.instant().toString(), EventJson.MAPPER.writeValueAsString(event));
		var size = record.size();
		if (size > LARGEST) {
			throw new EventTooLargeException(record.topic(), record.key(), size);
		}
		this.outbox.schedule(record, event.key());
	}

}
