package io.frontdesk.mail.intake.imap;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a server said, without the marks of the protocol. */
final class ServerWords {

	private static final Pattern MARKS = Pattern.compile("^(?:[A-Za-z]+\\d+|\\*|\\+)? ?(?:NO|BAD|BYE|OK) +");

	private static final int LONGEST = 500;

	private ServerWords() {}

	static String of(Exception failure) {
		return of(failure.getMessage());
	}

	static String of(@Nullable String said) {
		var words = (said == null) ? "" : MARKS.matcher(said.strip()).replaceFirst("").strip();
		if (words.isEmpty()) {
			return "(it gave no reason)";
		}
		return "“%s”".formatted(words.substring(0, Math.min(words.length(), LONGEST)));
	}

}
