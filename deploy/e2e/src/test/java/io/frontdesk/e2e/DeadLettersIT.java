package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Letters as the services write them, each by its own login, of two services, by way of the gateway. */
class DeadLettersIT {

	private final Api superAdmin = Frontdesk.api("root@frontdesk.test");

	@Test
	void lettersOfAllServicesAreListedAndSentAgainByTheServiceThatFailed() throws Exception {
		var reason = "The ink is out " + UUID.randomUUID();
		var company = UUID.randomUUID().toString();
		send("company-changed", "ticket-service", company,
				"{\"id\": \"%s\", \"name\": \"Ink\", \"domains\": [], \"active\": false, \"version\": 1}"
						.formatted(company),
				reason);
		send("ticket-created", "notification-service", "1", "{\"ticket\": {\"id\": 1}, \"mail\": 7}", reason);

		var path = "/api/v1/dead-letters?reason=" + reason.replace(" ", "%20");
		await().atMost(Frontdesk.PATIENCE).until(() -> this.superAdmin.found(path).get("total").asInt() == 2);
		var page = this.superAdmin.found(path + "&limit=1");
		assertThat(page.get("unavailable")).isEmpty();
		assertThat(page.get("items")).hasSize(1);
		assertThat(this.superAdmin.all(path)).extracting(letter -> letter.get("service").asString())
				.containsExactlyInAnyOrder("ticket", "notification");

		assertThat(resend(path, "ticket").get("outcome").asString()).isEqualTo("handled");
		var failed = resend(path, "notification");
		assertThat(failed.get("outcome").asString()).isEqualTo("failed");
		assertThat(failed.get("reason").asString()).isNotBlank().isNotEqualTo(reason);
		assertThat(this.superAdmin.found(path).get("total").asInt()).isZero();
	}

	private JsonNode resend(String path, String service) {
		var id = this.superAdmin.all(path)
				.stream()
				.filter(letter -> letter.get("service").asString().equals(service))
				.findFirst()
				.orElseThrow()
				.get("id")
				.asString();
		return this.superAdmin.post("/api/v1/dead-letters/%s/resend".formatted(id), "").json();
	}

	private static void send(String topic, String group, String key, String data, String reason) throws Exception {
		var letter = new ProducerRecord<>(topic + "-dlt", 0, key, bytes(data));
		letter.headers()
				.add("ce_id", bytes(UUID.randomUUID().toString()))
				.add("kafka_dlt-original-topic", bytes(topic))
				.add("kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(0).array())
				.add("kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(0).array())
				.add("kafka_dlt-original-consumer-group", bytes(group))
				.add("kafka_dlt-exception-fqcn", bytes("java.lang.IllegalStateException"))
				.add("kafka_dlt-exception-message", bytes(reason));
		try (var kafka = new KafkaProducer<>(new HashMap<>(Frontdesk.stack().kafkaClient(group)),
				new StringSerializer(),
				new ByteArraySerializer())) {
			kafka.send(letter).get();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
