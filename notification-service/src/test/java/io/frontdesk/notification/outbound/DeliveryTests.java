package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DeliveryTests {

	@Test
	void pausesDoubleUpToAnHour() {
		assertThat(IntStream.rangeClosed(1, 4).mapToObj(Delivery::pauseAfter)).containsExactly(Duration.ofSeconds(5),
				Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
		assertThat(Delivery.pauseAfter(10)).isEqualTo(Duration.ofSeconds(2_560));
		assertThat(Delivery.pauseAfter(11)).isEqualTo(Duration.ofHours(1));
		assertThat(Delivery.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
	}

}
