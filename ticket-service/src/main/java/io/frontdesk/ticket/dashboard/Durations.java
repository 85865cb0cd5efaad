package io.frontdesk.ticket.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * How often each duration occurred, on the scale of the database's dashboard_bucket: exact below 32 seconds, from there
 * 16 buckets for each doubling, so that the middle of a bucket is at most 3.2 % from what it stands for.
 */
final class Durations {

	private static final int BUCKETS = 512;

	private final int[] counts = new int[BUCKETS];

	private long total;

	void add(int bucket, int n) {
		this.counts[bucket] += n;
		this.total += n;
	}

	void add(Durations other) {
		for (var bucket = 0; bucket < BUCKETS; bucket++) {
			add(bucket, other.counts[bucket]);
		}
	}

	long total() {
		return this.total;
	}

	/** By nearest rank; null of nothing. */
	@Nullable
	Quantiles quantiles() {
		return (this.total > 0) ? new Quantiles(atRank((this.total + 1) / 2), atRank((9 * this.total + 9) / 10)) : null;
	}

	private long atRank(long rank) {
		var bucket = 0;
		for (var seen = (long) this.counts[0]; seen < rank; seen += this.counts[bucket]) {
			bucket++;
		}
		return middle(bucket);
	}

	static long middle(int bucket) {
		if (bucket < 32) {
			return bucket;
		}
		var shift = bucket / 16 - 1;
		return ((16L + bucket % 16) << shift) + (1L << shift) / 2;
	}

	/** Half of the durations are no longer than the median, nine tenths no longer than p90; right to 3.2 %. */
	public record Quantiles(long medianSeconds, long p90Seconds) {}

}
