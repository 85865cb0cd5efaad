package io.frontdesk.ticket.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import javax.sql.DataSource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Writes the search index anew, beside the running business and one at a time: who does it holds an advisory lock on a
 * connection that is kept for that, so that a killed instance leaves none behind.
 */
@Component
public class SearchRebuild {

	private static final Logger log = LoggerFactory.getLogger(SearchRebuild.class);

	/** Of this job among the database's advisory locks. */
	static final int LOCK = 0x4444_0003;

	private final DataSource database;

	private final JdbcClient jdbc;

	private final SearchFill fill;

	SearchRebuild(DataSource database, JdbcClient jdbc, SearchFill fill) {
		this.database = database;
		this.jdbc = jdbc;
		this.fill = fill;
	}

	/** After an upgrade that brought search to a database with tickets, or when an instance was killed at it. */
	@EventListener(ApplicationReadyEvent.class)
	void finishOrBegin() {
		var isEmpty = this.jdbc
				.sql("select exists (select from ticket) and not exists (select from ticket_search)")
				.query(Boolean.class)
				.single();
		if (isEmpty || progress().state() == State.FAILED) {
			begin(true);
		}
	}

	/**
	 * In the background; while one runs, no other begins.
	 *
	 * @param missingOnly leaves the rows as they are that there are
	 */
	public Progress begin(boolean missingOnly) {
		var lock = lock();
		if (lock != null) {
			start();
			Thread.ofVirtual().name("search-rebuild").start(() -> {
				try (lock) {
					run(lock, missingOnly);
				} catch (SQLException | RuntimeException ex) {
					log.error("The search index is not rebuilt", ex);
				}
			});
		}
		return progress();
	}

	/** At once; tells how many tickets search knows again. */
	long rebuild() throws SQLException {
		try (var lock = Objects.requireNonNull(lock(), "another one runs")) {
			start();
			return run(lock, false);
		}
	}

	private long run(Connection lock, boolean missingOnly) throws SQLException {
		try {
			var done = this.fill.run(JdbcClient.create(new SingleConnectionDataSource(lock, true)), missingOnly,
					this::tell);
			finish(null);
			log.info("Search knows {} tickets again", done);
			return done;
		} catch (RuntimeException ex) {
			finish(String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
			throw ex;
		} finally {
			try (var unlock = lock.createStatement()) {
				unlock.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
			}
		}
	}

	private @Nullable Connection lock() {
		try {
			var connection = this.database.getConnection();
			if (JdbcClient.create(new SingleConnectionDataSource(connection, true))
					.sql("select pg_try_advisory_lock(?)")
					.param(LOCK)
					.query(Boolean.class)
					.single()) {
				return connection;
			}
			connection.close();
			return null;
		} catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void start() {
		this.jdbc.sql("""
				update search_rebuild
				set done = 0, total = null, started_at = now(), finished_at = null, reason = null
				""").update();
	}

	private void tell(long done, long total) {
		this.jdbc.sql("update search_rebuild set done = ?, total = ?").params(done, total).update();
	}

	private void finish(@Nullable String reason) {
		this.jdbc.sql("update search_rebuild set finished_at = now(), reason = ?").param(reason).update();
	}

	public Progress progress() {
		return this.jdbc.sql("""
				select done, total, started_at, finished_at, reason,
				       exists (select from pg_locks l join pg_database d on d.oid = l.database
				               where d.datname = current_database() and l.locktype = 'advisory' and l.classid = 0
				               and l.objid = ? and l.granted) as locked
				from search_rebuild
				""")
				.param(LOCK)
				.query((row, _) -> Progress.of(row.getBoolean("locked"), row.getLong("done"),
						row.getObject("total", Long.class), instant(row.getObject("started_at", OffsetDateTime.class)),
						instant(row.getObject("finished_at", OffsetDateTime.class)), row.getString("reason")))
				.single();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	public enum State {

		@JsonProperty("idle")
		IDLE,

		@JsonProperty("running")
		RUNNING,

		@JsonProperty("failed")
		FAILED

	}

	/**
	 * @param total of the tickets to write; null while they are counted
	 * @param reason why it failed
	 */
	public record Progress(State state, long done, @Nullable Long total, @Nullable Instant startedAt,
			@Nullable Instant finishedAt, @Nullable String reason) {

		static Progress of(boolean locked, long done, @Nullable Long total, @Nullable Instant startedAt,
				@Nullable Instant finishedAt, @Nullable String reason) {
			if (startedAt == null || finishedAt != null) {
				return new Progress((reason != null) ? State.FAILED : State.IDLE, done, total, startedAt, finishedAt,
						reason);
			}
			return locked
					? new Progress(State.RUNNING, done, total, startedAt, null, null)
					: new Progress(State.FAILED, done, total, startedAt, null, "The instance that did it has ended.");
		}

	}

}
