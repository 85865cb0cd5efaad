package io.frontdesk.mail.reading;

import org.jspecify.annotations.Nullable;

/** A file name that is safe to show and to save: no path, no control or direction characters, at most 120 long. */
final class FileName {

	private static final int MAX_LENGTH = 120;

	private FileName() {}

	static String of(@Nullable String sent, int number) {
		var name = (sent == null) ? "" : PlainText.clean(sent);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
				.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
				.strip();
		if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
			return "attachment-" + number;
		}
		return (name.length() <= MAX_LENGTH) ? name : name.substring(name.length() - MAX_LENGTH);
	}

}
