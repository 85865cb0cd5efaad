package io.frontdesk.notification.suppression;

import java.time.Duration;

import jakarta.validation.constraints.Min;

/**
 * A token bucket.
 *
 * @param burst how many mails may go at once
 * @param perHour how many may go from then on
 */
record Limit(@Min(1) int burst, @Min(1) int perHour) {

	Duration interval() {
		return Duration.ofHours(1).dividedBy(this.perHour);
	}

}
