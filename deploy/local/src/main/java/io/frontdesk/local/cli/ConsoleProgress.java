package io.frontdesk.local.cli;

import java.time.Duration;

import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Progress;

/** One line for each server, when it is decided. */
public final class ConsoleProgress implements Progress {

	@Override
	public synchronized void starting(String server) {
		System.out.printf("  %-22s starting%n", server);
	}

	@Override
	public synchronized void stillStarting(String server, Duration soFar, String doing) {
		System.out.printf("  %-22s after %d s: %s%n", server, soFar.toSeconds(),
				doing.isEmpty() ? "nothing in its log yet" : doing);
	}

	@Override
	public synchronized void ended(StartOutcome outcome) {
		String what = switch (outcome) {
			case StartOutcome.Ready(_, var took) -> "up after %.1f s".formatted(took.toMillis() / 1000.0);
			case StartOutcome.AlreadyUp _ -> "already up";
			case StartOutcome.NotTried(_, var missing) -> "not started, needs " + String.join(", ", missing);
			default -> "FAILED";
		};
		System.out.printf("  %-22s %s%n", outcome.server(), what);
	}

}
