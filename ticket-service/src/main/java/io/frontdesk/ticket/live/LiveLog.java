package io.frontdesk.ticket.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The events that all instances tell, in the one order that all tell them in. */
@Component
class LiveLog {

	/** A page that missed more than these reads everything again. */
	static final int KEPT = 10_000;

	static final int PAGE = 5_000;

	/** Of this job among the database's advisory locks. */
	private static final int LOCK = 0x4444_0002;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	LiveLog(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Gives ids to what has committed, unless another instance is about it. */
	void number() {
		if (this.jdbc.sql("select exists (select from live_pending)").query(Boolean.class).single()) {
			this.transaction.executeWithoutResult(_ -> {
				// A statement of its own: the next one must see what the last holder of the lock has done.
				if (this.jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
					move();
				}
			});
		}
	}

	private void move() {
		this.jdbc.sql("""
				with moved as (
					delete from live_pending where id in (select id from live_pending order by id limit ?) returning *
				)
				insert into live_event (type, ticket_id, version, public_version, message_id, requester_id)
				select type, ticket_id, version, public_version, message_id, requester_id from moved order by id
				""").param(PAGE).update();
	}

	List<LiveEvent> after(long id) {
		return this.jdbc.sql("""
				select id, type, ticket_id, version, public_version, message_id, requester_id from live_event
				where id > ? order by id limit ?
				""").params(id, PAGE).query(LiveLog::event).list();
	}

	/** What is kept; the newest last. */
	List<LiveEvent> all() {
		return this.jdbc.sql("""
				select id, type, ticket_id, version, public_version, message_id, requester_id from live_event
				order by id desc limit ?
				""").param(KEPT).query(LiveLog::event).list().reversed();
	}

	private static LiveEvent event(ResultSet row, int number) throws SQLException {
		return new LiveEvent(row.getLong("id"), row.getString("type"), row.getObject("ticket_id", Long.class),
				row.getObject("version", Long.class), row.getObject("public_version", Long.class),
				row.getObject("message_id", UUID.class),
				row.getObject("requester_id", UUID.class));
	}

	long oldest() {
		return this.jdbc.sql("select coalesce(min(id), 0) from live_event").query(Long.class).single();
	}

	void forget() {
		this.jdbc.sql("delete from live_event where id <= (select max(id) from live_event) - ?").param(KEPT).update();
	}

}
