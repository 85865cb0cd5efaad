package io.frontdesk.ticket.export;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet shows and never computes: a client chooses the subject, staff open the file. What is invisible
 * before the sign that begins a formula makes it no safer. Where a semicolon separates cells, or a tab, another cell
 * begins within ours.
 */
final class SafeCell {

	/**
	 * No letter, number, mark of punctuation or symbol; one that nobody sees, as fillers of Hangul or the blank of Braille;
	 * or a quote, which a spreadsheet takes off.
	 */
	private static final String UNSEEN = "(?:[^\\p{L}\\p{N}\\p{P}\\p{S}]|[\\u115F\\u1160\\u3164\\uFFA0\\u2800\"])*+";

	/** Also in full width, small, raised and lowered: some programs take them for the same. */
	private static final String SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫⁺⁻⁼₊₋₌−]";

	private static final Pattern FORMULA = Pattern.compile("(?<=^|[;\\t\\r\\n])(?=%s%s)".formatted(UNSEEN, SIGN));

	private static final Pattern CONTROL = Pattern.compile("^\\p{Cc}");

	private SafeCell() {}

	static String of(String text) {
		var safe = FORMULA.matcher(text).replaceAll("'");
		return CONTROL.matcher(safe).find() ? "'" + safe : safe;
	}

}
