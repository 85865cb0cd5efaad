package io.frontdesk.events.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record as it was, so that it can be handed over again. */
public record LostEvent(String topic, int partition, long offset, @Nullable String key, List<Attribute> headers,
		byte @Nullable [] data) {

	private static final int NOWHERE = -1;

	public record Attribute(String name, byte @Nullable [] value) {}

	public static LostEvent of(ConsumerRecord<?, ?> record) {
		return new LostEvent(record.topic(), record.partition(), record.offset(), text(record.key()),
				attributes(record.headers()).toList(), (byte[]) record.value());
	}

	public static LostEvent of(ProducerRecord<?, ?> record) {
		return new LostEvent(record.topic(), NOWHERE, NOWHERE, text(record.key()),
				attributes(record.headers()).toList(), (byte[]) record.value());
	}

	/** What a dead letter has lost by being one. */
	public static LostEvent ofDeadLetter(String topic, int partition, long offset, ConsumerRecord<?, ?> letter) {
		return new LostEvent(topic, partition, offset, text(letter.key()), attributes(letter.headers())
				.filter(header -> !header.name().startsWith("kafka_dlt-"))
				.toList(), (byte[]) letter.value());
	}

	public String place() {
		return "%s-%d@%d".formatted(this.topic, this.partition, this.offset);
	}

	Optional<String> id() {
		return this.headers.stream()
				.filter(header -> header.name().equals("ce_id"))
				.map(Attribute::value)
				.filter(Objects::nonNull)
				.map(value -> new String(value, StandardCharsets.UTF_8))
				.findFirst();
	}

	public ConsumerRecord<Object, Object> received() {
		return new ConsumerRecord<>(this.topic, this.partition, this.offset, ConsumerRecord.NO_TIMESTAMP,
				TimestampType.NO_TIMESTAMP_TYPE, ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, this.key,
				this.data, recordHeaders(), Optional.empty());
	}

	public ProducerRecord<Object, Object> toSend() {
		return new ProducerRecord<>(this.topic, null, null, this.key, this.data, recordHeaders());
	}

	private Headers recordHeaders() {
		var record = new RecordHeaders();
		this.headers.forEach(header -> record.add(header.name(), header.value()));
		return record;
	}

	private static Stream<Attribute> attributes(Headers headers) {
		return StreamSupport.stream(headers.spliterator(), false)
				.map((Header header) -> new Attribute(header.key(), header.value()));
	}

	private static @Nullable String text(@Nullable Object key) {
		return (key != null) ? key.toString() : null;
	}

}
