package io.frontdesk.load;

import java.util.Collections;
import java.util.List;

/**
 * One thing that was measured, once in each round.
 *
 * @param more whether more of it is better, as of mails a second, or less, as of milliseconds
 */
record Figure(String name, boolean more, List<Double> rounds) {

	private static final double TINY = 1e-9;

	double middle() {
		List<Double> sorted = this.rounds.stream().sorted().toList();
		int half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
	}

	/** How far its rounds lie apart, as a part of the middle. */
	double spread() {
		return apart(Collections.min(this.rounds), Collections.max(this.rounds));
	}

	/** How far another run's middle lies from this one's; above 0 when it is the worse. */
	double worseBy(Figure other) {
		double change = (other.middle() - middle()) / Math.max(Math.abs(middle()), TINY);
		return this.more ? -change : change;
	}

	double differenceTo(Figure other) {
		return apart(middle(), other.middle());
	}

	private static double apart(double one, double other) {
		return Math.abs(one - other) / Math.max(Math.min(Math.abs(one), Math.abs(other)), TINY);
	}

}
