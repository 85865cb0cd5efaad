package io.frontdesk.events.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketDeleted;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.Topics;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.events.sending.EventTooLargeException;
import io.frontdesk.events.sending.Events;
import io.frontdesk.local.testing.RealServers;

@SpringBootTest(properties = {"spring.application.name=letters-service", "spring.config.import=classpath:events.yaml"})
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA})
class DeadLettersIT {

	private static final DeadLetterFilter ALL = new DeadLetterFilter(null, null);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Person DORA = Person.of("dora@example.org", "Dora Example");

	private final Events events;

	private final DeadLetters letters;

	private final DeadLetterList list;

	private final DeadLetterBook book;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final KafkaTemplate<Object, Object> kafka;

	private final KafkaAdmin admin;

	private final Subscriber subscriber;

	@Autowired
	DeadLettersIT(Events events, DeadLetters letters, DeadLetterList list, DeadLetterBook book,
			PlatformTransactionManager transactions, JdbcClient jdbc, KafkaTemplate<Object, Object> kafka,
			KafkaAdmin admin, Subscriber subscriber) {
		this.events = events;
		this.letters = letters;
		this.list = list;
		this.book = book;
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc = jdbc;
		this.kafka = kafka;
		this.admin = admin;
		this.subscriber = subscriber;
	}

	@Test
	void eventThatAListenerGaveUpIsListedWithWhatItIsAbout() {
		this.subscriber.refused.put(4_000_001L, "The ink is out\nof stock\0");
		publish(4_000_001, "");
		var letter = letterAbout(4_000_001);
		assertThat(letter.id()).matches("letters-\\d+");
		assertThat(letter).returns("letters", DeadLetter::service)
				.returns(Direction.RECEIVING, DeadLetter::direction)
				.returns(Topics.TICKET_DELETED, DeadLetter::topic)
				.returns("4000001", DeadLetter::key)
				.returns(4_000_001L, DeadLetter::ticketId)
				.returns("The ink is out", DeadLetter::reason)
				.returns(IllegalStateException.class.getName(), DeadLetter::exception)
				.returns(0, DeadLetter::attempts);
	}

	@Test
	void letterThatIsSentAgainIsHandledByTheListenerThatGaveItUpAndByNobodyElse() {
		this.subscriber.refused.put(4_000_002L, "Not today");
		publish(4_000_002, "");
		var letter = letterAbout(4_000_002);
		assertThat(this.letters.resend(number(letter))).isEqualTo(new Resent.FailedAgain("Not today"));
		assertThat(letterAbout(4_000_002).attempts()).isEqualTo(1);
		this.subscriber.refused.clear();
		assertThat(this.letters.resend(number(letter))).isEqualTo(new Resent.Handled());
		assertThat(this.letters.resend(number(letter))).as("once more").isEqualTo(new Resent.Handled());
		publish(4_000_002, "later");
		await().atMost(PATIENCE).until(() -> timesHandled(4_000_002) == 2);
		assertThat(this.subscriber.watched.stream().filter("4000002"::equals)).hasSize(2);
		assertThat(waiting()).extracting(DeadLetter::ticketId).doesNotContain(4_000_002L);
	}

	@Test
	void letterThatTwoSendAgainAtTheSameTimeIsHandledOnce() throws Exception {
		this.subscriber.refused.put(4_000_003L, "Not yet");
		publish(4_000_003, "");
		var number = number(letterAbout(4_000_003));
		this.subscriber.refused.clear();
		var together = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var tries = IntStream.range(0, 4).mapToObj(_ -> threads.submit(() -> {
				together.await();
				return this.letters.resend(number);
			})).toList();
			together.countDown();
			for (var tried : tries) {
				assertThat(tried.get()).isEqualTo(new Resent.Handled());
			}
		}
		assertThat(timesHandled(4_000_003)).isEqualTo(1);
	}

	@Test
	void allOfAReasonAreSentAgainAndThoseOfAnotherStay() {
		for (var ticket = 4_000_010L; ticket < 4_000_015; ticket++) {
			this.subscriber.refused.put(ticket, (ticket < 4_000_014) ? "The 100% wrong_ink" : "The 1000 wrongXink");
			publish(ticket, "");
		}
		for (var ticket = 4_000_010L; ticket < 4_000_015; ticket++) {
			letterAbout(ticket);
		}
		IntStream.range(4_000_011, 4_000_015).forEach(ticket -> this.subscriber.refused.remove((long) ticket));
		assertThat(this.letters.resend(new DeadLetterFilter(Topics.TICKET_DELETED, "100% WRONG_ink")))
				.isEqualTo(new DeadLetters.Count(3, 1, 1));
		assertThat(waiting()).extracting(DeadLetter::ticketId).contains(4_000_010L, 4_000_014L).doesNotContain(
				4_000_011L);
		assertThat(this.letters.resend(new DeadLetterFilter(Topics.MAIL_RECEIVED, "wrong")))
				.isEqualTo(new DeadLetters.Count(0, 0, 0));
	}

	@Test
	void letterThatNobodyHasIsUnknown() {
		assertThat(this.letters.resend(Long.MAX_VALUE)).isEqualTo(new Resent.Unknown());
	}

	@Test
	void letterThatIsFoundAgainIsListedOnce() {
		var event = new LostEvent(Topics.TICKET_UPDATED, 3, 4, "5", List.of(), null);
		for (var i = 0; i < 2; i++) {
			this.book.keep("found-again", Direction.RECEIVING, "letters-service", event,
					new Failure("First", "java.lang.Error"), Instant.EPOCH);
		}
		var found = waiting().stream().filter(letter -> letter.topic().equals(Topics.TICKET_UPDATED)).toList();
		assertThat(found).singleElement().returns("First", DeadLetter::reason);
		assertThat(this.letters.resend(number(found.getFirst()))).isInstanceOfSatisfying(Resent.FailedAgain.class,
				failed -> assertThat(failed.reason()).contains("Nobody listens to ticket-updated"));
	}

	@Test
	void pagesGoOnWhereTheLastOneEndedAlsoAmongLettersOfOneMoment() {
		var event = new LostEvent(Topics.COMPANY_CHANGED, 0, 0, "5", List.of(), null);
		for (var i = 0; i < 5; i++) {
			this.book.keep("page" + i, Direction.SENDING, "", event, new Failure("Paged", "java.lang.Error"),
					Instant.ofEpochSecond(i / 3));
		}
		var filter = new DeadLetterFilter(Topics.COMPANY_CHANGED, "paged");
		var all = this.list.page(filter, null, 10);
		assertThat(all.letters()).hasSize(5);
		var first = this.list.page(filter, null, 3);
		var last = first.letters().getLast();
		var second = this.list.page(filter, new DeadLetterPlace(last.failedAt(), "letters", number(last)), 3);
		assertThat(first.isLast()).isFalse();
		assertThat(first.total()).isEqualTo(5);
		assertThat(second.isLast()).isTrue();
		assertThat(second.letters()).isEqualTo(all.letters().subList(3, 5));
		assertThat(this.list.page(filter, new DeadLetterPlace(last.failedAt(), "a", 1), 9).letters())
				.as("after a letter of a service that comes before this one")
				.isEqualTo(all.letters().subList(2, 5));
		assertThat(this.list.page(filter, new DeadLetterPlace(last.failedAt(), "z", 1), 9).letters())
				.as("after a letter of a service that comes after this one")
				.isEqualTo(all.letters().subList(5, 5));
		assertThat(this.letters.resend(number(last))).isInstanceOfSatisfying(Resent.FailedAgain.class,
				failed -> assertThat(failed.reason()).contains("change it again"));
	}

	@Test
	void eventThatIsTooLargeIsRefusedInItsTransactionAndOneThatJustFitsArrives() {
		assertThatExceptionOfType(EventTooLargeException.class)
				.isThrownBy(() -> publish(4_000_020, "x".repeat(Events.LARGEST)))
				.withMessageContaining("shorten or leave out");
		assertThatExceptionOfType(EventTooLargeException.class)
				.isThrownBy(() -> publish(4_000_020, "ü".repeat(Events.LARGEST / 2)));
		this.subscriber.refused.put(4_000_020L, "Large, and refused: " + "x".repeat(10_000));
		publish(4_000_020, "x".repeat(Events.LARGEST - 3_000));
		assertThat(letterAbout(4_000_020).reason()).startsWith("Large, and refused").hasSizeLessThan(1_000);
	}

	@Test
	void eventThatKafkaWillNeverTakeIsSetAsideAndHoldsUpNoneOfItsKey() throws Exception {
		set(Topics.TICKET_DELETED, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "20000");
		publish(4_000_030, "x".repeat(100_000));
		publish(4_000_030, "small");
		var letter = letterAbout(4_000_030);
		assertThat(letter.direction()).isEqualTo(Direction.SENDING);
		await().atMost(PATIENCE).until(() -> timesHandled(4_000_030) == 1);
		assertThat(this.letters.resend(number(letter))).isInstanceOf(Resent.FailedAgain.class);
		set(Topics.TICKET_DELETED, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "5242880");
		assertThat(this.letters.resend(number(letter))).isEqualTo(new Resent.Handled());
		await().atMost(PATIENCE).until(() -> timesHandled(4_000_030) == 2);
		assertThat(this.jdbc.sql("select count(*) from outbox_record where record_key = '4000030'")
				.query(Long.class)
				.single()).isZero();
	}

	@Test
	void eventThatItsDeadLetterTopicDoesNotTakeIsListedAllTheSame() throws Exception {
		var letters = Topics.TICKET_DELETED + Topics.DEAD_LETTER_SUFFIX;
		set(letters, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "20000");
		this.subscriber.refused.put(4_000_040L, "What ever");
		publish(4_000_040, "x".repeat(100_000));
		assertThat(letterAbout(4_000_040).reason()).isEqualTo("What ever");
		set(letters, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "5242880");
		this.subscriber.refused.clear();
		assertThat(this.letters.resend(number(letterAbout(4_000_040)))).isEqualTo(new Resent.Handled());
		assertThat(timesHandled(4_000_040)).isEqualTo(1);
	}

	@Test
	void deadLetterTopicThatIsMissingIsMade() {
		this.kafka.send("oddities", "key", "odd".getBytes(StandardCharsets.UTF_8)).join();
		await().atMost(Duration.ofMinutes(2))
				.ignoreExceptions()
				.untilAsserted(() -> assertThat(this.admin.describeTopics("oddities-dlt")).isNotEmpty());
		this.kafka.send("oddities", "key", "as ever".getBytes(StandardCharsets.UTF_8)).join();
		await().atMost(Duration.ofMinutes(2)).until(() -> this.subscriber.ordinary.contains("as ever"));
	}

	@Test
	void letterThatIsNoneDoesNotHoldUpTheOthers() {
		this.kafka.send(new ProducerRecord<>(Topics.TICKET_DELETED + Topics.DEAD_LETTER_SUFFIX, "\0",
				"no JSON".getBytes(StandardCharsets.UTF_8))).join();
		this.subscriber.refused.put(4_000_050L, "After it");
		publish(4_000_050, "");
		assertThat(letterAbout(4_000_050).reason()).isEqualTo("After it");
	}

	@Test
	void healthAndMetricsCountThemAndTheServiceIsUpAllTheSame(@Autowired DeadLetterMetrics metrics,
			@Autowired HealthIndicator deadLettersHealthIndicator) {
		this.book.keep("counted", Direction.SENDING, "",
				new LostEvent(Topics.PROJECT_CHANGED, 0, 0, "5", List.of(), null),
				new Failure("Counted", "java.lang.Error"), Instant.EPOCH);
		MeterRegistry registry = new SimpleMeterRegistry();
		metrics.bindTo(registry);
		await().atMost(PATIENCE)
				.until(() -> registry.get("frontdesk.dead.letters").tag("topic", Topics.PROJECT_CHANGED).gauge()
						.value(),
						value -> value == 1);
		var health = deadLettersHealthIndicator.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("oldest", Instant.EPOCH).containsKey("waiting");
	}

	@Test
	void oldLettersAreForgotten() {
		this.book.keep("old", Direction.SENDING, "", new LostEvent(Topics.TASK_CHANGED, 0, 0, "5", List.of(), null),
				new Failure("Old", "java.lang.Error"), Instant.now().minus(Duration.ofDays(200)));
		this.book.keep("new", Direction.SENDING, "", new LostEvent(Topics.TASK_CHANGED, 0, 0, "5", List.of(), null),
				new Failure("New", "java.lang.Error"), Instant.now());
		this.book.forget(Duration.ofDays(120));
		assertThat(waiting()).filteredOn(letter -> letter.topic().equals(Topics.TASK_CHANGED))
				.extracting(DeadLetter::reason)
				.containsExactly("New");
	}

	@Test
	void factsAndDeadLettersAreKeptNinetyDays() {
		var ninety = Long.toString(Duration.ofDays(90).toMillis());
		await().atMost(PATIENCE).untilAsserted(() -> {
			assertThat(get(Topics.MAIL_RECEIVED)).isEqualTo(ninety);
			assertThat(get(Topics.USER_CHANGED + Topics.DEAD_LETTER_SUFFIX)).isEqualTo(ninety);
		});
	}

	private void publish(long ticket, String message) {
		this.transaction.executeWithoutResult(_ -> this.events.publish(new TicketDeleted(Actor.staff(DORA, Source.API),
				new TicketSnapshot(ticket, "Printer on fire", message, TicketStatus.CLOSED, Priority.MID, DORA, null,
						null, null, null, WaitingOn.STAFF, Source.API, List.of(), Instant.EPOCH, Instant.EPOCH, false,
						1,
						null))));
	}

	private List<DeadLetter> waiting() {
		return this.list.page(ALL, null, 200).letters();
	}

	private DeadLetter letterAbout(long ticket) {
		return await().atMost(PATIENCE)
				.until(() -> waiting().stream()
						.filter(letter -> Objects.equals(letter.ticketId(), ticket))
						.findFirst()
						.orElse(null), letter -> letter != null);
	}

	private static long number(DeadLetter letter) {
		return Long.parseLong(letter.id().substring("letters-".length()));
	}

	private long timesHandled(long ticket) {
		return this.jdbc.sql("select count(*) from handled where ticket = ?").param(ticket).query(Long.class).single();
	}

	private void set(String topic, String name, String value) throws ExecutionException, InterruptedException {
		try (var kafka = Admin.create(this.admin.getConfigurationProperties())) {
			kafka.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
					List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
					.all()
					.get();
		}
	}

	private String get(String topic) throws ExecutionException, InterruptedException {
		var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		try (var kafka = Admin.create(this.admin.getConfigurationProperties())) {
			return kafka.describeConfigs(Set.of(resource))
					.all()
					.get()
					.get(resource)
					.get(TopicConfig.RETENTION_MS_CONFIG)
					.value();
		}
	}

	static class Subscriber {

		private final JdbcClient jdbc;

		/** Why, by ticket. */
		final Map<Long, String> refused = new ConcurrentHashMap<>();

		final List<String> watched = new CopyOnWriteArrayList<>();

		final List<String> ordinary = new CopyOnWriteArrayList<>();

		Subscriber(JdbcClient jdbc, KafkaAdmin admin) {
			this.jdbc = jdbc;
			jdbc.sql("create table handled (ticket bigint)").update();
			admin.createOrModifyTopics(TopicBuilder.name("oddities").partitions(1).build());
		}

		@KafkaListener(topics = Topics.TICKET_DELETED)
		void on(TicketDeleted event) {
			this.jdbc.sql("insert into handled (ticket) values (?)").param(event.ticket().id()).update();
			var reason = this.refused.get(event.ticket().id());
			if (reason != null) {
				throw new IllegalStateException(reason);
			}
		}

		@KafkaListener(topics = Topics.TICKET_DELETED, groupId = "watcher-of-letters")
		void on(ConsumerRecord<Object, Object> record) {
			this.watched.add(String.valueOf(record.key()));
		}

		@KafkaListener(topics = "oddities", groupId = "oddities")
		void onOdd(ConsumerRecord<Object, byte[]> record) {
			var text = new String(record.value(), StandardCharsets.UTF_8);
			if (text.equals("odd")) {
				throw new IllegalStateException("This is odd");
			}
			this.ordinary.add(text);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Subscriber.class)
	static class Application {}

}
