package io.frontdesk.ticket.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.ticket.TicketServiceTest;

@TicketServiceTest
class TicketNumbersIT {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RandomGenerator random;

	@Test
	void idsAreSevenDigitsInNoOrderAndNeverTheSame() {
		var numbers = new TicketNumbers(this.jdbc, this.random);
		var seen = new HashSet<Long>();
		var rises = 0;
		var last = 0L;
		for (var i = 0; i < 2_000; i++) {
			var id = numbers.next();
			assertThat(id).isBetween(1_000_000L, 9_999_999L);
			assertThat(seen.add(id)).isTrue();
			rises += (id > last) ? 1 : 0;
			last = id;
		}
		assertThat(rises).as("how often an id is above the one before").isBetween(800, 1_200);
	}

	@Test
	void idsGetLongerWhereTheShortOnesAreTaken() {
		var stubborn = new TicketNumbers(this.jdbc, new RandomGenerator() {

			@Override
			public long nextLong() {
				return 0;
			}

			@Override
			public long nextLong(long origin, long bound) {
				return origin;
			}

		});
		assertThat(stubborn.next()).isEqualTo(1_000_000);
		assertThat(stubborn.next()).isEqualTo(10_000_000);
		assertThat(stubborn.next()).isEqualTo(100_000_000);
	}

}
