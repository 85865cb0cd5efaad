package io.frontdesk.local.process;

import java.time.Duration;

/**
 * How to wait for a server's start.
 *
 * @param patience with one that does not move: slowness alone is never a reason to give up
 */
public record Waiting(Duration patience, Listener listener) {

	private static final String VARIABLE = "FRONTDESK_PATIENCE";

	private static final Duration USUAL = Duration.ofMinutes(3);

	/** Hears now and then what a server does that does not answer yet. */
	@FunctionalInterface
	public interface Listener {

		void stillStarting(String server, Duration soFar, String doing);

	}

	/** Without a word. */
	public static Waiting usual() {
		return new Waiting(usualPatience(), (_, _, _) -> {
		});
	}

	/** As the environment says. */
	public static Duration usualPatience() {
		return patience(System.getenv().getOrDefault(VARIABLE, ""));
	}

	static Duration patience(String seconds) {
		if (seconds.isBlank()) {
			return USUAL;
		}
		try {
			return Duration.ofSeconds(Integer.parseUnsignedInt(seconds.strip()));
		} catch (NumberFormatException _) {
			throw new IllegalArgumentException(
					"%s is not a number of seconds such as 600: %s".formatted(VARIABLE, seconds));
		}
	}

}
