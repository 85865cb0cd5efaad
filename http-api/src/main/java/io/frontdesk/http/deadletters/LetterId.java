package io.frontdesk.http.deadletters;

import java.util.Optional;
import java.util.regex.Pattern;

/** Says whose letter it is, so that the gateway can tell where to send a request about it. */
record LetterId(String service, long number) {

	/** Fewer digits than a long may have: nothing that overflows. */
	static final String FORMAT = "([a-z](?:[a-z-]{0,38}[a-z])?)-(\\d{1,18})";

	private static final Pattern ID = Pattern.compile(FORMAT);

	static Optional<LetterId> parse(String text) {
		var id = ID.matcher(text);
		return id.matches()
				? Optional.of(new LetterId(id.group(1), Long.parseLong(id.group(2))))
				: Optional.empty();
	}

}
