package io.frontdesk.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** When tickets come: more and more over eighteen months, on weekdays, in office hours, and never in the future. */
record Seasons(Instant now) {

	private static final Duration SPAN = Duration.ofDays(540);

	/** So many times as many come at the end as at the beginning. */
	private static final double GROWTH = 3;

	private static final int[] OF_HOUR = {1, 1, 1, 1, 1, 2, 5, 14, 26, 30, 28, 24, 18, 22, 26, 24, 19, 12, 7, 5, 4, 3,
			2, 1};

	private static final int BUSIEST_HOUR = 30;

	/** @param share of all tickets that came before */
	Instant received(double share, RandomGenerator random) {
		double slope = GROWTH - 1;
		double at = (Math.sqrt(1 + share * (slope * slope + 2 * slope)) - 1) / slope;
		Instant around = this.now.minus(SPAN).plusMillis((long) (at * SPAN.toMillis()));
		for (int tries = 0; tries < 200; tries++) {
			Instant time = around.plusMillis((long) ((random.nextDouble() - 0.5) * Duration.ofDays(7).toMillis()));
			if (time.isBefore(this.now) && random.nextDouble() < likelihood(time)) {
				return time;
			}
		}
		return around;
	}

	private static double likelihood(Instant time) {
		var local = time.atOffset(ZoneOffset.ofHours(1));
		double ofDay = switch (local.getDayOfWeek()) {
			case MONDAY -> 1;
			case FRIDAY -> 0.75;
			case SATURDAY, SUNDAY -> 0.12;
			default -> 0.9;
		};
		return ofDay * OF_HOUR[local.getHour()] / BUSIEST_HOUR;
	}

	/** Half are shorter than the median, and some much longer; over a weekend it takes until Monday. */
	static Instant later(Instant time, Duration median, RandomGenerator random) {
		Instant then = time.plusMillis(
				Math.max(60_000, (long) (median.toMillis() * Math.exp(1.1 * random.nextGaussian()))));
		DayOfWeek day = then.atOffset(ZoneOffset.UTC).getDayOfWeek();
		return switch (day) {
			case SATURDAY -> then.plus(Duration.ofDays(2));
			case SUNDAY -> then.plus(Duration.ofDays(1));
			default -> then;
		};
	}

}
