package io.frontdesk.mail.reading;

import java.util.regex.Pattern;

import jakarta.mail.MessagingException;

/** What a mail is written for, by its headers: it decides what of its text can be history. */
enum Occasion {

	/** Answers nothing: what it says is its author's own unless it plainly quotes a mail. */
	OPENING,

	ANSWER,

	/** What it passes on is why it was sent. */
	FORWARD;

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

	/** A list may put its name first. */
	private static final String TAG = "\\s*+(?:\\[[^\\]]{0,60}\\]\\s*+)?+";

	private static final Pattern FORWARDED = Pattern.compile(
			TAG + "(?:fwd?|wg|tr|rv|i|enc|reenv|doorst|vb|vs|vl|pd|πρθ|ilt|i̇lt|továbbítás|trs|прд|пересл|转发|轉寄|轉發|転送|전달)"
					+ "(?:\\[\\d{1,3}\\])?+\\s*+[:：].*+",
			FLAGS);

	private static final Pattern ANSWERED = Pattern.compile(
			TAG + "(?:re|aw|antw|antwort|sv|ref|rif|r|res|odp|ynt|yan|re\\[\\d{1,3}\\]|vá|bls|atb|отв|на|απ|σχετ|回复|回覆|答复|答覆|返信|답장|회신|ตอบ|رد|תשובה)"
					+ "(?:\\[\\d{1,3}\\])?+\\s*+[:：].*+",
			FLAGS);

	static Occasion of(MailPart message) throws MessagingException {
		var subject = PlainText.line(EncodedWords.decode(message.first("Subject")));
		if (FORWARDED.matcher(subject).matches()) {
			return FORWARD;
		}
		return (ANSWERED.matcher(subject).matches() || !message.first("In-Reply-To").isEmpty()
				|| !message.first("References").isEmpty()) ? ANSWER : OPENING;
	}

}
