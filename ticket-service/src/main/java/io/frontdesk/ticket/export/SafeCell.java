package io.frontdesk.ticket.export;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet shows and never computes: a client chooses the subject, staff open the file. What is invisible
 * before the sign that begins a formula makes it no safer.
 */
final class SafeCell {

	private static final Pattern FORMULA = Pattern.compile("[\\p{Cf}\\p{Z}\\s]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*",
			Pattern.DOTALL);

	private SafeCell() {}

	static String of(String text) {
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

}
