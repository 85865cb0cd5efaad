package io.frontdesk.events;

import java.text.Normalizer;
import java.util.Optional;

/** A file name that is safe to show and to save: composed, no path, no control or direction characters, at most 120 long. */
public final class SafeFileName {

	private static final int MAX_LENGTH = 120;

	/** What is longer after the last dot is no ending. */
	private static final int LONGEST_ENDING = 12;

	private SafeFileName() {}

	/** Empty if nothing of what was sent can be a name. */
	public static Optional<String> of(String sent) {
		var name = Normalizer.normalize(sent, Normalizer.Form.NFC);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
				.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}<>:\"|?*]", "")
				.strip();
		if (name.chars().allMatch(c -> c == '.')) {
			return Optional.empty();
		}
		return Optional.of((name.length() <= MAX_LENGTH) ? name : shortened(name));
	}

	private static String shortened(String name) {
		var dot = name.lastIndexOf('.');
		var ending = (dot < 0 || name.length() - dot > LONGEST_ENDING) ? "" : name.substring(dot);
		var end = MAX_LENGTH - ending.length();
		return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
	}

}
