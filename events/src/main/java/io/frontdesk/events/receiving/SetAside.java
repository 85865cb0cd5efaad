package io.frontdesk.events.receiving;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdminOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames;
import org.springframework.kafka.support.KafkaUtils;

import io.frontdesk.events.Topics;
import io.frontdesk.events.deadletters.DeadLetterBook;
import io.frontdesk.events.deadletters.Direction;
import io.frontdesk.events.deadletters.Failure;
import io.frontdesk.events.deadletters.LostEvent;
import io.frontdesk.events.deadletters.Unsendable;

/** Where an event goes that a listener gave up: to the dead-letter topic with the reason, and if need be elsewhere. */
class SetAside implements ConsumerAwareRecordRecoverer {

	private static final Logger log = LoggerFactory.getLogger(SetAside.class);

	private final DeadLetterPublishingRecoverer topic;

	private final KafkaAdminOperations admin;

	private final DeadLetterBook book;

	private final InstantSource clock;

	SetAside(KafkaTemplate<Object, Object> kafka, KafkaAdminOperations admin, DeadLetterBook book,
			InstantSource clock) {
		this.topic = new DeadLetterPublishingRecoverer(kafka,
				(failed, _) -> new TopicPartition(deadLettersOf(failed), 0));
		// A stack trace may be larger than what Kafka takes beside the event; the log has it.
		this.topic.setExceptionHeadersCreator(SetAside::describe);
		this.admin = admin;
		this.book = book;
		this.clock = clock;
	}

	@Override
	public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception ex) {
		var failure = Failure.of(Objects.requireNonNull(ex));
		if (record.topic().endsWith(Topics.DEAD_LETTER_SUFFIX)) {
			log.error("Dead letter {} could not be taken note of and stays where it is: {}",
					OnceOnly.placeOf(record), failure.reason(), ex);
			return;
		}
		try {
			this.topic.accept(record, consumer, ex);
		} catch (RuntimeException refusal) {
			onRefusal(record, failure, refusal);
		}
		log.error("Event {} could not be handled and is a dead letter now: {}", OnceOnly.placeOf(record),
				failure.reason(), ex);
	}

	private void onRefusal(ConsumerRecord<?, ?> record, Failure failure, RuntimeException refusal) {
		if (!Unsendable.isCauseOf(refusal)) {
			makeSureOf(deadLettersOf(record), refusal);
			throw refusal;
		}
		this.book.keep(OnceOnly.placeOf(record), Direction.RECEIVING, String.valueOf(KafkaUtils.getConsumerGroupId()),
				LostEvent.of(record), failure, this.clock.instant());
	}

	/** Where this service may not, a set-up has made it, and something else is the matter. */
	private void makeSureOf(String letters, RuntimeException refusal) {
		try {
			this.admin.createOrModifyTopics(TopicBuilder.name(letters).partitions(1).build());
		} catch (RuntimeException ex) {
			refusal.addSuppressed(ex);
		}
	}

	private static String deadLettersOf(ConsumerRecord<?, ?> record) {
		return record.topic() + Topics.DEAD_LETTER_SUFFIX;
	}

	private static void describe(Headers headers, Exception ex, boolean isKey, HeaderNames names) {
		var failure = Failure.of(ex);
		var of = Objects.requireNonNull(names.getExceptionInfo());
		headers.add(of.getExceptionMessage(), failure.reason().getBytes(StandardCharsets.UTF_8));
		headers.add(of.getExceptionFqcn(), failure.exception().getBytes(StandardCharsets.UTF_8));
		headers.add(of.getExceptionCauseFqcn(), failure.exception().getBytes(StandardCharsets.UTF_8));
	}

}
