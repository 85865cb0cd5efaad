package io.frontdesk.notification.replying;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A mail to ourselves, and what became of it.
 *
 * @param reason what is wrong, and what to do; null unless it is refused or missing
 */
public record Check(String address, State state, @Nullable String reason, Instant begunAt,
		@Nullable Instant arrivedAt) {

	public enum State {

		/** On its way. */
		SENT,

		/** So answers will. */
		ARRIVED,

		/** By the mail server when it was handed over, or by one behind it. */
		REFUSED,

		/** It should have arrived by now. */
		MISSING;

		@JsonValue
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
