package io.frontdesk.ticket.conversation;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that may write in a ticket though nothing in it is from them. */
@Component
class Participants {

	private final JdbcClient jdbc;

	Participants(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param addresses in lower case */
	void add(long ticket, Collection<String> addresses) {
		if (!addresses.isEmpty()) {
			this.jdbc.sql("""
					insert into participant (ticket_id, address) select ?, unnest(?) on conflict do nothing
					""")
					.params(ticket, addresses.toArray(String[]::new))
					.update();
		}
	}

}
