package io.frontdesk.gateway.limits;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/** A bucket for each of those who asked last. Who is forgotten had been quiet for long, and finds a full one. */
class Allowances {

	private static final int REMEMBERED = 20_000;

	private static final float LOAD = 0.75f;

	private final Bandwidth bandwidth;

	private final TimeMeter clock;

	private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, LOAD, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > REMEMBERED;
		}

	});

	Allowances(int perSecond, int burst, TimeMeter clock) {
		this.bandwidth = Bandwidth.builder()
				.capacity(burst)
				.refillGreedy(perSecond, Duration.ofSeconds(1))
				.build();
		this.clock = clock;
	}

	Allowance ask(String who) {
		var bucket = this.buckets.computeIfAbsent(who, _ -> full());
		var probe = bucket.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed()
				? new Allowance.Granted(this.bandwidth.getCapacity(), probe.getRemainingTokens(),
						Duration.ofNanos(probe.getNanosToWaitForReset()))
				: new Allowance.UsedUp(this.bandwidth.getCapacity(),
						Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	private Bucket full() {
		return Bucket.builder().addLimit(this.bandwidth).withCustomTimePrecision(this.clock).build();
	}

}
