package io.frontdesk.events.receiving;

import java.nio.charset.StandardCharsets;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs a listener in a transaction that also notes the event's id, so that what Kafka brings again is passed over.
 * The row and the listener's work commit together.
 */
class OnceOnly implements MethodInterceptor {

	private static final Logger log = LoggerFactory.getLogger(OnceOnly.class);

	private final TransactionOperations transaction;

	private final JdbcClient jdbc;

	OnceOnly(TransactionOperations transaction, JdbcClient jdbc) {
		this.transaction = transaction;
		this.jdbc = jdbc;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
		return (listener.getArguments().length > 0 && listener.getArguments()[0] instanceof ConsumerRecord<?, ?> record)
				? handle(record, listener)
				: listener.proceed();
	}

	private @Nullable Object handle(ConsumerRecord<?, ?> record, MethodInvocation listener) {
		var event = idOf(record);
		var consumer = String.valueOf(KafkaUtils.getConsumerGroupId());
		this.transaction.executeWithoutResult(_ -> {
			if (isFirst(consumer, event)) {
				proceed(listener);
			} else {
				log.debug("{} has handled event {} before", consumer, event);
			}
		});
		return null;
	}

	private boolean isFirst(String consumer, String event) {
		return this.jdbc.sql("insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing")
				.params(consumer, event)
				.update() == 1;
	}

	/** A record that is no CloudEvent is known by its place in the log. */
	private static String idOf(ConsumerRecord<?, ?> record) {
		var header = record.headers().lastHeader("ce_id");
		return (header != null)
				? new String(header.value(), StandardCharsets.UTF_8)
				: "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
	}

	private static void proceed(MethodInvocation listener) {
		try {
			listener.proceed();
		} catch (RuntimeException | Error ex) {
			throw ex;
		} catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
