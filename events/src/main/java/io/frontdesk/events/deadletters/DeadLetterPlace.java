package io.frontdesk.events.deadletters;

import java.time.Instant;

/** Where a page ended in the one order of all services' letters: newest first, then by service, then by number. */
public record DeadLetterPlace(Instant failedAt, String service, long number) {

	/** The number that a letter of this service must be below of, if it failed at the same moment. */
	long below(String ours) {
		var order = ours.compareTo(this.service);
		if (order == 0) {
			return this.number;
		}
		return (order < 0) ? 0 : Long.MAX_VALUE;
	}

}
