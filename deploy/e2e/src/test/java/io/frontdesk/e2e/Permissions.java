package io.frontdesk.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * docs/permissions.md as it is committed: authorities of which a caller needs one, by operation. What the running system
 * says of itself follows an annotation that somebody took away or changed; this does not.
 */
record Permissions(Map<String, Set<String>> required) {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+ /\\S+)` \\| (.*?) \\| (.*?) \\|$");

	private static final Pattern FEATURE = Pattern.compile("`([^`]+)`");

	static Permissions committed() throws IOException {
		var required = new TreeMap<String, Set<String>>();
		ROW.matcher(Files.readString(Committed.file("permissions.md")))
				.results()
				.forEach(row -> required.put(row.group(1), authorities(row.group(2), row.group(3))));
		return new Permissions(required);
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
