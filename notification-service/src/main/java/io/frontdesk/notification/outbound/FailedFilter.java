package io.frontdesk.notification.outbound;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.http.listing.SpanText;

/**
 * Which failed mails are meant.
 *
 * @param reason words of theirs, in any case
 */
public record FailedFilter(
		@NotBlank @Size(min = 3, max = 500) @Pattern(regexp = "\\P{Cc}*", message = "has control characters") String reason,
		@Nullable Kind kind, @Nullable String createdFrom, @Nullable String createdTo) {

	/** Conditions in SQL, with the value that each is about. */
	Map<String, Object> conditions() {
		var conditions = new LinkedHashMap<String, Object>();
		conditions.put("position(lower(?) in lower(reason)) > 0", this.reason.strip());
		if (this.kind != null) {
			conditions.put("kind = ?", this.kind.name());
		}
		var since = SpanText.since(this.createdFrom, NotificationProblem.BAD_TIME);
		if (since != null) {
			conditions.put("created_at >= ?", since.atOffset(ZoneOffset.UTC));
		}
		var until = SpanText.until(this.createdTo, NotificationProblem.BAD_TIME);
		if (until != null) {
			conditions.put("created_at < ?", until.atOffset(ZoneOffset.UTC));
		}
		return conditions;
	}

}
