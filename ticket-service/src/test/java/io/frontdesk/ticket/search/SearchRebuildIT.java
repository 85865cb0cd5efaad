package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.listing.Desk;
import io.frontdesk.ticket.people.People;

@TicketServiceTest
class SearchRebuildIT {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final Api root;

	private final Desk desk;

	private final SearchRebuild rebuild;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final TransactionOperations transactions;

	private final Person requester = Person.of(UUID.randomUUID() + "@example.org", "Some Body");

	@Autowired
	SearchRebuildIT(MockMvcTester mvc, TicketDesk tickets, Conversation conversation, People people,
			SearchRebuild rebuild, JdbcClient jdbc, DataSource database, TransactionOperations transactions) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.desk = new Desk(tickets, conversation, people);
		this.rebuild = rebuild;
		this.jdbc = jdbc;
		this.database = database;
		this.transactions = transactions;
	}

	@BeforeEach
	void hire() {
		awaitIdle();
		this.desk.hire(Desk.ALICE);
	}

	@Test
	void rebuildWritesWhatRefreshWrote() throws SQLException {
		var known = raise("Known");
		var lost = raise("Lost");
		var before = row(known);
		forget(lost);
		this.jdbc.sql("update ticket_search set words = '' where ticket_id = ?").param(known).update();
		assertThat(this.rebuild.rebuild()).isPositive();
		assertThat(row(known)).isEqualTo(before);
		assertThat(row(lost)).contains("'lost':");
	}

	@Test
	void emptyIndexIsFilledInOrderOfTimeAndIndexed() throws SQLException {
		var later = this.desk.raise(this.requester, "Later", "Text", NOON.plusSeconds(60));
		var earlier = raise("Earlier");
		this.jdbc.sql("delete from ticket_search").update();
		this.rebuild.rebuild();
		assertThat(this.jdbc.sql(
				"select count(*) from ticket t where not exists (select from ticket_search where ticket_id = t.id)")
				.query(Long.class)
				.single()).isZero();
		assertThat(place(earlier)).isLessThan(place(later));
		assertThat(hasIndex()).isTrue();
	}

	@Test
	void missingRowsAloneCanBeWritten() {
		var wrong = raise("Wrong");
		var lost = raise("Lost");
		this.jdbc.sql("update ticket_search set words = '' where ticket_id = ?").param(wrong).update();
		forget(lost);
		assertThat(Api.json(this.root.send(HttpMethod.POST, "/tickets/search-index?missingOnly=true", ""),
				HttpStatus.ACCEPTED).get("startedAt").isNull()).isFalse();
		awaitIdle();
		assertThat(row(lost)).contains("'lost':");
		assertThat(row(wrong)).doesNotContain("wrong");
		assertThat(this.root.read("/tickets/search-index").get("done").asInt()).isPositive();
	}

	@Test
	void onlyOneRunsAtATime() throws SQLException {
		try (var other = this.database.getConnection(); var statement = other.createStatement()) {
			statement.execute("select pg_advisory_lock(%d)".formatted(SearchRebuild.LOCK));
			this.jdbc.sql("update search_rebuild set done = 7, total = 9, started_at = now(), finished_at = null")
					.update();
			var progress = Api.json(this.root.send(HttpMethod.POST, "/tickets/search-index", ""), HttpStatus.ACCEPTED);
			assertThat(progress.get("state").asString()).isEqualTo("running");
			assertThat(progress.get("done").asInt()).isEqualTo(7);
			statement.execute("select pg_advisory_unlock(%d)".formatted(SearchRebuild.LOCK));
		}
		assertThat(this.root.read("/tickets/search-index").get("state").asString()).isEqualTo("failed");
		this.rebuild.finishOrBegin();
		awaitIdle();
	}

	@Test
	void indexThatAKilledRebuildLeftOutIsMadeByTheNext() {
		var lost = raise("Lost");
		forget(lost);
		this.jdbc.sql("drop index ticket_search_words").update();
		this.jdbc.sql("update search_rebuild set started_at = now(), finished_at = null").update();
		this.rebuild.finishOrBegin();
		awaitIdle();
		assertThat(hasIndex()).isTrue();
		assertThat(row(lost)).contains("'lost':");
	}

	/** As a person's move to another company does: many tickets in one transaction, in no order of ours. */
	@Test
	void changesOfManyTicketsAtOnceGoOnMeanwhile() throws Exception {
		for (var i = 0; i < 40; i++) {
			raise("Many");
		}
		try (var threads = Executors.newFixedThreadPool(2)) {
			var changes = Stream.of("desc", "asc").map(order -> threads.submit(() -> changeAll(order))).toList();
			do {
				assertThat(this.rebuild.rebuild()).isPositive();
			} while (!changes.stream().allMatch(Future::isDone));
			for (var change : changes) {
				change.get();
			}
		}
		assertThat(this.rebuild.progress().state()).isEqualTo(SearchRebuild.State.IDLE);
	}

	@Test
	void onlyASuperAdminMay() {
		var admin = new Api(this.root.mvc(), Callers.admin(Features.ALL.toArray(String[]::new)));
		assertThat(admin.get("/tickets/search-index")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(admin.send(HttpMethod.POST, "/tickets/search-index", "")).hasStatus(HttpStatus.FORBIDDEN);
	}

	/** One that a deadlock ended is tried again, as a listener does. */
	private void changeAll(String order) {
		for (var left = 5; left > 0;) {
			try {
				this.transactions.executeWithoutResult(
						_ -> this.jdbc.sql("select id from ticket where requester_id = ? order by id " + order)
								.param(this.requester.id())
								.query(Long.class)
								.list()
								.forEach(id -> this.jdbc.sql("update ticket set version = version + 1 where id = ?")
										.param(id)
										.update()));
				left--;
			} catch (PessimisticLockingFailureException ex) {
				// once more
			}
		}
	}

	private void awaitIdle() {
		await().until(() -> this.root.read("/tickets/search-index").get("state").asString().equals("idle"));
	}

	private boolean hasIndex() {
		return this.jdbc.sql(
				"select exists (select from pg_index where indexrelid = to_regclass('ticket_search_words') and indisvalid)")
				.query(Boolean.class)
				.single();
	}

	private void forget(long ticket) {
		this.jdbc.sql("delete from ticket_search where ticket_id = ?").param(ticket).update();
	}

	private long raise(String subject) {
		return this.desk.raise(this.requester, subject, "Text", NOON);
	}

	private long place(long ticket) {
		return this.jdbc.sql("select place from ticket_search where ticket_id = ?").param(ticket).query(Long.class)
				.single();
	}

	private String row(long ticket) {
		return this.jdbc.sql("select place || words::text from ticket_search where ticket_id = ?").param(ticket)
				.query(String.class)
				.single();
	}

}
