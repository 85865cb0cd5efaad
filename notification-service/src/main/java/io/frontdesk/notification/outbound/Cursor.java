package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a page ended.
 *
 * @param counted what the first page counted: the pages after it need not count again
 * @param micros when the last one of the page was written down
 */
record Cursor(int counted, long micros, UUID id) {

	static final Pattern FORMAT = Pattern.compile("\\d{1,5} \\d{1,17} [0-9a-f-]{36}");

	static Cursor after(int counted, Notification last) {
		return new Cursor(counted, ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt()), last.id());
	}

	static Cursor of(String place) {
		var parts = place.split(" ");
		return new Cursor(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
	}

	OffsetDateTime createdAt() {
		return Instant.EPOCH.plus(this.micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	String place() {
		return "%d %d %s".formatted(this.counted, this.micros, this.id);
	}

}
