package io.frontdesk.ticket.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class DurationsTests {

	@Test
	void nothingHasNoQuantiles() {
		var durations = new Durations();
		durations.add(40, 1);
		durations.add(40, -1);
		assertThat(durations.quantiles()).isNull();
	}

	@Test
	void quantilesAreNearestRanks() {
		var durations = new Durations();
		for (var seconds = 1; seconds <= 10; seconds++) {
			durations.add(seconds, 1);
		}
		assertThat(durations.quantiles()).isEqualTo(new Durations.Quantiles(5, 9));
	}

	@Test
	void middlesRiseAndLieWithinTheirBuckets() {
		assertThat(Durations.middle(0)).isZero();
		for (var bucket = 1; bucket < 512; bucket++) {
			assertThat(Durations.middle(bucket)).isGreaterThan(Durations.middle(bucket - 1));
		}
		// 1 h is 3600 s: between 3584 and 3712, which is bucket (11 - 4) * 16 + 28
		assertThat(Durations.middle(7 * 16 + 28)).isEqualTo(3648).isCloseTo(3600L, withPercentage(3.2));
	}

}
