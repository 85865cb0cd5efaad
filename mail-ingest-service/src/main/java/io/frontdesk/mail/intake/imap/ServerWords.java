package io.frontdesk.mail.intake.imap;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a server said, without the marks of the protocol. */
final class ServerWords {

	private static final Pattern MARKS = Pattern.compile("^(?:[A-Za-z]+\\d+|\\*|\\+)? ?(?:NO|BAD|BYE|OK) +");

	/** Dovecot says how long it took. */
	private static final Pattern TIMES = Pattern.compile(" *\\([\\d.]++(?: \\+ [\\d.]++)*+ secs\\)\\.?$");

	private static final int LONGEST = 500;

	private ServerWords() {}

	static String of(Exception failure) {
		return of(failure.getMessage());
	}

	static String of(@Nullable String said) {
		var whole = (said == null) ? "" : MARKS.matcher(said.strip()).replaceFirst("").strip();
		var words = TIMES.matcher(whole).replaceFirst("");
		if (words.isEmpty()) {
			return "(it gave no reason)";
		}
		return "“%s”".formatted(words.substring(0, Math.min(words.length(), LONGEST)));
	}

}
