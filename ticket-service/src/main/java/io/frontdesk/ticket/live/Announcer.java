package io.frontdesk.ticket.live;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open pages, once the transaction commits, of what the triggers on tickets, messages and deliveries don't. */
@Component
public class Announcer {

	private final JdbcClient jdbc;

	Announcer(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Something became of a mail that carries no message, as a receipt or the notice of a new status; for staff. */
	public void mailsChanged(Collection<Long> tickets) {
		if (!tickets.isEmpty()) {
			this.jdbc.sql("insert into live_pending (type, ticket_id) select 'mail.updated', unnest(?)")
					.param(tickets.toArray(Long[]::new))
					.update();
		}
	}

}
