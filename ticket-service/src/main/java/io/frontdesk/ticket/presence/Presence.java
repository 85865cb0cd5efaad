package io.frontdesk.ticket.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.people.PersonView;
import io.frontdesk.ticket.sight.Viewer;

/** Knows of each for a minute after they said so last. Open pages are told when somebody comes, changes or goes. */
@Component
@Transactional
public class Presence {

	private static final Duration KNOWN_FOR = Duration.ofSeconds(60);

	/** More people than one desk has at once: what is left out is the longest there. */
	private static final int LISTED = 1_000;

	private final JdbcClient jdbc;

	private final TicketDesk desk;

	private final People people;

	private final InstantSource clock;

	Presence(JdbcClient jdbc, TicketDesk desk, People people, InstantSource clock) {
		this.jdbc = jdbc;
		this.desk = desk;
		this.people = people;
		this.clock = clock;
	}

	/** Of the viewer, at a ticket that they may see. */
	public void note(long ticket, PresenceState state, Viewer viewer) {
		this.desk.requireVisible(ticket, viewer);
		if (state == PresenceState.AWAY) {
			leave(ticket, viewer.id());
		} else {
			this.people.meet(viewer.actor());
			stay(ticket, viewer.id(), state);
		}
	}

	private void stay(long ticket, UUID person, PresenceState state) {
		var now = now();
		this.jdbc
				.sql("""
						with before as (
							select from presence
							where ticket_id = :ticket and person_id = :person and state = :state and until > :now
						), said as (
							insert into presence (ticket_id, person_id, state, until) values (:ticket, :person, :state, :until)
							on conflict (ticket_id, person_id) do update set state = excluded.state, until = excluded.until
						)
						insert into live_pending (type, ticket_id) select 'presence', :ticket where not exists (select from before)
						""")
				.param("ticket", ticket)
				.param("person", person)
				.param("state", state.name())
				.param("now", now)
				.param("until", now.plus(KNOWN_FOR))
				.update();
	}

	private void leave(long ticket, UUID person) {
		this.jdbc.sql("""
				with gone as (delete from presence where ticket_id = ? and person_id = ? returning ticket_id)
				insert into live_pending (type, ticket_id) select 'presence', ticket_id from gone
				""").params(ticket, person).update();
	}

	/** At all tickets; who came or changed last comes first. */
	@Transactional(readOnly = true)
	public List<Present> all() {
		return this.jdbc.sql("""
				select ticket_id, state, p.id, email, first_name, last_name
				from presence join person p on p.id = person_id
				where until > ? and p.staff and p.active
				order by until desc limit ?
				""").params(now(), LISTED).query(Presence::present).list();
	}

	private static Present present(ResultSet row, int number) throws SQLException {
		var person = new Person(row.getObject("id", UUID.class), row.getString("email"), row.getString("first_name"),
				row.getString("last_name"));
		return new Present(row.getLong("ticket_id"), PersonView.of(person),
				PresenceState.valueOf(row.getString("state")));
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void forget() {
		this.jdbc.sql("""
				with gone as (delete from presence where until <= ? returning ticket_id)
				insert into live_pending (type, ticket_id) select distinct 'presence', ticket_id from gone
				""").param(now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
