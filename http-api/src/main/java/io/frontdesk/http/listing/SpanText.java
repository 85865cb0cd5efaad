package io.frontdesk.http.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.frontdesk.http.problem.Problem;

/** The ends of a span of time, each a day such as 2026-11-01 or a moment such as 2026-11-01T09:30:00Z. */
public final class SpanText {

	private SpanText() {}

	/**
	 * Inclusive; null for nothing or no text.
	 *
	 * @param otherwise the problem with what is neither
	 */
	public static @Nullable Instant since(@Nullable String text, Problem otherwise) {
		return moment(text, 0, otherwise);
	}

	/**
	 * Exclusive: the day that a span ends with belongs to it. Null for nothing or no text.
	 *
	 * @param otherwise the problem with what is neither
	 */
	public static @Nullable Instant until(@Nullable String text, Problem otherwise) {
		return moment(text, 1, otherwise);
	}

	private static @Nullable Instant moment(@Nullable String text, int daysToAddToDay, Problem otherwise) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			var time = (text.length() > 10)
					? OffsetDateTime.parse(text)
					: LocalDate.parse(text).plusDays(daysToAddToDay).atStartOfDay().atOffset(ZoneOffset.UTC);
			if (time.getYear() >= 1 && time.getYear() <= 9999) {
				return time.toInstant();
			}
		} catch (DateTimeException _) {
			// the same problem as a year of which there is nothing
		}
		throw otherwise.exception();
	}

}
