package io.frontdesk.ticket.files;

import java.text.Normalizer;

/** A file name that is safe to show and to save: composed, no path, no control or direction characters, at most 120 long. */
final class SafeName {

	private static final int MAX_LENGTH = 120;

	/** What is longer after the last dot is no ending. */
	private static final int LONGEST_ENDING = 12;

	private SafeName() {}

	static String of(String sent) {
		var name = Normalizer.normalize(sent, Normalizer.Form.NFC);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
				.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}<>:\"|?*]", "")
				.strip();
		if (name.chars().allMatch(c -> c == '.')) {
			return "attachment";
		}
		return (name.length() <= MAX_LENGTH) ? name : shortened(name);
	}

	private static String shortened(String name) {
		var dot = name.lastIndexOf('.');
		var ending = (dot < 0 || name.length() - dot > LONGEST_ENDING) ? "" : name.substring(dot);
		var end = MAX_LENGTH - ending.length();
		return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
	}

}
