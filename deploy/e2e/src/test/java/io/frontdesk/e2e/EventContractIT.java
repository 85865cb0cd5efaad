package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import io.frontdesk.events.Topics;

/** What stands on Kafka is what the schemas say: each event that there is, of this test and of those before it. */
class EventContractIT {

	private final Map<String, Schema> schemas = schemas();

	@Test
	void eachEventIsAsItsSchemaSaysAndEachServiceMayDoWhatItDoes() {
		causeOneOfEach();
		var caused = Topics.ALL.stream().filter(topic -> !topic.equals(Topics.NOTIFICATION_FAILED)).toList();
		var events = await("an event of each topic, but for a failed notification").atMost(Frontdesk.PATIENCE)
				.pollInterval(Duration.ofSeconds(1))
				.until(EventContractIT::read,
						found -> found.stream().map(ConsumerRecord::topic).toList().containsAll(caused));
		for (var event : events) {
			assertThat(header(event, "ce_type")).isEqualTo("io.frontdesk.%s.v1".formatted(event.topic()));
			assertThat(this.schemas.get(event.topic())
					.validate(event.value(), InputFormat.JSON,
							context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
					.as("%s %s", event.topic(), event.value())
					.isEmpty();
		}
		System.out.printf("%,d events are as their schemas say: %s%n", events.size(), events.stream()
				.collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting())));
		assertThatKafkaRefusedNoService();
	}

	private static void assertThatKafkaRefusedNoService() {
		for (var service : List.of("org-service", "ticket-service", "mail-ingest-service", "notification-service")) {
			assertThat(Frontdesk.stack().home().log(service)).content()
					.doesNotContain("AuthorizationException", "AuthenticationException", "Not authorized");
		}
	}

	private static void causeOneOfEach() {
		var root = Frontdesk.root();
		var company = root.created("/api/v1/companies", "{\"name\": \"Contract %s\"}".formatted(UUID.randomUUID()));
		var project = root.created("/api/v1/projects", "{\"name\": \"Website\", \"company\": \"%s\"}"
				.formatted(company.get("id").asString()));
		root.created("/api/v1/tasks",
				"{\"name\": \"Relaunch\", \"project\": \"%s\"}".formatted(project.get("id").asString()));
		var user = root.created("/api/v1/users", "{\"email\": \"%s@contract.example\"}".formatted(UUID.randomUUID()));
		root.patch("/api/v1/users/" + user.get("id").asString(),
				"{\"email\": \"%s@contract.example\"}".formatted(UUID.randomUUID()));
		Frontdesk.mail("contract@example.org", "A contract", "Please have a look.");
		Frontdesk.mail("no-reply@contract.example.org", "A newsletter", "Nobody reads the answers to this.");
		var ticket = "/api/v1/tickets/"
				+ Frontdesk.ticketIn(Frontdesk.awaitMail("contract@example.org", _ -> true));
		root.patch(ticket, "{\"priority\": \"high\", \"tags\": [\"contract\"], \"project\": \"%s\"}"
				.formatted(project.get("id").asString()));
		root.created(ticket + "/messages", "{\"kind\": \"note\", \"body\": \"Somebody must sign it.\"}");
		root.patch(ticket, "{\"status\": \"closed\"}");
		assertThat(Api.send(root.request(ticket).DELETE()).status()).isEqualTo(204);
	}

	private static List<ConsumerRecord<String, String>> read() {
		var settings = new HashMap<String, Object>(Frontdesk.stack().kafkaClient("kafka"));
		settings.put("enable.auto.commit", false);
		try (var kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			var partitions = Topics.ALL.stream()
					.flatMap(topic -> kafka.partitionsFor(topic).stream())
					.map(partition -> new TopicPartition(partition.topic(), partition.partition()))
					.toList();
			kafka.assign(partitions);
			kafka.seekToBeginning(partitions);
			var ends = kafka.endOffsets(partitions);
			var events = new ArrayList<ConsumerRecord<String, String>>();
			while (partitions.stream().anyMatch(partition -> kafka.position(partition) < ends.get(partition))) {
				kafka.poll(Duration.ofSeconds(1)).forEach(events::add);
			}
			return events;
		}
	}

	private static String header(ConsumerRecord<?, ?> event, String name) {
		return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private static Map<String, Schema> schemas() {
		var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
		return Topics.ALL.stream().collect(Collectors.toMap(topic -> topic,
				topic -> registry.getSchema(SchemaLocation.of("classpath:schemas/%s.v1.json".formatted(topic)))));
	}

}
