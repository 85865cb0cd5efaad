package io.frontdesk.events.deadletters;

import org.jspecify.annotations.Nullable;

/**
 * @param topic that the event was on its way from or to
 * @param reason of which the letter's reason has a part, in upper or lower case
 */
public record DeadLetterFilter(@Nullable String topic, @Nullable String reason) {

	String reasonPattern() {
		return (this.reason != null) ? "%" + this.reason.replaceAll("([\\\\%_])", "\\\\$1") + "%" : "%";
	}

}
