package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Another internal system, with Kafka's own console consumer and the login that is for it. */
class SubscriberIT {

	@TempDir
	private Path directory;

	@Test
	void consoleConsumerShowsCloudEventsAndTheWholeTicket() throws Exception {
		Frontdesk.mail("greta@example.org", "Window open", "It rains in.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("greta@example.org", _ -> true));
		Frontdesk.api("alice@frontdesk.test").patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}");

		var created = event("ticket-created", ticket);
		assertThat(created.headers()).contains("ce_specversion:1.0", "ce_type:io.frontdesk.ticket-created.v1",
				"ce_source:/frontdesk/ticket-service", "ce_subject:" + ticket, "content-type:application/json")
				.anyMatch(header -> header.startsWith("ce_id:"))
				.anyMatch(header -> header.startsWith("ce_time:"));
		var data = JsonMapper.builder().build().readTree(created.data());
		assertThat(data.at("/ticket/subject").asString()).isEqualTo("Window open");
		assertThat(data.at("/ticket/requester/email").asString()).isEqualTo("greta@example.org");
		assertThat(data.at("/actor/route").asString()).isEqualTo("mail");

		var changed = JsonMapper.builder().build().readTree(event("ticket-status-changed", ticket).data());
		assertThat(changed.get("from").asString()).isEqualTo("open");
		assertThat(changed.get("to").asString()).isEqualTo("closed");
		assertThat(changed.at("/ticket/responseTime").isNull()).isFalse();
		assertThat(changed.at("/ticket/version").asLong()).isGreaterThan(data.at("/ticket/version").asLong());
		assertThat(changed.at("/actor/person/email").asString()).isEqualTo("alice@frontdesk.test");
	}

	@Test
	void nobodyReadsMailsOrStatesFactsInAnothersName() throws Exception {
		Frontdesk.mail("henk@example.org", "Between us", "My password is on the note.");
		Frontdesk.awaitMail("henk@example.org", _ -> true);
		var subscriber = new Properties();
		try (var file = Files.newBufferedReader(Frontdesk.stack().home().subscriber())) {
			subscriber.load(file);
		}
		assertThat(subscriber).containsAllEntriesOf(Frontdesk.stack().kafkaClient("subscriber"));
		assertThatThrownBy(() -> read("subscriber", "mail-received")).isInstanceOf(TopicAuthorizationException.class);
		assertThatThrownBy(() -> read("subscriber", "mail-received-dlt"))
				.isInstanceOf(TopicAuthorizationException.class);
		assertThatThrownBy(() -> read("ticket-service", "ticket-deleted-dlt"))
				.isInstanceOf(TopicAuthorizationException.class);
		assertThatThrownBy(() -> forge("subscriber", "ticket-message-added"))
				.hasCauseInstanceOf(AuthorizationException.class);
		assertThatThrownBy(() -> forge("ticket-service", "mail-received"))
				.hasCauseInstanceOf(TopicAuthorizationException.class);
		assertThatThrownBy(() -> forge("mail-ingest-service", "ticket-message-added"))
				.hasCauseInstanceOf(TopicAuthorizationException.class);
	}

	private static void read(String login, String topic) {
		try (var consumer = new KafkaConsumer<>(new HashMap<>(Frontdesk.stack().kafkaClient(login)),
				new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(List.of(new TopicPartition(topic, 0)));
			consumer.seekToBeginning(consumer.assignment());
			await().atMost(Frontdesk.PATIENCE).until(() -> !consumer.poll(Duration.ofSeconds(1)).isEmpty());
		}
	}

	private static void forge(String login, String topic) throws Exception {
		try (var producer = new KafkaProducer<>(new HashMap<>(Frontdesk.stack().kafkaClient(login)),
				new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>(topic, "1", "{}")).get();
		}
	}

	private Event event(String topic, long ticket) throws IOException {
		var output = this.directory.resolve(topic);
		var command = new ArrayList<>(
				Frontdesk.stack().kafkaTool("org.apache.kafka.tools.consumer.ConsoleConsumer"));
		command.addAll(List.of("--bootstrap-server", Frontdesk.stack().kafkaServers(), "--command-config",
				Frontdesk.stack().home().subscriber().toString(), "--group", "subscriber-" + topic, "--topic", topic,
				"--from-beginning", "--formatter-property", "print.headers=true", "--formatter-property",
				"print.key=true"));
		var consumer = new ProcessBuilder(command).redirectOutput(output.toFile())
				.redirectError(this.directory.resolve("errors").toFile())
				.start();
		try {
			return await().atMost(Frontdesk.PATIENCE).until(() -> find(output, ticket), Optional::isPresent)
					.orElseThrow();
		} finally {
			consumer.destroyForcibly();
		}
	}

	private static Optional<Event> find(Path output, long ticket) throws IOException {
		return Files.readString(output, StandardCharsets.UTF_8)
				.lines()
				.map(line -> line.split("\t", 3))
				.filter(parts -> parts.length == 3 && parts[1].equals(Long.toString(ticket)) && parts[2].endsWith("}"))
				.map(parts -> new Event(List.of(parts[0].split(",")), parts[2]))
				.findFirst();
	}

	private record Event(List<String> headers, String data) {}

}
