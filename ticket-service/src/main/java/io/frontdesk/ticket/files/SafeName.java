package io.frontdesk.ticket.files;

/** A file name that is safe to show and to save: no path, no control or direction characters, at most 120 long. */
final class SafeName {

	private static final int MAX_LENGTH = 120;

	private SafeName() {}

	static String of(String sent) {
		var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
				.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}<>:\"|?*]", "")
				.strip();
		if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
			return "attachment";
		}
		return (name.length() <= MAX_LENGTH) ? name : name.substring(name.length() - MAX_LENGTH);
	}

}
