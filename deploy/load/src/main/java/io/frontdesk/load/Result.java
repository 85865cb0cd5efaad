package io.frontdesk.load;

import java.time.Duration;

import org.HdrHistogram.Histogram;

/** @param latencies in microseconds, of all answers */
record Result(int tickets, String scenario, int clients, Histogram latencies, long errors, String firstError,
		Duration took) {

	double milliseconds(double percentile) {
		return this.latencies.getValueAtPercentile(percentile) / 1000.0;
	}

	double perSecond() {
		return this.latencies.getTotalCount() / (this.took.toNanos() / 1e9);
	}

}
