package io.frontdesk.http.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.deadletters.DeadLetter;
import io.frontdesk.events.deadletters.DeadLetterPlace;
import io.frontdesk.http.listing.CursorText;

/** The last letter of a page, of whichever service: any service can go on from there, and the gateway can make it too. */
final class LetterCursor {

	private static final Pattern FORMAT = Pattern.compile("\\d{1,14} " + LetterId.FORMAT);

	private LetterCursor() {}

	static String after(List<DeadLetter> page) {
		var last = page.getLast();
		return CursorText.of(last.failedAt().toEpochMilli() + " " + last.id());
	}

	static @Nullable DeadLetterPlace parse(@Nullable String cursor) {
		return (cursor == null || cursor.isEmpty())
				? null
				: CursorText.read(cursor, FORMAT, LetterCursor::place, DeadLetterProblem.BAD_CURSOR);
	}

	private static DeadLetterPlace place(String plain) {
		var parts = plain.split(" ");
		var id = LetterId.parse(parts[1]).orElseThrow(IllegalArgumentException::new);
		return new DeadLetterPlace(Instant.ofEpochMilli(Long.parseLong(parts[0])), id.service(), id.number());
	}

}
