package io.frontdesk.events.deadletters;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells of letters that wait. The service is up all the same: it handles everything else. */
class DeadLetterHealth extends AbstractHealthIndicator {

	private final WaitingLetters letters;

	DeadLetterHealth(WaitingLetters letters) {
		super("The dead letters can't be counted");
		this.letters = letters;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		var state = this.letters.now();
		builder.up().withDetail("waiting", state.count());
		state.oldest().ifPresent(oldest -> builder.withDetail("oldest", oldest)
				.withDetail("remedy", "GET /api/v1/dead-letters says why; POST …/resend sends them again"));
	}

}
