package io.frontdesk.http.container;

import java.net.SocketTimeoutException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PaceTests {

	private final Pace pace = new Pace(new ConnectionSettings(Duration.ofSeconds(20), DataSize.ofBytes(1000), 0));

	private long now;

	@Test
	void dripIsTooSlow() throws SocketTimeoutException {
		comes(1);
		for (var second = 0; second < 20; second += 5) {
			waits(5);
			comes(1);
		}
		waits(5);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> comes(1));
	}

	@Test
	void leastRateIsFastEnoughForAsLongAsItTakes() {
		assertThatCode(() -> {
			for (var second = 0; second < 100_000; second++) {
				comes(1000);
				waits(1);
			}
		}).doesNotThrowAnyException();
	}

	@Test
	void gushBuysNoDrip() throws SocketTimeoutException {
		comes(10_000_000);
		waits(21);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> comes(1));
	}

	@Test
	void whoIsNotWaitedForIsNotLate() throws SocketTimeoutException {
		comes(1);
		this.now += Duration.ofMinutes(5).toNanos();
		assertThatCode(() -> comes(1)).doesNotThrowAnyException();
	}

	@Test
	void idleConnectionIsNotLate() throws SocketTimeoutException {
		comes(1);
		this.pace.restart();
		waits(60);
		assertThatCode(() -> comes(1)).doesNotThrowAnyException();
	}

	private void comes(long bytes) throws SocketTimeoutException {
		this.pace.moved(bytes, this.now);
	}

	private void waits(long seconds) throws SocketTimeoutException {
		this.pace.moved(0, this.now);
		this.now += Duration.ofSeconds(seconds).toNanos();
	}

}
