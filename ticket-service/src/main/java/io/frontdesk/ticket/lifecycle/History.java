package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Actor;

/** Who changed what, when, and by which route. */
@Component
class History {

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

}
