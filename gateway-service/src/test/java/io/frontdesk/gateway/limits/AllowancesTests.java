package io.frontdesk.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

class AllowancesTests {

	private final Clock clock = new Clock();

	private final Allowances allowances = new Allowances(2, 3, this.clock);

	@Test
	void burstIsGrantedAndOneMoreIsNot() {
		assertThat(ask("alice")).isEqualTo(new Allowance.Granted(3, 2, Duration.ofMillis(500)));
		ask("alice");
		ask("alice");
		assertThat(ask("alice")).isEqualTo(new Allowance.UsedUp(3, Duration.ofMillis(500)));
	}

	@Test
	void afterThePromisedTimeThereIsOneAgain() {
		for (var i = 0; i < 3; i++) {
			ask("alice");
		}
		this.clock.now = this.clock.now.plusMillis(499);
		assertThat(ask("alice")).isInstanceOf(Allowance.UsedUp.class);
		this.clock.now = this.clock.now.plusMillis(1);
		assertThat(ask("alice")).isInstanceOf(Allowance.Granted.class);
		assertThat(ask("alice")).isInstanceOf(Allowance.UsedUp.class);
	}

	@Test
	void nobodyUsesUpWhatIsAnothers() {
		for (var i = 0; i < 9; i++) {
			ask("alice");
		}
		assertThat(ask("bob")).isInstanceOf(Allowance.Granted.class);
	}

	private Allowance ask(String who) {
		return this.allowances.ask(who);
	}

	private static final class Clock implements TimeMeter {

		private Instant now = Instant.EPOCH;

		@Override
		public long currentTimeNanos() {
			return Duration.between(Instant.EPOCH, this.now).toNanos();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
