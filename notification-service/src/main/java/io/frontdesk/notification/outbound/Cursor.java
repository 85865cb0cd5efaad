package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

import io.frontdesk.http.listing.CursorText;

/**
 * Where a page ended. Opaque to callers.
 *
 * @param list a digest of the filters
 * @param counted what the first page counted: the pages after it need not count again
 * @param micros when the last one of the page was written down
 */
record Cursor(int list, int counted, long micros, UUID id) {

	private static final Pattern FORMAT = Pattern.compile("-?\\d{1,10} \\d{1,5} \\d{1,17} [0-9a-f-]{36}");

	static Cursor after(int list, int counted, Notification last) {
		return new Cursor(list, counted, ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt()), last.id());
	}

	static Cursor parse(String text, int list) {
		var cursor = CursorText.read(text, FORMAT, Cursor::of, NotificationProblem.BAD_CURSOR);
		if (cursor.list != list) {
			throw NotificationProblem.BAD_CURSOR.exception();
		}
		return cursor;
	}

	private static Cursor of(String plain) {
		var parts = plain.split(" ");
		return new Cursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
				UUID.fromString(parts[3]));
	}

	OffsetDateTime createdAt() {
		return Instant.EPOCH.plus(this.micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	@Override
	public String toString() {
		return CursorText.of("%d %d %d %s".formatted(this.list, this.counted, this.micros, this.id));
	}

}
