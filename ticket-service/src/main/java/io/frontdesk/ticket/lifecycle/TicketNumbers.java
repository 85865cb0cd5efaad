package io.frontdesk.ticket.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

	List<Long> next(int count) {
		var ids = new ArrayList<Long>(count);
		for (var attempt = 0; ids.size() < count; attempt++) {
			var smallest = (long) Math.pow(10, DIGITS - 1 + attempt / TRIES);
			var drawn = this.random.longs(count - ids.size(), smallest, 10 * smallest).boxed().toList();
			var reserved = reserve(drawn);
			drawn.stream().filter(reserved::remove).forEach(ids::add);
		}
		return ids;
	}

	/** Returns those that were not taken. In one order for all, so that none wait for each other in a circle. */
	private Set<Long> reserve(List<Long> drawn) {
		return new HashSet<>(this.jdbc.sql("""
				insert into ticket_number (id) select distinct id from unnest(?) as drawn (id) order by id
				on conflict do nothing returning id
				""")
				.param(drawn.toArray(Long[]::new))
				.query(Long.class)
				.list());
	}

}
