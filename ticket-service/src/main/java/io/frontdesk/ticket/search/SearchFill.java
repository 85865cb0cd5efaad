package io.frontdesk.ticket.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.postgresql.PGConnection;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.frontdesk.ticket.search.SearchIndex.Entry;

/**
 * Writes the rows of the search index, the oldest ticket first; deleted ones come before all: the newest places are
 * those that every search looks at. New rows are copied in. While there is none at all, the words have no index, and get
 * it at the end: that is several times as fast, and there was nothing to find. Whoever is killed meanwhile is followed by
 * one who writes what is missing and makes the index.
 */
@Component
class SearchFill {

	private static final int CHUNK = 500;

	private static final int WRITERS = 2;

	/**
	 * The first to wait for a ticket keeps all others from it, and so may be ended by PostgreSQL for the deadlock of two
	 * others. They then go on, or have one of them ended.
	 */
	private static final RetryTemplate PATIENT = new RetryTemplate(RetryPolicy.builder()
			.includes(PessimisticLockingFailureException.class)
			.maxRetries(100)
			.delay(Duration.ofMillis(100))
			.jitter(Duration.ofMillis(50))
			.build());

	private static final String MISSING = " and not exists (select from ticket_search s where s.ticket_id = ticket.id)";

	private final JdbcClient jdbc;

	private final JdbcTemplate copies;

	private final TransactionOperations transactions;

	private final SearchIndex index;

	SearchFill(JdbcClient jdbc, JdbcTemplate copies, TransactionOperations transactions, SearchIndex index) {
		this.jdbc = jdbc;
		this.copies = copies;
		this.transactions = transactions;
		this.index = index;
	}

	/** @param own connection, in no transaction, for what changes the table */
	long run(JdbcClient own, boolean missingOnly, Listener listener) {
		if (own.sql("select not exists (select from ticket_search)").query(Boolean.class).single()) {
			own.sql("drop index if exists ticket_search_words").update();
		}
		var which = missingOnly ? MISSING : "";
		long total = own.sql("select count(*) from ticket where true" + which).query(Long.class).single();
		var done = new AtomicLong();
		LongConsumer written = more -> listener.written(done.addAndGet(more), total);
		write(new Walk("not active" + which), written);
		write(new Walk("active" + which), written);
		indexWords(own);
		return done.get();
	}

	/** Concurrently, so that tickets can be changed meanwhile. One that is not valid was interrupted. */
	private static void indexWords(JdbcClient own) {
		own.sql("select indisvalid from pg_index where indexrelid = to_regclass('ticket_search_words')")
				.query(Boolean.class)
				.optional()
				.filter(valid -> !valid)
				.ifPresent(_ -> own.sql("drop index ticket_search_words").update());
		own.sql("set maintenance_work_mem = '256MB'").update();
		own.sql("""
				create index concurrently if not exists ticket_search_words on ticket_search using gin (words)
				with (gin_pending_list_limit = 512)
				""").update();
		own.sql("reset maintenance_work_mem").update();
		own.sql("analyze ticket_search").update();
	}

	private void write(Walk walk, LongConsumer written) {
		try (var writers = Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().factory())) {
			Stream.generate(() -> CompletableFuture.runAsync(() -> repeat(walk, written), writers))
					.limit(WRITERS)
					.toList()
					.forEach(CompletableFuture::join);
		}
	}

	private void repeat(Walk walk, LongConsumer written) {
		try {
			for (var chunk = walk.next(); !chunk.tickets().isEmpty(); chunk = walk.next()) {
				writeBeside(chunk);
				written.accept(chunk.tickets().size());
			}
		} catch (RuntimeException ex) {
			walk.end();
			throw ex;
		}
	}

	/**
	 * Somebody who changes several tickets at once may have locked some in another order than we do. Whoever holds one
	 * ticket and waits for no second one stands in nobody's way, however long the others go on.
	 */
	private void writeBeside(Chunk chunk) {
		try {
			this.transactions.executeWithoutResult(_ -> write(chunk));
		} catch (PessimisticLockingFailureException ex) {
			chunk.single().forEach(this::writePatiently);
		}
	}

	private void writePatiently(Chunk one) {
		PATIENT.invoke(() -> this.transactions.executeWithoutResult(_ -> write(one)));
	}

	private void write(Chunk chunk) {
		this.index.lock(chunk.tickets());
		var entries = this.index.entries(chunk.tickets(), chunk.places());
		copy(entries.stream().filter(Entry::isNew).toList());
		this.index.update(entries.stream().filter(Predicate.not(Entry::isNew)).toList());
		this.index.learn(entries);
	}

	/** No lexeme has a character that COPY would have to be told of. */
	private void copy(List<Entry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		var rows = new StringBuilder();
		entries.forEach(entry -> rows.append(entry.ticketId())
				.append('\t')
				.append(entry.place())
				.append('\t')
				.append(entry.words())
				.append('\n'));
		this.copies.execute((ConnectionCallback<Long>) connection -> {
			try {
				return connection.unwrap(PGConnection.class)
						.getCopyAPI()
						.copyIn("copy ticket_search (ticket_id, place, words) from stdin",
								new StringReader(rows.toString()));
			} catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	interface Listener {

		void written(long done, long total);

	}

	/** @param places for the tickets, of which those that have one already need none */
	private record Chunk(List<Long> tickets, List<Long> places) {

		private Stream<Chunk> single() {
			return IntStream.range(0, this.tickets.size())
					.mapToObj(at -> new Chunk(List.of(this.tickets.get(at)), List.of(this.places.get(at))));
		}

	}

	private record Place(OffsetDateTime time, long id) {}

	/** Through all tickets, for several writers; their places are given here, so that they ascend with time. */
	private final class Walk {

		private final String which;

		private Place last = new Place(OffsetDateTime.MIN, 0);

		private boolean ended;

		private Walk(String which) {
			this.which = which;
		}

		/** Live and deleted tickets each have an index by request time. */
		synchronized Chunk next() {
			var found = this.ended
					? List.<Place>of()
					: SearchFill.this.jdbc.sql("""
							select request_time as time, id from ticket
							where %s and (request_time, id) > (:time, :id) order by request_time, id limit :limit
							""".formatted(this.which))
							.param("time", this.last.time())
							.param("id", this.last.id())
							.param("limit", CHUNK)
							.query((row, _) -> new Place(row.getObject("time", OffsetDateTime.class),
									row.getLong("id")))
							.list();
			if (!found.isEmpty()) {
				this.last = found.getLast();
			}
			var places = SearchFill.this.jdbc.sql("select nextval('ticket_search_place') from generate_series(1, ?)")
					.param(found.size())
					.query((row, _) -> row.getLong(1))
					.list();
			return new Chunk(found.stream().map(Place::id).toList(), places);
		}

		synchronized void end() {
			this.ended = true;
		}

	}

}
