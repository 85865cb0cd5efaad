package io.frontdesk.ticket.lifecycle;

import java.util.random.RandomGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives ticket ids: drawn at random, so that one tells nothing about another. After {@value #TRIES} draws that were
 * taken, ids get a digit longer: by then most of the shorter ones are gone.
 */
@Component
class TicketNumbers {

	private static final int DIGITS = 7;

	private static final int TRIES = 12;

	private final JdbcClient jdbc;

	private final RandomGenerator random;

	TicketNumbers(JdbcClient jdbc, RandomGenerator random) {
		this.jdbc = jdbc;
		this.random = random;
	}

	long next() {
		for (var attempt = 0;; attempt++) {
			var smallest = (long) Math.pow(10, DIGITS - 1 + attempt / TRIES);
			var id = this.random.nextLong(smallest, 10 * smallest);
			if (reserve(id)) {
				return id;
			}
		}
	}

	private boolean reserve(long id) {
		return this.jdbc.sql("insert into ticket_number (id) values (?) on conflict do nothing")
				.param(id)
				.update() == 1;
	}

}
