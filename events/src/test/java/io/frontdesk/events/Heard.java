package io.frontdesk.events;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** What a subscriber heard. */
public class Heard {

	private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();

	@KafkaListener(topics = {"#{T(io.frontdesk.events.Topics).COMPACTED}",
			"#{T(io.frontdesk.events.Topics).EPHEMERAL}"}, groupId = "heard-${random.uuid}")
	void on(ConsumerRecord<String, byte[]> record) {
		this.records.add(record);
	}

	public <T extends DomainEvent> List<T> of(Class<T> type, long ticket) {
		return of(type, Long.toString(ticket));
	}

	/** Of one key, in the order in which they came. */
	public <T extends DomainEvent> List<T> of(Class<T> type, String key) {
		return this.records.stream()
				.filter(record -> record.topic().equals(topic(type)) && record.key().equals(key))
				.map(record -> EventJson.MAPPER.readValue(record.value(), type))
				.toList();
	}

	/** Topics are named as their events. */
	private static String topic(Class<? extends DomainEvent> type) {
		return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
