package io.frontdesk.mail.reading;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * What asks for no automatic answer and may nevertheless stand in a person's mail: bulk mail as vacation programs have known
 * it since sendmail, Exchange's marks (MS-OXCMAIL 2.2.3.2.14), the mark of procmail and other desks against loops, and
 * what calendars send when somebody answers an invitation (RFC 5546 §3.2.3).
 */
final class SilenceMarks {

	private static final List<Mark> MARKS = List.of(new Mark("Precedence", "(?:bulk|list|junk)\\b.*+"),
			new Mark("X-Precedence", "(?:bulk|list|junk)\\b.*+"),
			new Mark("X-Auto-Response-Suppress", "(?:.*[,;\\s])?(?:all|oof|autoreply)(?:[,;\\s].*)?"),
			new Mark("X-Loop", "(?!(?:no|false|0|none)$).+"));

	private SilenceMarks() {}

	/** The mark as it stands in the mail; null if there is none. */
	static @Nullable String in(MailPart message, MailContent content) throws MessagingException {
		for (var mark : MARKS) {
			for (var value : message.headers(mark.header())) {
				if (value.length() < 1_000 && mark.asks().matcher(value).matches()) {
					return "%s: %s".formatted(mark.header(), value);
				}
			}
		}
		return content.isCalendarAnswer() ? "METHOD: REPLY" : null;
	}

	private record Mark(String header, Pattern asks) {

		Mark(String header, String asks) {
			this(header, Pattern.compile(asks, Pattern.CASE_INSENSITIVE));
		}

	}

}
