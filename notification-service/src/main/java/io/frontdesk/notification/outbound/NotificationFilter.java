package io.frontdesk.notification.outbound;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;
import io.frontdesk.http.listing.SpanText;

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
			conditions.put("recipient = ?", AddressForm.of(this.to));
		}
		if (this.ticket != null) {
			conditions.put("ticket_id = ?", this.ticket);
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
