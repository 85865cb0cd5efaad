package io.frontdesk.ticket.lifecycle;

import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The version that a change is based on: RFC 9110 §13.1.1. */
public final class IfMatch {

	private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

	private static final Long NEVER = -1L;

	private IfMatch() {}

	/** Null where the caller does not mind: no header, or "*"; -1, which no version is, for what no ETag of ours can be. */
	public static @Nullable Long version(@Nullable String header) {
		if (header == null || header.strip().equals("*")) {
			return null;
		}
		var matcher = ETAG.matcher(header.strip());
		return matcher.matches() ? Long.valueOf(Objects.requireNonNull(matcher.group(1))) : NEVER;
	}

	public static String etag(long version) {
		return "\"%d\"".formatted(version);
	}

}
