package io.frontdesk.notification.outbound;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications somebody asked for: each is optional, and all that are given must be met.
 *
 * @param to the recipient's whole address
 */
public record NotificationFilter(@Nullable DeliveryState state, @Nullable Kind kind,
		@Nullable @Size(max = 254) @Pattern(regexp = "\\P{Cc}*", message = "has control characters") String to,
		@Nullable Long ticket, @Nullable String createdFrom, @Nullable String createdTo) {

	/** Conditions in SQL, with the value that each is about. */
	Map<String, Object> conditions() {
		var conditions = new LinkedHashMap<String, Object>();
		if (this.state != null) {
			conditions.put("state = ?", this.state.name());
		}
		if (this.kind != null) {
			conditions.put("kind = ?", this.kind.name());
		}
		if (this.to != null && !this.to.isBlank()) {
			conditions.put("recipient = ?", this.to.strip().toLowerCase(Locale.ROOT));
		}
		if (this.ticket != null) {
			conditions.put("ticket_id = ?", this.ticket);
		}
		if (this.createdFrom != null && !this.createdFrom.isEmpty()) {
			conditions.put("created_at >= ?", moment(this.createdFrom, 0));
		}
		if (this.createdTo != null && !this.createdTo.isEmpty()) {
			conditions.put("created_at < ?", moment(this.createdTo, 1));
		}
		return conditions;
	}

	/** @param days to add to what is a day, not a moment: the day that a range ends with belongs to it */
	private static OffsetDateTime moment(String text, int days) {
		try {
			var time = (text.length() > 10)
					? OffsetDateTime.parse(text)
					: LocalDate.parse(text).plusDays(days).atStartOfDay().atOffset(ZoneOffset.UTC);
			if (time.getYear() >= 1 && time.getYear() <= 9999) {
				return time;
			}
		} catch (DateTimeException _) {
			// the same problem as a year of which there is nothing
		}
		throw NotificationProblem.BAD_TIME.exception();
	}

}
