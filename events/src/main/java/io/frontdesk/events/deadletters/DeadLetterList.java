package io.frontdesk.events.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that wait, the newest first. */
public class DeadLetterList {

	/** Counting stops here: nobody reads a bigger number. */
	private static final int MAX_COUNTED = 1_000;

	private final JdbcClient jdbc;

	private final String service;

	/** @param service as it stands in the letters' ids */
	DeadLetterList(JdbcClient jdbc, String service) {
		this.jdbc = jdbc;
		this.service = service;
	}

	public String service() {
		return this.service;
	}

	/** @param after null for the first page */
	public Page page(DeadLetterFilter filter, @Nullable DeadLetterPlace after, int limit) {
		var rows = this.jdbc.sql("""
				select id, direction, topic, key, event_id, mail_id, ticket_id, reason, exception, failed_at, attempts
				from dead_letter
				where handled_at is null and topic = coalesce(:topic, topic) and reason ilike :reason
				  and (failed_at, id) < (coalesce(:before::timestamptz, 'infinity'), :below)
				order by failed_at desc, id desc limit :limit
				""")
				.param("topic", filter.topic())
				.param("reason", filter.reasonPattern())
				.param("before", (after != null) ? after.failedAt().atOffset(ZoneOffset.UTC) : null)
				.param("below", (after != null) ? after.below(this.service) : 0)
				.param("limit", limit + 1)
				.query((row, _) -> letter(row))
				.list();
		var total = count(filter);
		var isLast = rows.size() <= limit;
		return new Page(isLast ? rows : rows.subList(0, limit), isLast, Math.min(total, MAX_COUNTED),
				total > MAX_COUNTED);
	}

	private int count(DeadLetterFilter filter) {
		return this.jdbc.sql("""
				select count(*) from (
				  select from dead_letter
				  where handled_at is null and topic = coalesce(:topic, topic) and reason ilike :reason limit :most)
				""")
				.param("topic", filter.topic())
				.param("reason", filter.reasonPattern())
				.param("most", MAX_COUNTED + 1)
				.query(Integer.class)
				.single();
	}

	private DeadLetter letter(ResultSet row) throws SQLException {
		return new DeadLetter(this.service + "-" + row.getLong("id"), this.service,
				Direction.valueOf(row.getString("direction")), row.getString("topic"), row.getString("key"),
				row.getString("event_id"), row.getObject("mail_id", UUID.class),
				row.getObject("ticket_id", Long.class), row.getString("reason"), row.getString("exception"),
				row.getObject("failed_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"));
	}

	/** @param totalCapped whether there are more than the total says */
	public record Page(List<DeadLetter> letters, boolean isLast, int total, boolean totalCapped) {}

}
