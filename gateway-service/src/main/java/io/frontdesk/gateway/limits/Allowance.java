package io.frontdesk.gateway.limits;

import java.time.Duration;

/** What is left of a caller's requests after one more. */
sealed interface Allowance {

	/** @param refilled until as many as the burst are left again */
	record Granted(long burst, long left, Duration refilled) implements Allowance {}

	record UsedUp(long burst, Duration retryAfter) implements Allowance {}

}
