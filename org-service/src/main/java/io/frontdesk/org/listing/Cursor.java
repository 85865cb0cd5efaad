package io.frontdesk.org.listing;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a page ended.
 *
 * @param key of the last row, by which the list is sorted
 */
record Cursor(String key, UUID id) {

	static final Pattern FORMAT = Pattern.compile("[0-9a-f-]{36} [^\\p{Cc}\\p{Cs}]*");

	static Cursor of(String place) {
		var parts = place.split(" ", 2);
		return new Cursor(parts[1], UUID.fromString(parts[0]));
	}

	String place() {
		return this.id + " " + this.key;
	}

}
