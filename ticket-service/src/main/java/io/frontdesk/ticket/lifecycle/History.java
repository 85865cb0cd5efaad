package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;

/** Who changed what, when, and by which route. */
@Component
public class History {

	private static final int MOST = 1_000;

	private final JdbcClient jdbc;

	History(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long ticket, Actor actor, List<Change> changes, Instant at) {
		var person = actor.person();
		for (var change : changes) {
			this.jdbc.sql("""
					insert into history (ticket_id, at, actor_id, route, field, old_value, new_value)
					values (:ticket, :at, :actor, :route, :field, :before, :after)
					""")
					.param("ticket", ticket)
					.param("at", at.atOffset(ZoneOffset.UTC))
					.param("actor", (person != null) ? person.id() : null)
					.param("route", Change.wireName(actor.route()))
					.param("field", change.field())
					.param("before", change.before())
					.param("after", change.after())
					.update();
		}
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

	/** @param actor null where Frontdesk acted by itself */
	public record Entry(Instant at, @Nullable Person actor, String route, String field, @Nullable String before,
			@Nullable String after) {}

}
