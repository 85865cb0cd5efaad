package io.frontdesk.org.listing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a page ended. Opaque to callers.
 *
 * @param list the list and its sort, as in "companies -name"
 * @param key of the last row, by which the list is sorted
 */
record Cursor(String list, String key, UUID id) {

	private static final Pattern FORMAT = Pattern.compile("([a-z]+ -?[a-z]+) ([0-9a-f-]{36}) ([^\\p{Cc}\\p{Cs}]*)");

	static Cursor parse(String text, String list) {
		try {
			var matcher = FORMAT
					.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
			if (matcher.matches()) {
				var cursor = new Cursor(Objects.requireNonNull(matcher.group(1)),
						Objects.requireNonNull(matcher.group(3)), UUID.fromString(matcher.group(2)));
				return cursor.in(list);
			}
		} catch (IllegalArgumentException _) {
			// neither Base64 nor a UUID: the same problem
		}
		throw ListProblem.BAD_CURSOR.exception();
	}

	private Cursor in(String wanted) {
		if (!this.list.equals(wanted)) {
			throw ListProblem.CURSOR_OF_ANOTHER_LIST.exception();
		}
		return this;
	}

	@Override
	public String toString() {
		var plain = "%s %s %s".formatted(this.list, this.id, this.key);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

}
