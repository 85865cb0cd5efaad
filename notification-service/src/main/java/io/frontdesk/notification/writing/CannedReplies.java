package io.frontdesk.notification.writing;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.http.problem.InvalidField;

/** The canned replies of the desk, each known by a name of its own. */
@Component
@Transactional
public class CannedReplies {

	/** Counting stops here. */
	private static final int COUNTED = 1_000;

	private static final RowMapper<CannedReply> ROWS = (row, _) -> new CannedReply(row.getObject("id", UUID.class),
			row.getString("name"), row.getString("text"), row.getString("language"),
			row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getString("changed_by"));

	private final JdbcClient jdbc;

	private final InstantSource clock;

	CannedReplies(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * By name.
	 *
	 * @param part of the name; empty for any
	 * @param after the name that the page before ended with; empty for the first page
	 */
	@Transactional(readOnly = true)
	public Page page(String part, String after, int limit) {
		var named = "canned_reply where position(lower(?) in lower(name)) > 0";
		var rows = this.jdbc
				.sql("select * from %s and lower(name) > lower(?) order by lower(name) limit ?".formatted(named))
				.params(part, after, limit + 1)
				.query(ROWS)
				.list();
		var counted = this.jdbc.sql("select count(*) from (select from %s limit ?)".formatted(named))
				.params(part, COUNTED + 1)
				.query(Integer.class)
				.single();
		var isLast = rows.size() <= limit;
		var page = isLast ? rows : rows.subList(0, limit);
		return new Page(page, isLast ? null : page.getLast().name(), Math.min(counted, COUNTED), counted > COUNTED);
	}

	@Transactional(readOnly = true)
	public CannedReply get(UUID id) {
		return find("select * from canned_reply where id = ?", id);
	}

	/** @param by the address of who wants it */
	public CannedReply add(CannedReplyText wanted, String by) {
		check(wanted);
		var id = UUID.randomUUID();
		write("""
				insert into canned_reply (id, name, text, language, changed_at, changed_by)
				values (:id, :name, :text, :language, :at, :by)
				""", wanted, by, id);
		return get(id);
	}

	/** @param by the address of who wants it */
	public CannedReply change(UUID id, UnaryOperator<CannedReplyText> change, String by) {
		var before = find("select * from canned_reply where id = ? for update", id);
		var wanted = change.apply(new CannedReplyText(before.name(), before.text(), before.language()));
		check(wanted);
		write("""
				update canned_reply set name = :name, text = :text, language = :language, changed_at = :at, changed_by = :by
				where id = :id
				""",
				wanted, by, id);
		return get(id);
	}

	public void remove(UUID id) {
		if (this.jdbc.sql("delete from canned_reply where id = ?").param(id).update() == 0) {
			throw CannedReplyProblem.CANNED_REPLY_NOT_FOUND.exception();
		}
	}

	private CannedReply find(String sql, UUID id) {
		return this.jdbc.sql(sql)
				.param(id)
				.query(ROWS)
				.optional()
				.orElseThrow(CannedReplyProblem.CANNED_REPLY_NOT_FOUND::exception);
	}

	private static void check(CannedReplyText wanted) {
		var faults = CannedReplyCheck.faults(wanted.text());
		if (!faults.isEmpty()) {
			throw InvalidField.exception(faults);
		}
	}

	private void write(String sql, CannedReplyText wanted, String by, UUID id) {
		try {
			this.jdbc.sql(sql)
					.param("name", wanted.name())
					.param("text", wanted.text())
					.param("language", wanted.language())
					.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
					.param("by", by)
					.param("id", id)
					.update();
		} catch (DuplicateKeyException _) {
			throw CannedReplyProblem.CANNED_REPLY_NAME_TAKEN.exception(
					Map.of("errors", List.of(new InvalidField("name", "another canned reply has it"))));
		}
	}

	/**
	 * @param next null on the last page
	 * @param total exact up to {@value #COUNTED}
	 * @param totalCapped whether there are more
	 */
	public record Page(List<CannedReply> replies, @Nullable String next, int total, boolean totalCapped) {}

}
