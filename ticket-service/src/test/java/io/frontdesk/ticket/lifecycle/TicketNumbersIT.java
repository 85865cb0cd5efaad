package io.frontdesk.ticket.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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
		var ids = new ArrayList<>(numbers.next(1_900));
		for (var i = 0; i < 100; i++) {
			ids.addAll(numbers.next(1));
		}
		assertThat(ids).hasSize(2_000).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id)
				.isBetween(1_000_000L, 9_999_999L));
		var rises = IntStream.range(1, ids.size()).filter(i -> ids.get(i) > ids.get(i - 1)).count();
		assertThat(rises).as("how often an id is above the one before").isBetween(800L, 1_200L);
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
		assertThat(stubborn.next(2)).containsExactly(1_000_000L, 10_000_000L);
		assertThat(stubborn.next(1)).containsExactly(100_000_000L);
	}

}
