package io.frontdesk.ticket.lifecycle;

import static io.frontdesk.events.transaction.Columns.column;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.transaction.AtCommit;

/** Who changed what, when, and by which route. */
@Component
public class History {

	private static final int MOST = 1_000;

	private final JdbcClient jdbc;

	private final AtCommit<NewEntry> unwritten = new AtCommit<>(this::insert);

	History(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long ticket, Actor actor, List<Change> changes, Instant at) {
		changes.forEach(change -> this.unwritten.add(new NewEntry(ticket, actor, change, at)));
	}

	private void insert(List<NewEntry> entries) {
		this.jdbc
				.sql("""
						insert into history (ticket_id, at, actor_id, route, field, old_value, new_value)
						select ticket, at, actor, route, field, before, after
						from unnest(:tickets::bigint[], :ats::timestamptz[], :actors::uuid[], :routes, :fields, :befores, :afters)
						       with ordinality as entry (ticket, at, actor, route, field, before, after, number)
						order by number
						""")
				.param("tickets", column(entries, NewEntry::ticket))
				.param("ats", column(entries, NewEntry::at))
				.param("actors", column(entries, NewEntry::actorId))
				.param("routes", column(entries, entry -> Change.wireName(entry.actor().route())))
				.param("fields", column(entries, entry -> entry.change().field()))
				.param("befores", column(entries, entry -> entry.change().before()))
				.param("afters", column(entries, entry -> entry.change().after()))
				.update();
	}

	/** The latest {@value #MOST} entries, oldest first. */
	public List<Entry> of(long ticket) {
		return this.jdbc.sql("""
				select * from (
					select h.id, h.at, h.route, h.field, h.old_value, h.new_value,
					       p.id as actor_id, p.email, p.first_name, p.last_name
					from history h left join person p on p.id = h.actor_id
					where h.ticket_id = :ticket order by h.id desc limit :most) latest
				order by id
				""")
				.param("ticket", ticket)
				.param("most", MOST)
				.query((row, _) -> new Entry(row.getObject("at", OffsetDateTime.class).toInstant(),
						(row.getObject("actor_id") == null)
								? null
								: new Person(row.getObject("actor_id", UUID.class), row.getString("email"),
										row.getString("first_name"), row.getString("last_name")),
						row.getString("route"), row.getString("field"), row.getString("old_value"),
						row.getString("new_value")))
				.list();
	}

	private record NewEntry(long ticket, Actor actor, Change change, Instant at) {

		@Nullable
		UUID actorId() {
			return (this.actor.person() != null) ? this.actor.person().id() : null;
		}

	}

	/** @param actor null where Frontdesk acted by itself */
	public record Entry(Instant at, @Nullable Person actor, String route, String field, @Nullable String before,
			@Nullable String after) {}

}
