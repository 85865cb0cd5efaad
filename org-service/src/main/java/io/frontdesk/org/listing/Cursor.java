package io.frontdesk.org.listing;

import java.util.UUID;
import java.util.regex.Pattern;

import io.frontdesk.http.listing.CursorText;

/**
 * Where a page ended. Opaque to callers.
 *
 * @param list the list and its sort, as in "companies -name"
 * @param key of the last row, by which the list is sorted
 */
record Cursor(String list, String key, UUID id) {

	private static final Pattern FORMAT = Pattern.compile("[a-z]+ -?[a-z]+ [0-9a-f-]{36} [^\\p{Cc}\\p{Cs}]*");

	static Cursor parse(String text, String list) {
		var cursor = CursorText.read(text, FORMAT, Cursor::of, ListProblem.BAD_CURSOR);
		if (!cursor.list.equals(list)) {
			throw ListProblem.CURSOR_OF_ANOTHER_LIST.exception();
		}
		return cursor;
	}

	private static Cursor of(String plain) {
		var parts = plain.split(" ", 4);
		return new Cursor(parts[0] + " " + parts[1], parts[3], UUID.fromString(parts[2]));
	}

	@Override
	public String toString() {
		return CursorText.of("%s %s %s".formatted(this.list, this.id, this.key));
	}

}
