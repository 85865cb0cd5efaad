package io.frontdesk.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * docs/permissions.md as it is committed. What the running system says of itself follows an annotation that somebody took
 * away or changed; this does not.
 *
 * @param required authorities of which a caller needs one, by operation
 * @param answered the one that staff need besides to be told anything, by operation
 */
record Permissions(Map<String, Set<String>> required, Map<String, String> answered) {

	private static final Pattern ROW = Pattern
			.compile("(?m)^\\| `([A-Z]+ /\\S+)` \\| (.*?) \\| (.*?) \\| (?:—|`(.*?)`) \\|$");

	private static final Pattern FEATURE = Pattern.compile("`([^`]+)`");

	static Permissions committed() throws IOException {
		var required = new TreeMap<String, Set<String>>();
		var answered = new TreeMap<String, String>();
		ROW.matcher(Files.readString(Committed.file("permissions.md")))
				.results()
				.forEach(row -> {
					required.put(row.group(1), authorities(row.group(2), row.group(3)));
					if (row.group(4) != null) {
						answered.put(row.group(1), row.group(4));
					}
				});
		return new Permissions(required, answered);
	}

	private static Set<String> authorities(String admins, String clients) {
		var authorities = new HashSet<>(Set.of("super-admin"));
		FEATURE.matcher(admins).results().forEach(feature -> authorities.add(feature.group(1)));
		if (admins.equals("any")) {
			authorities.add("admin");
		}
		if (!clients.equals("—")) {
			authorities.add("client");
		}
		return authorities;
	}

}
