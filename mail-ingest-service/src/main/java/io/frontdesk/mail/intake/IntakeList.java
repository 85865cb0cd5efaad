package io.frontdesk.mail.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.http.listing.Cursors;

/** The mails of the ledger, the newest first. */
@Component
public class IntakeList {

	/** Counting stops here: nobody reads a bigger number, and the database would. */
	private static final int MAX_COUNTED = 1_000;

	private final JdbcClient jdbc;

	private final Cursors cursors;

	IntakeList(JdbcClient jdbc, Cursors cursors) {
		this.jdbc = jdbc;
		this.cursors = cursors;
	}

	/** @param cursor null for the first page */
	public Page page(IntakeFilter filter, @Nullable String cursor, int limit) {
		var query = new Query();
		query.narrow(filter);
		var counted = this.jdbc
				.sql("select count(*) from (select from intake_entry where %s limit %d) counted"
						.formatted(query.conditions(), MAX_COUNTED + 1))
				.params(query.parameters)
				.query(Integer.class)
				.single();
		var after = this.cursors.take("intake " + filter, cursor, IntakePlace.FORMAT, IntakePlace::of);
		if (after != null) {
			query.after(after);
		}
		var rows = this.jdbc
				.sql("select * from intake_entry where %s order by received_at desc, id desc limit %d"
						.formatted(query.conditions(), limit + 1))
				.params(query.parameters)
				.query(LedgerRow::of)
				.list();
		var last = rows.size() <= limit;
		var page = last ? rows : rows.subList(0, limit);
		return new Page(page,
				last ? null : this.cursors.give("intake " + filter, IntakePlace.of(page.getLast()).place()),
				Math.min(counted, MAX_COUNTED), counted > MAX_COUNTED);
	}

	/**
	 * @param next null on the last page
	 * @param totalCapped whether there are more than the total says
	 */
	public record Page(List<LedgerRow> rows, @Nullable String next, int total, boolean totalCapped) {}

	private static final class Query {

		private final List<String> conditions = new ArrayList<>();

		private final Map<String, Object> parameters = new HashMap<>();

		void narrow(IntakeFilter filter) {
			if (filter.outcome() != null) {
				add("outcome = :outcome", "outcome", filter.outcome().name());
			}
			if (filter.classification() != null) {
				add("classification = :classification", "classification", filter.classification().name());
			}
			add("mailbox = :mailbox", "mailbox", filter.knownMailbox());
			add("ticket_id = :ticket", "ticket", filter.ticket());
			add("received_at >= :since", "since", utc(filter.since()));
			add("received_at < :until", "until", utc(filter.until()));
			for (var word : filter.words()) {
				var name = "word" + this.conditions.size();
				add("searched like :" + name, name, "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
			}
		}

		void after(IntakePlace place) {
			add("(received_at, id) < (:afterTime, :afterId)", "afterTime", utc(place.receivedAt()));
			this.parameters.put("afterId", place.id());
		}

		private void add(String condition, String parameter, @Nullable Object value) {
			if (value != null) {
				this.conditions.add(condition);
				this.parameters.put(parameter, value);
			}
		}

		private static @Nullable Object utc(@Nullable Instant time) {
			return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
		}

		String conditions() {
			return this.conditions.isEmpty() ? "true" : String.join(" and ", this.conditions);
		}

	}

}
