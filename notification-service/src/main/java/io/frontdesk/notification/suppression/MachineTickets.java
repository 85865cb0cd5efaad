package io.frontdesk.notification.suppression;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets that a machine raised, until a person writes in them. */
@Component
class MachineTickets {

	private final JdbcClient jdbc;

	MachineTickets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long ticket) {
		this.jdbc.sql("insert into machine_ticket (ticket_id) values (?) on conflict do nothing").param(ticket)
				.update();
	}

	void remove(long ticket) {
		this.jdbc.sql("delete from machine_ticket where ticket_id = ?").param(ticket).update();
	}

	boolean has(long ticket) {
		return this.jdbc.sql("select exists (select from machine_ticket where ticket_id = ?)")
				.param(ticket)
				.query(Boolean.class)
				.single();
	}

}
