package io.frontdesk.load;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Two runs of one part, before and after a change. A figure counts as changed when its middle moved by more than the
 * noise: the most that two runs of one commit ever differed by in it; where there are no such, the most that its rounds lie
 * apart within one of the two; and {@value #LEAST} at least.
 */
record Comparison(Run before, Run after, List<Run> known) {

	private static final double LEAST = 0.05;

	static final String HEAD = "| %s | before | after | change | noise | |%n| --- | ---: | ---: | ---: | ---: | --- |";

	/** How a figure is after the change. */
	enum Verdict {

		SLOWER, FASTER, SAME

	}

	/** @param worse by which part of what it was; below 0 when it is better */
	record Line(String name, double before, double after, double worse, double noise, boolean more) {

		Verdict verdict() {
			if (Math.abs(this.worse) <= this.noise) {
				return Verdict.SAME;
			}
			return (this.worse > 0) ? Verdict.SLOWER : Verdict.FASTER;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "| %s | %,.1f | %,.1f | %+.0f %% | ± %.0f %% | %s |", this.name,
					this.before,
					this.after, 100 * (this.more ? -this.worse : this.worse), 100 * this.noise, switch (verdict()) {
						case SLOWER -> "**SLOWER**";
						case FASTER -> "faster";
						case SAME -> "";
					});
		}

	}

	/** Of what both measured. */
	List<Line> lines() {
		return this.before.figures()
				.stream()
				.flatMap(old -> this.after.figure(old.name()).map(now -> line(old, now)).stream())
				.toList();
	}

	private Line line(Figure old, Figure now) {
		List<Double> known = pairs().stream().flatMap(pair -> pair.differenceIn(old.name()).stream()).toList();
		List<Double> differences = known.isEmpty() ? List.of(old.spread(), now.spread()) : known;
		double noise = Math.max(LEAST, Collections.max(differences));
		return new Line(old.name(), old.middle(), now.middle(), old.worseBy(now), noise, old.more());
	}

	/** Whether two runs of one commit have told how far such lie apart. */
	boolean knowsNoise() {
		return !pairs().isEmpty();
	}

	private List<Pair> pairs() {
		return this.known.stream()
				.filter(this.before::isComparableTo)
				.flatMap(one -> this.known.stream()
						.filter(other -> one.at().isBefore(other.at()) && one.isOfSameCommitAs(other))
						.map(other -> new Pair(one, other)))
				.toList();
	}

	/** Of one commit. */
	private record Pair(Run one, Run other) {

		java.util.Optional<Double> differenceIn(String figure) {
			return this.one.figure(figure)
					.flatMap(first -> this.other.figure(figure).map(first::differenceTo));
		}

	}

}
