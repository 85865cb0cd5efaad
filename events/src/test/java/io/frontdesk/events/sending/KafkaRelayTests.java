package io.frontdesk.events.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import io.frontdesk.events.deadletters.DeadLetterBook;

@ExtendWith(OutputCaptureExtension.class)
class KafkaRelayTests {

	private final DefaultKafkaProducerFactory<Object, Object> nowhere = new DefaultKafkaProducerFactory<>(
			Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 50, "key.serializer", StringSerializer.class,
					"value.serializer", ByteArraySerializer.class));

	@AfterEach
	void close() {
		this.nowhere.destroy();
	}

	@Test
	void brokerThatIsAwayIsToldOnceForEachTopicAndEveryEventIsTriedAgain(CapturedOutput output) {
		var kafka = new KafkaTemplate<>(this.nowhere);
		kafka.setProducerListener(new SendingConfiguration().producerListener());
		var relay = new KafkaRelay(kafka, new DeadLetterBook(JdbcClient.create(new DriverManagerDataSource())),
				InstantSource.system());
		for (var topic : new String[]{"one", "two", "one", "two", "one"}) {
			var event = new OutboundEvent("id", "/source", topic, "key", "2026-11-26T00:00:00Z", "{}");
			assertThatExceptionOfType(KafkaException.class)
					.isThrownBy(() -> relay.handle(event, new OutboxRecordMetadata("key", "id",
							Instant.EPOCH, Map.of())));
		}
		assertThat(output.getAll().lines().filter(line -> line.contains("Kafka takes no events for")))
				.hasSize(2);
		assertThat(output.getAll()).doesNotContain("\tat org.apache.kafka");
	}

}
