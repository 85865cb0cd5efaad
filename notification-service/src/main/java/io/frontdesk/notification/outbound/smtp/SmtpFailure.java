package io.frontdesk.notification.outbound.smtp;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/**
 * What a mail server said no to, and how.
 *
 * @param code the server's, 400 or more; 0 if it did not answer
 * @param status of RFC 3463, such as 5.1.1; empty if it gave none
 * @param words what it said, on one line; empty if it said nothing
 */
record SmtpFailure(Step step, int code, String status, String words, Exception cause) {

	/** As much as somebody would read. */
	private static final int LONGEST_WORDS = 500;

	private static final Pattern LINE = Pattern.compile("(\\d{3})[ -]?(?:([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$))?(.*)");

	static SmtpFailure of(Step step, String answer, Exception cause) {
		var code = 0;
		var status = "";
		var words = new LinkedHashSet<String>();
		for (var line : answer.lines().map(it -> it.replaceAll("[\\p{Cntrl}\\uFFFD]", " ")).toList()) {
			var matcher = LINE.matcher(line);
			if (!matcher.matches()) {
				continue;
			}
			code = Integer.parseInt(matcher.group(1));
			status = (status.isEmpty() && matcher.group(2) != null) ? matcher.group(2) : status;
			words.add(matcher.group(3).strip());
		}
		return (code >= 400)
				? new SmtpFailure(step, code, status, words(code, status, String.join(" ", words)), cause)
				: new SmtpFailure(step, 0, "", "", cause);
	}

	private static String words(int code, String status, String text) {
		var words = "%d %s %s".formatted(code, status, text).replaceAll("\\s+", " ").strip();
		return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
	}

	boolean isAnswered() {
		return this.code > 0;
	}

	boolean isForEver() {
		return this.code >= 500;
	}

	/** The second number of the status: 1 addressing, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy; 0 without. */
	int subject() {
		return this.status.isEmpty() ? 0 : this.status.charAt(2) - '0';
	}

	/** The status without its first number. */
	String detail() {
		return this.status.isEmpty() ? "" : this.status.substring(2);
	}

}
