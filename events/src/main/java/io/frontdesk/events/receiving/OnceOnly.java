package io.frontdesk.events.receiving;

import static io.frontdesk.events.transaction.Columns.column;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionOperations;

import io.frontdesk.events.Topics;

/**
 * Brings a listener what Kafka brings, without what it has handled before: the ids of handled events commit together with
 * the listener's work. All events of a poll share a transaction; if one of them fails, each gets its own.
 */
class OnceOnly implements BatchMessageListener<Object, Object> {

	private static final Logger log = LoggerFactory.getLogger(OnceOnly.class);

	private final MessageListener<Object, Object> listener;

	private final TransactionOperations transaction;

	private final JdbcClient jdbc;

	private final String consumer;

	OnceOnly(MessageListener<Object, Object> listener, TransactionOperations transaction, JdbcClient jdbc,
			String consumer) {
		this.listener = listener;
		this.consumer = consumer;
		this.transaction = transaction;
		this.jdbc = jdbc;
	}

	/** @throws BatchListenerFailedException that names the event that failed; those before it are handled */
	@Override
	public void onMessage(List<ConsumerRecord<Object, Object>> records) {
		if (records.size() > 1) {
			try {
				handle(records);
				return;
			} catch (RuntimeException ex) {
				log.debug("{} events fail together and are tried one by one", records.size(), ex);
			}
		}
		for (var record : records) {
			try {
				handle(record);
			} catch (RuntimeException ex) {
				throw new BatchListenerFailedException(NestedExceptionUtils.getMostSpecificCause(ex).toString(), ex,
						record);
			}
		}
	}

	/** One that Kafka need not bring. */
	void handle(ConsumerRecord<Object, Object> record) {
		handle(List.of(record));
	}

	private void handle(List<ConsumerRecord<Object, Object>> records) {
		this.transaction.executeWithoutResult(_ -> {
			var fresh = note(records);
			for (var record : records) {
				if (fresh.remove(idOf(record))) {
					this.listener.onMessage(record, null, null);
				} else {
					log.debug("Event {} was handled before", idOf(record));
				}
			}
		});
	}

	/** Returns those that were not noted yet. In one order for all, so that none wait for each other in a circle. */
	private Set<String> note(List<ConsumerRecord<Object, Object>> records) {
		return new HashSet<>(this.jdbc.sql("""
				insert into inbox (consumer, event_id) select ?, id from unnest(?) as event (id) order by id
				on conflict do nothing returning event_id
				""")
				.params(this.consumer, column(records, OnceOnly::idOf))
				.query(String.class)
				.list());
	}

	/**
	 * A record that is no CloudEvent is known by its place in the log; so is a dead letter, as several groups may have
	 * failed at one event.
	 */
	private static String idOf(ConsumerRecord<?, ?> record) {
		var header = record.headers().lastHeader("ce_id");
		return (header != null && !record.topic().endsWith(Topics.DEAD_LETTER_SUFFIX))
				? new String(header.value(), StandardCharsets.UTF_8)
				: placeOf(record);
	}

	static String placeOf(ConsumerRecord<?, ?> record) {
		return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
	}

}
