package io.frontdesk.ticket.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Features;
import io.frontdesk.local.testing.SharedServers;
import io.frontdesk.ticket.live.EventSource.Told;
import io.frontdesk.ticket.trail.Deliveries;
import io.frontdesk.ticket.trail.Outcome;

/** Two instances of the service on one database and one Kafka, with streams over HTTP. */
class StreamIT {

	private static Instance one;

	private static Instance other;

	private static TestTokens tokens;

	private static SharedServers.Database database;

	private static String alice;

	private static String dora;

	private static String carol;

	private final List<EventSource> open = new ArrayList<>();

	@BeforeAll
	static void start() throws Exception {
		tokens = new TestTokens();
		database = SharedServers.freshDatabase();
		one = Instance.start(database, tokens);
		other = Instance.start(database, tokens);
		alice = tokens.of("alice@frontdesk.test", "admin", Features.TICKET_READ, Features.TICKET_WRITE,
				Features.REPORT_READ);
		dora = tokens.of("dora@example.org", "client");
		carol = tokens.of("carol@example.com", "client");
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
		tokens.close();
	}

	@AfterEach
	void closeStreams() throws IOException {
		for (var stream : this.open) {
			stream.close();
		}
	}

	@Test
	void changeOnOneInstanceReachesTheStreamsOfTheOther() throws Exception {
		var stream = open(other, alice, null);
		var ticket = one.raise(dora);
		one.change(ticket, alice, "{\"priority\": \"high\"}");
		await().untilAsserted(() -> assertThat(stream.typesOf(ticket)).containsSubsequence("ticket.created",
				"message.created", "ticket.updated"));
		var created = stream.events().stream().filter(event -> event.ticket() == ticket).findFirst().orElseThrow();
		assertThat(created.data().propertyNames()).containsExactlyInAnyOrder("type", "ticketId", "version");
		var changed = stream.events().getLast();
		assertThat(changed.data().get("version").asInt()).isGreaterThan(created.data().get("version").asInt());
		await().until(() -> stream.told().stream().anyMatch(event -> event.type().equals("counters.changed")));
	}

	@Test
	void resumesOnTheOtherInstanceWithoutGapsOrRepeats() throws Exception {
		var stream = open(one, alice, null);
		var first = one.raise(dora);
		await().until(() -> stream.typesOf(first).contains("message.created"));
		stream.close();
		var seen = stream.lastEventId();
		var missed = one.raise(dora);
		one.change(missed, alice, "{\"status\": \"closed\"}");
		var resumed = open(other, alice, seen);
		await().until(() -> resumed.typesOf(missed).contains("ticket.updated"));
		assertThat(resumed.typesOf(first)).isEmpty();
		assertThat(resumed.events()).extracting(event -> Long.parseLong(event.id())).isSorted().doesNotHaveDuplicates();
		var again = open(one, alice, seen);
		await().untilAsserted(() -> assertThat(again.events()).isEqualTo(resumed.events()));
	}

	@Test
	void newStreamIsToldWhereItBegan() throws Exception {
		var stream = open(one, alice, null);
		await().until(() -> stream.lastEventId() != null);
		stream.close();
		var ticket = one.raise(dora);
		var resumed = open(one, alice, stream.lastEventId());
		await().until(() -> resumed.typesOf(ticket).contains("ticket.created"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"nonsense", "-1", "999999999999", "99999999999999999999"})
	void unknownIdMakesThePageReadEverythingAgain(String id) throws Exception {
		var stream = open(one, alice, id);
		await().until(() -> stream.events().size() == 1);
		assertThat(stream.events()).extracting(Told::type).containsExactly("resync");
		assertThat(stream.lastEventId()).isNotEqualTo(id);
	}

	@Test
	void tooOldIdMakesThePageReadEverythingAgain() throws Exception {
		var begin = one.bean(JdbcClient.class).sql("select coalesce(max(id), 0) from live_event").query(Long.class)
				.single();
		var watching = open(one, dora, Long.toString(begin));
		one.bean(JdbcClient.class)
				.sql("insert into live_pending (type, ticket_id) select 'ticket.updated', 1 from generate_series(1, 10100)")
				.update();
		var end = begin + 10_100;
		await().atMost(Duration.ofMinutes(1)).until(() -> one.bean(JdbcClient.class)
				.sql("select coalesce(max(id), 0) from live_event").query(Long.class).single() >= end);
		await().untilAsserted(() -> assertThat(watching.events()).extracting(Told::type).containsOnly("resync"));
		assertThat(watching.hasEnded()).isFalse();
		await().untilAsserted(() -> assertThat(answerTo(begin)).containsExactly("resync"));
		assertThat(answerTo(end - 5)).hasSize(5).containsOnly("ticket.updated");
		assertThat(answerTo(end - 5_000)).as("more than a page could follow").containsExactly("resync");
	}

	private List<String> answerTo(long id) throws Exception {
		var stream = open(one, alice, Long.toString(id));
		await().until(() -> !stream.events().isEmpty());
		return stream.events().stream().map(Told::type).toList();
	}

	@Test
	void clientHearsOfOwnTicketsAndNobodyElses() throws Exception {
		var doras = open(one, dora, null);
		var carols = open(other, carol, null);
		var ticket = one.raise(carol);
		one.change(ticket, alice, "{\"priority\": \"high\"}");
		var own = other.raise(dora);
		await().until(() -> doras.typesOf(own).contains("message.created"));
		await().until(() -> carols.typesOf(ticket).contains("ticket.updated"));
		assertThat(doras.told()).allMatch(event -> event.ticket() == own);
		assertThat(carols.told()).allMatch(event -> event.ticket() == ticket);
		var missed = open(other, dora, "" + (Long.parseLong(doras.events().getFirst().id()) - 1));
		await().until(() -> missed.typesOf(own).contains("message.created"));
		assertThat(missed.told()).allMatch(event -> event.ticket() == own);
	}

	@Test
	void clientNeverHearsOfANoteOrOfAReplyThatCanBeTakenBack() throws Exception {
		var staff = open(one, alice, null);
		var client = open(other, dora, null);
		var ticket = one.raise(dora);
		await().until(() -> staff.typesOf(ticket).contains("message.created"));
		one.write(ticket, alice, "note");
		await().until(() -> messages(staff, ticket).size() == 2);
		one.write(ticket, alice, "reply");
		await().until(() -> client.typesOf(ticket).contains("message.updated"));
		await().until(() -> messages(staff, ticket).size() == 3);
		assertThat(messages(client, ticket)).isEqualTo(messages(staff, ticket).subList(0, 1));
		var note = Long.parseLong(messages(staff, ticket).get(1).id());
		assertThat(client.events()).as("neither the note nor that the ticket has a new version by it")
				.noneMatch(event -> Long.parseLong(event.id()) == note || Long.parseLong(event.id()) == note + 1);
	}

	@Test
	void staffHearWhatBecameOfAMailThatCarriesNoMessageAndTheClientDoesNot() throws Exception {
		var staff = open(one, alice, null);
		var client = open(other, dora, null);
		var ticket = one.raise(dora);
		var receipt = new NotificationDelivered(UUID.randomUUID(), "created", ticket, null, "dora@example.org",
				"<receipt@frontdesk.test>", Instant.now());
		one.bean(Deliveries.class).take(Outcome.of(receipt, Instant.now()));
		await().until(() -> staff.typesOf(ticket).contains("mail.updated"));
		var told = staff.events().stream().filter(event -> event.type().equals("mail.updated")).toList().getLast();
		assertThat(told.data().propertyNames()).containsExactlyInAnyOrder("type", "ticketId");
		one.change(ticket, alice, "{\"priority\": \"high\"}");
		await().until(() -> client.typesOf(ticket).contains("ticket.updated"));
		assertThat(client.typesOf(ticket)).doesNotContain("mail.updated");
	}

	@Test
	void clientHearsNothingOfTagsAndAssigneeAndKnowsTheTicketByThePublicVersion() throws Exception {
		var client = open(other, dora, null);
		var staff = open(one, alice, null);
		var ticket = one.raise(dora);
		one.raise(alice);
		one.change(ticket, alice, "{\"tags\": [\"arson\"]}");
		one.change(ticket, alice, "{\"assignee\": \"%s\"}".formatted(Person.idOf("alice@frontdesk.test")));
		one.change(ticket, alice, "{\"priority\": \"high\"}");
		await().until(() -> updates(staff, ticket).equals(List.of(1L, 2L, 3L)));
		await().untilAsserted(() -> assertThat(updates(client, ticket)).containsExactly(1L));
		var resumed = open(one, dora, "" + (Long.parseLong(client.events().getFirst().id()) - 1));
		await().untilAsserted(() -> assertThat(updates(resumed, ticket)).containsExactly(1L));
	}

	private static List<Long> updates(EventSource stream, long ticket) {
		return stream.events()
				.stream()
				.filter(event -> event.type().equals("ticket.updated") && event.ticket() == ticket)
				.map(event -> event.data().get("version").asLong())
				.toList();
	}

	private static List<Told> messages(EventSource stream, long ticket) {
		return stream.events()
				.stream()
				.filter(event -> event.type().equals("message.created") && event.ticket() == ticket)
				.toList();
	}

	@Test
	void tellsInOneOrderEverywhereHoweverTransactionsCommit() throws Exception {
		var here = open(one, alice, null);
		var there = open(other, alice, null);
		var transaction = new TransactionTemplate(one.bean(PlatformTransactionManager.class));
		var jdbc = one.bean(JdbcClient.class);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var writers = IntStream.range(0, 8).<Future<?>>mapToObj(writer -> threads.submit(() -> {
				var random = new Random(writer);
				for (var i = 0; i < 40; i++) {
					var number = 1_000L * writer + i;
					transaction.executeWithoutResult(status -> {
						jdbc.sql("insert into live_pending (type, ticket_id) values ('ticket.updated', ?)")
								.param(number).update();
						// The id is taken; others that come later commit first.
						jdbc.sql("select pg_sleep(?)").param(random.nextDouble(0.02)).query((_, _) -> true).list();
						if (random.nextInt(5) == 0) {
							status.setRollbackOnly();
						}
					});
				}
			})).toList();
			for (var writer : writers) {
				writer.get();
			}
		}
		jdbc.sql("insert into live_pending (type, ticket_id) values ('ticket.updated', 424242)").update();
		await().atMost(Duration.ofMinutes(1)).until(() -> !here.typesOf(424_242).isEmpty());
		await().atMost(Duration.ofMinutes(1)).until(() -> !there.typesOf(424_242).isEmpty());
		var logged = jdbc.sql("select id::text as told from live_event where id > ? order by id")
				.param(Long.valueOf(here.events().getFirst().id()) - 1)
				.query(String.class)
				.list();
		assertThat(here.events()).extracting(Told::id).isEqualTo(logged).hasSizeGreaterThan(200);
		assertThat(there.events()).isEqualTo(here.events());
	}

	@Test
	void answerIsNeverBufferedOnItsWay() throws Exception {
		var stream = open(one, alice, null);
		var headers = stream.response().headers();
		assertThat(headers.firstValue("Content-Type")).hasValueSatisfying(
				type -> assertThat(type).startsWith("text/event-stream"));
		assertThat(headers.firstValue("Cache-Control")).hasValue("no-cache, no-transform");
		assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
		await().until(() -> stream.retry() != null);
		assertThat(Integer.parseInt(stream.retry())).isBetween(1_000, 6_000);
	}

	@Test
	void streamEndsWithItsToken() throws Exception {
		var stream = open(one, tokens.of("alice@frontdesk.test", Duration.ofSeconds(3), "admin", Features.TICKET_READ),
				null);
		var lasting = open(one, alice, null);
		await().atMost(Duration.ofSeconds(20)).until(stream::hasEnded);
		assertThat(lasting.hasEnded()).isFalse();
	}

	@Test
	void whoeverIsDeactivatedIsCutOffByEveryInstanceUntilTheyAreActiveAgain() throws Exception {
		var eve = tokens.of("eve@example.org", "client");
		var others = open(one, dora, null);
		var streams = List.of(open(one, eve, null), open(other, eve, null));
		assertThat(one.status("/tickets", eve)).isEqualTo(200);
		one.tell(eve("eve@example.org", false, 1));
		await().until(() -> streams.stream().allMatch(EventSource::hasEnded));
		assertThat(List.of(one.status("/tickets", eve), other.status("/tickets", eve), one.status("/stream", eve),
				one.status("/actuator/metrics", eve))).containsOnly(401);
		assertThat(one.answer("/tickets", eve)).contains("/problems/deactivated");
		try (var later = Instance.start(database, tokens)) {
			assertThat(later.status("/tickets", eve)).as("by an instance that started since").isEqualTo(401);
			assertThat(later.status("/tickets", dora)).isEqualTo(200);
		}
		one.tell(eve("eve@example.org", true, 2));
		await().until(() -> one.status("/tickets", eve) == 200 && other.status("/tickets", eve) == 200);
		assertThat(others.hasEnded()).isFalse();
	}

	@Test
	void streamEndsWhenItsOwnerHasOtherRights() throws Exception {
		var stream = open(other, tokens.of("eve@example.org", "client"), null);
		one.tell(eve("eve@example.org", true, 3));
		await().until(stream::hasEnded);
	}

	@Test
	void tokenThatNamesAnAddressFromBeforeIsRefused() throws Exception {
		var mia = tokens.of("mia@example.org", "client");
		assertThat(one.status("/tickets", mia)).isEqualTo(200);
		one.tell(new UserChanged(Person.idOf("mia@example.org"), "mia@example.com", "Mia", "", null, false, true, 1,
				List.of("mia@example.org")));
		await().until(() -> one.status("/tickets", mia) == 401 && other.status("/tickets", mia) == 401);
		assertThat(one.answer("/tickets", mia)).contains("/problems/outdated-token");
	}

	private static UserChanged eve(String email, boolean active, long version) {
		return new UserChanged(Person.idOf(email), email, "Eve", "", null, false, active, version);
	}

	@Test
	void streamsEndWhenTheServiceStops() throws Exception {
		var streams = Stream.of(open(other, alice, null), open(other, dora, null)).toList();
		other.bean(Switchboard.class).stop();
		try {
			await().until(() -> streams.stream().allMatch(EventSource::hasEnded));
			var late = open(other, alice, null);
			await().until(late::hasEnded);
			assertThat(late.retry()).isNotNull();
		} finally {
			other.bean(Switchboard.class).start();
		}
		var back = open(other, alice, streams.getFirst().lastEventId());
		var ticket = one.raise(dora);
		await().until(() -> back.typesOf(ticket).contains("ticket.created"));
	}

	@Test
	void whoMayNotSeeTicketsGetsNoStream() throws Exception {
		assertThat(open(one, "rubbish", null).response().statusCode()).isEqualTo(401);
		assertThat(open(one, tokens.of("alice@frontdesk.test", "admin", Features.TICKET_WRITE), null).response()
				.statusCode())
				.isEqualTo(403);
	}

	@Test
	void hundredsOfStreamsNeedNoConnectionToTheDatabase() throws Exception {
		var streams = new ArrayList<EventSource>();
		for (var i = 0; i < 300; i++) {
			streams.add(
					open(one, tokens.of("reader%d@frontdesk.test".formatted(i), "admin", Features.TICKET_READ), null));
		}
		var ticket = other.raise(dora);
		await().atMost(1, TimeUnit.MINUTES).until(
				() -> streams.stream().allMatch(stream -> stream.typesOf(ticket).contains("message.created")));
	}

	@Test
	void onePersonCanNotHaveAllTheStreams() throws Exception {
		var greedy = tokens.of("greedy@example.org", "client");
		var again = tokens.of("greedy@example.org", Duration.ofMinutes(4), "client");
		for (var i = 0; i < 60; i++) {
			assertThat(open(one, (i % 2 == 0) ? greedy : again, null).response().statusCode()).isEqualTo(200);
		}
		var refused = EventSource.ask(one.url(), greedy);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("15");
		assertThat(refused.body()).contains("\"/problems/too-many-at-once\"");
		assertThat(open(one, dora, null).response().statusCode()).isEqualTo(200);
	}

	private EventSource open(Instance instance, String token, @Nullable String lastEventId) throws Exception {
		var stream = EventSource.open(instance.url(), token, lastEventId);
		this.open.add(stream);
		return stream;
	}

}
