package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.sending.Events;
import io.frontdesk.local.testing.RealServers;

@SpringBootTest(properties = {"spring.application.name=outbox-it", "spring.config.import=classpath:events.yaml"})
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA})
class OutboxAndInboxIT {

	private static final Person DORA = Person.of("dora@example.org", "Dora Example");

	private final Events events;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final KafkaTemplate<Object, Object> kafka;

	private final Subscriber subscriber;

	@Autowired
	OutboxAndInboxIT(Events events, PlatformTransactionManager transactions, JdbcClient jdbc,
			KafkaTemplate<Object, Object> kafka, Subscriber subscriber) {
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc = jdbc;
		this.kafka = kafka;
		this.subscriber = subscriber;
	}

	@Test
	void eventsOfOneKeyArriveInTheOrderOfTheirCommits() {
		var tickets = LongStream.range(3_000_000, 3_000_020).boxed().toList();
		try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var ticket : tickets) {
				writers.submit(() -> IntStream.range(0, 25).forEach(version -> publish(ticket, version)));
			}
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> received(tickets).size() == 500);
		var versions = new HashMap<Long, List<Long>>();
		received(tickets)
				.forEach(event -> versions.computeIfAbsent(event.ticket().id(), _ -> new CopyOnWriteArrayList<>())
						.add(event.ticket().version()));
		assertThat(versions).hasSize(20)
				.allSatisfy((_, order) -> assertThat(order).isEqualTo(LongStream.range(0, 25).boxed().toList()));
	}

	@Test
	void eventOfARolledBackChangeIsNeverSent() {
		var before = publish(3_100_000, 0);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.transaction.execute(_ -> {
			this.events.publish(event(3_100_000, 1));
			throw new IllegalStateException("The change fails");
		}));
		var after = publish(3_100_000, 2);
		await().atMost(Duration.ofMinutes(1)).until(() -> received(List.of(3_100_000L)).contains(after));
		assertThat(received(List.of(3_100_000L))).containsExactly(before, after);
	}

	@Test
	void eventOutsideOfATransactionIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
				.isThrownBy(() -> this.events.publish(event(3_200_000, 0)));
	}

	@Test
	void eventCarriesCloudEventsHeaders() {
		publish(3_300_000, 7);
		await().atMost(Duration.ofMinutes(1)).until(() -> received(List.of(3_300_000L)).size() == 1);
		var record = this.subscriber.recordOf(3_300_000);
		assertThat(record.key()).isEqualTo("3300000");
		assertThat(headers(record)).containsEntry("ce_specversion", "1.0")
				.containsEntry("ce_type", "io.frontdesk.ticket-status-changed.v1")
				.containsEntry("ce_source", "/frontdesk/outbox-it")
				.containsEntry("ce_subject", "3300000")
				.containsEntry("content-type", "application/json")
				.containsKeys("ce_id", "ce_time");
		assertThat(UUID.fromString(headers(record).get("ce_id"))).isNotNull();
		assertThat(Instant.parse(headers(record).get("ce_time"))).isNotNull();
	}

	@Test
	void eventThatKafkaBringsAgainIsHandledOnce() {
		publish(3_400_000, 0);
		await().atMost(Duration.ofMinutes(1)).until(() -> received(List.of(3_400_000L)).size() == 1);
		var record = this.subscriber.recordOf(3_400_000);
		this.kafka
				.send(new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(),
						record.headers()))
				.join();
		var later = publish(3_400_000, 1);
		await().atMost(Duration.ofMinutes(1)).until(() -> received(List.of(3_400_000L)).contains(later));
		assertThat(received(List.of(3_400_000L))).extracting(event -> event.ticket().version()).containsExactly(0L, 1L);
	}

	@Test
	void eventThatCanNotBeHandledGoesToTheDeadLettersWithTheReason() {
		publish(Subscriber.CURSED, 0);
		var next = publish(Subscriber.CURSED, 1);
		await().atMost(Duration.ofMinutes(1)).until(() -> this.subscriber.dead.stream()
				.anyMatch(record -> "9999999".equals(record.key())));
		var dead = this.subscriber.dead.stream().filter(record -> "9999999".equals(record.key())).findFirst()
				.orElseThrow();
		assertThat(headers(dead)).containsEntry("ce_type", "io.frontdesk.ticket-status-changed.v1");
		assertThat(headers(dead)).containsEntry("kafka_dlt-exception-message", "This ticket is cursed")
				.containsEntry("kafka_dlt-exception-cause-fqcn", "java.lang.IllegalArgumentException")
				.containsEntry("kafka_dlt-original-consumer-group", "outbox-it")
				.doesNotContainKey("kafka_dlt-exception-stacktrace");
		await().atMost(Duration.ofMinutes(1)).until(() -> received(List.of(Subscriber.CURSED)).contains(next));
		assertThat(this.jdbc.sql("select count(*) from inbox where consumer = 'outbox-it' and event_id = ?")
				.param(headers(dead).get("ce_id"))
				.query(Long.class)
				.single()).as("an event that was not handled may come again").isZero();
	}

	@Test
	void eventThatFailsAmongManyHarmsNoneOfThem() {
		var tickets = LongStream.range(3_500_000, 3_500_040).boxed().toList();
		this.transaction.executeWithoutResult(_ -> {
			tickets.forEach(ticket -> this.events.publish(event(ticket, 0)));
			this.events.publish(event(Subscriber.DOOMED, 0));
			tickets.forEach(ticket -> this.events.publish(event(ticket, 1)));
		});
		await().atMost(Duration.ofMinutes(1)).until(() -> this.subscriber.dead.stream()
				.anyMatch(record -> Long.toString(Subscriber.DOOMED).equals(record.key())));
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(this.jdbc.sql("""
				select count(*) from handled where ticket between 3500000 and 3500039
				""").query(Long.class).single()).isEqualTo(80));
	}

	@Test
	void deadLettersOfTwoGroupsAboutOneEventAreTwo() {
		var letter = new ProducerRecord<Object, Object>(Topics.TICKET_DELETED + Topics.DEAD_LETTER_SUFFIX, "3600000",
				"{}".getBytes(StandardCharsets.UTF_8));
		letter.headers().add("ce_id", "3600000".getBytes(StandardCharsets.UTF_8));
		this.kafka.send(letter).join();
		this.kafka.send(letter).join();
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.subscriber.dead.stream().filter(record -> "3600000".equals(record.key()))
						.count() == 2);
	}

	private TicketStatusChanged publish(long ticket, long version) {
		var event = event(ticket, version);
		this.transaction.executeWithoutResult(_ -> this.events.publish(event));
		return event;
	}

	private List<TicketStatusChanged> received(List<Long> tickets) {
		return this.subscriber.handled.stream().filter(event -> tickets.contains(event.ticket().id())).toList();
	}

	private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
		var headers = new HashMap<String, String>();
		record.headers()
				.forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return headers;
	}

	private static TicketStatusChanged event(long ticket, long version) {
		return new TicketStatusChanged(Actor.staff(DORA, Source.API), TicketStatus.OPEN, TicketStatus.CLOSED,
				new TicketSnapshot(ticket, "Printer on fire", "It smokes.", TicketStatus.CLOSED, Priority.MID, DORA,
						null, null, null, null, WaitingOn.STAFF, Source.API, List.of(), Instant.EPOCH, Instant.EPOCH,
						true, version, null));
	}

	static class Subscriber {

		static final long CURSED = 9_999_999;

		static final long DOOMED = 9_999_998;

		private final JdbcClient jdbc;

		final List<TicketStatusChanged> handled = new CopyOnWriteArrayList<>();

		final List<ConsumerRecord<Object, Object>> seen = new CopyOnWriteArrayList<>();

		final List<ConsumerRecord<Object, Object>> dead = new CopyOnWriteArrayList<>();

		Subscriber(JdbcClient jdbc) {
			this.jdbc = jdbc;
			jdbc.sql("create table handled (ticket bigint, version bigint)").update();
		}

		@KafkaListener(topics = Topics.TICKET_STATUS_CHANGED)
		void on(TicketStatusChanged event) {
			this.jdbc.sql("insert into handled (ticket, version) values (?, ?)")
					.params(event.ticket().id(), event.ticket().version())
					.update();
			if (event.ticket().id() == CURSED && event.ticket().version() == 0 || event.ticket().id() == DOOMED) {
				throw new IllegalArgumentException("This ticket is cursed");
			}
			this.handled.add(event);
		}

		@KafkaListener(topics = Topics.TICKET_STATUS_CHANGED, groupId = "watcher")
		void onRecord(ConsumerRecord<Object, Object> record) {
			this.seen.add(record);
		}

		@KafkaListener(topics = {Topics.TICKET_STATUS_CHANGED + Topics.DEAD_LETTER_SUFFIX,
				Topics.TICKET_DELETED + Topics.DEAD_LETTER_SUFFIX}, groupId = "undertaker")
		void onDead(ConsumerRecord<Object, Object> record) {
			this.dead.add(record);
		}

		ConsumerRecord<Object, Object> recordOf(long ticket) {
			return await().atMost(Duration.ofMinutes(1)).until(() -> this.seen.stream()
					.filter(record -> Long.toString(ticket).equals(record.key()))
					.findFirst()
					.orElse(null), record -> record != null);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Subscriber.class)
	static class Application {}

}
