package io.frontdesk.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.HdrHistogram.Histogram;

/** @param latencies in microseconds, of all answers */
record Result(int tickets, String scenario, int clients, Histogram latencies, long errors, String firstError,
		Duration took) {

	double milliseconds(double percentile) {
		return this.latencies.getValueAtPercentile(percentile) / 1000.0;
	}

	/** This and another round of the same. */
	Result plus(Result other) {
		Histogram both = this.latencies.copy();
		both.add(other.latencies);
		return new Result(this.tickets, this.scenario, this.clients, both, this.errors + other.errors,
				this.firstError.isEmpty() ? other.firstError : this.firstError, this.took.plus(other.took));
	}

	static List<Figure> figures(List<Result> rounds) {
		Result first = rounds.getFirst();
		String name = String.format(Locale.ROOT, "%s, %,d tickets, %d clients, ", first.scenario, first.tickets,
				first.clients);
		return List.of(
				new Figure(name + "p95 ms", false, rounds.stream().map(round -> round.milliseconds(95)).toList()),
				new Figure(name + "a second", true, rounds.stream().map(Result::perSecond).toList()));
	}

	double perSecond() {
		return this.latencies.getTotalCount() / (this.took.toNanos() / 1e9);
	}

}
