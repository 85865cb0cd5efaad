package io.frontdesk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Callers;
import io.frontdesk.ticket.people.People;

/** What a request waits for too long, and what may take its time. Somebody else's lock makes each of them wait. */
@TicketServiceTest
@TestPropertySource(properties = "frontdesk.http.deadline=3s")
@Timeout(120)
class DeadlineIT {

	private final Api root;

	private final Api dora;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final People people;

	@Autowired
	DeadlineIT(MockMvcTester mvc, JdbcClient jdbc, DataSource database, People people) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
		this.jdbc = jdbc;
		this.database = database;
		this.people = people;
	}

	@Test
	void listThatWaitsIsGivenUpWithAProblem() throws SQLException {
		this.dora.raise("One");
		try (var other = locked("lock table ticket in access exclusive mode")) {
			tookTooLong(this.root.get("/tickets"));
			tookTooLong(this.root.get("/tickets?q=smokes"));
			tookTooLong(this.root.get("/tickets/export"));
			other.rollback();
		}
		assertThat(this.root.get("/tickets")).hasStatusOk();
	}

	@Test
	void changeThatWaitsIsGivenUpAndNothingIsChanged() throws SQLException {
		var ticket = this.dora.raise("One");
		try (var other = locked("select from ticket where id = %d for update".formatted(ticket))) {
			tookTooLong(this.root.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"priority\": \"high\"}"));
			tookTooLong(this.root.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
					"{\"kind\": \"note\", \"body\": \"Look\"}"));
			other.rollback();
		}
		assertThat(this.root.read("/tickets/" + ticket).get("priority").asString()).isEqualTo("mid");
		assertThat(this.root.read("/tickets/%d/messages".formatted(ticket)).get("total").asInt()).isEqualTo(1);
	}

	@Test
	void manyChangesTellWhichOfThemTheTimeWasTooShortFor() throws SQLException {
		var one = this.dora.raise("One");
		var two = this.dora.raise("Two");
		var three = this.dora.raise("Three");
		JsonNode outcomes;
		try (var other = locked("select from ticket where id = %d for update".formatted(two))) {
			outcomes = Api.json(this.root.send(HttpMethod.POST, "/tickets/bulk",
					"{\"ids\": [%d, %d, %d], \"change\": {\"priority\": \"high\"}}".formatted(one, two, three)),
					HttpStatus.OK).get("items");
			other.rollback();
		}
		assertThat(outcomes).extracting(item -> item.get("outcome").asString())
				.containsExactly("changed", "failed", "failed");
		assertThat(outcomes.get(1).get("reason").asString()).contains("time");
		assertThat(outcomes.get(2).get("reason").asString()).contains("time");
		assertThat(this.root.read("/tickets/" + three).get("priority").asString()).isEqualTo("mid");
	}

	@Test
	void sameKeyAtTheSameTimeWaitsNoLongerThanARequestMay() throws SQLException {
		var key = UUID.randomUUID().toString();
		try (var other = locked("select pg_advisory_xact_lock(hashtextextended('%s', 0))"
				.formatted(Person.idOf("root@frontdesk.test") + "/" + key))) {
			tookTooLong(this.root.mvc()
					.post()
					.uri("/api/v1/tickets")
					.with(this.root.caller())
					.header("Idempotency-Key", key)
					.contentType("application/json")
					.content("{\"subject\": \"One\", \"message\": \"It smokes.\"}")
					.exchange());
			other.rollback();
		}
	}

	/** Else each upgrade would cut it off, and each mail that has to wait. */
	@Test
	void workInTheBackgroundMayTakeItsTime() throws SQLException {
		try (var other = locked("lock table person in access exclusive mode")) {
			var waiting = CompletableFuture.supplyAsync(() -> this.people.find(UUID.randomUUID()));
			awaitWaitingFor("person");
			other.rollback();
			assertThat(waiting.join()).isEmpty();
		}
	}

	@Test
	void countingAllTicketsAnewMayTakeItsTime() throws SQLException {
		try (var other = locked("lock table dashboard_open in access exclusive mode")) {
			var answer = CompletableFuture.supplyAsync(() -> this.root.send(HttpMethod.POST, "/dashboard/rebuild", ""));
			awaitWaitingFor("dashboard_open");
			other.rollback();
			assertThat(answer.join()).hasStatusOk();
		}
	}

	/** As if there were more places than anybody has tickets: what reckons with them overflowed, and looked on and on. */
	@Test
	void searchEndsHoweverFarTheNewestPlaceIs() {
		var last = this.jdbc.sql("select last_value from ticket_search_place").query(Long.class).single();
		for (var place : new long[]{100_000_000_000_000_000L, Long.MAX_VALUE}) {
			this.jdbc.sql("select setval('ticket_search_place', ?)").param(place).query(Long.class).single();
			for (var q : new String[]{"nosuchword" + UUID.randomUUID().toString().substring(0, 8),
					"\"no such\" words"}) {
				assertThat(this.root.read("/tickets?q=" + q.replace(" ", "%20").replace("\"", "%22")).get("items"))
						.isEmpty();
			}
		}
		this.jdbc.sql("select setval('ticket_search_place', ?)").param(last).query(Long.class).single();
	}

	private Connection locked(String sql) throws SQLException {
		var connection = this.database.getConnection();
		connection.setAutoCommit(false);
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		return connection;
	}

	/** For longer than a request may. */
	private void awaitWaitingFor(String table) {
		await().atMost(30, TimeUnit.SECONDS)
				.until(() -> this.jdbc
						.sql("""
								select exists (select from pg_locks l where l.relation = to_regclass(?) and not l.granted
								               and l.waitstart < clock_timestamp() - interval '5 seconds'
								               and l.database = (select oid from pg_database where datname = current_database()))
								""")
						.param(table).query(Boolean.class).single());
	}

	private static void tookTooLong(MvcTestResult answer) {
		assertThat(Api.json(answer, HttpStatus.SERVICE_UNAVAILABLE).get("type").asString())
				.isEqualTo("/problems/took-too-long");
	}

}
