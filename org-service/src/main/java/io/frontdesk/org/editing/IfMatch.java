package io.frontdesk.org.editing;

import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The version that an edit is based on: RFC 9110 §13.1.1.
 *
 * @param version null where the caller does not mind; -1 for what no ETag of ours can be
 */
public record IfMatch(@Nullable Long version) {

	private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

	private static final long NEVER = -1;

	public static IfMatch of(@Nullable String header) {
		if (header == null || header.strip().equals("*")) {
			return new IfMatch(null);
		}
		var matcher = ETAG.matcher(header.strip());
		return new IfMatch(matcher.matches() ? Long.parseLong(Objects.requireNonNull(matcher.group(1))) : NEVER);
	}

	public static String etag(long version) {
		return "\"" + version + "\"";
	}

	public void check(long current) {
		if (this.version != null && this.version != current) {
			throw EditProblem.CHANGED.exception();
		}
	}

}
