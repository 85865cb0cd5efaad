package io.frontdesk.mail.reading;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;

/** How sure it is that a mail system wrote a mail. */
enum Reporter {

	MAIL_SYSTEM, LIKELY, POSSIBLE, NONE;

	private static final int FLAGS = Pattern.CASE_INSENSITIVE;

	private static final Pattern DAEMON = Pattern.compile(
			"(?:mailer-?daemon|mail-?daemon|post_?master|mdaemon|mail\\.?delivery\\S*|delivery\\S*|bounce\\S*|mailerdaemon|amavis\\S*)@.*+|.*@.*mailer-daemon.*+",
			FLAGS);

	private static final Pattern MAIL_SYSTEM_ADDRESS = Pattern
			.compile("(?:mailer-?daemon|mail-?daemon|post_?master|mdaemon|mail\\.?delivery\\S*)@.*+", FLAGS);

	private static final Pattern SYSTEM_NAME = Pattern.compile(
			"(?:internet )?mail(?:er)? (?:delivery|deliver|router|system|administrator)\\b.*+|mailer-?daemon.*+|system administrator|(?:mail )?delivery (?:system|subsystem|service|agent|status|notification).*+|post ?master\\b.*+|microsoft outlook|e?mail notification",
			FLAGS);

	static Reporter of(MailPart message, @Nullable Person sender) throws MessagingException {
		if (sender == null || MAIL_SYSTEM_ADDRESS.matcher(sender.email()).matches() || isReport(message)) {
			return MAIL_SYSTEM;
		}
		if (DAEMON.matcher(sender.email()).matches() || message.headers("Return-Path").contains("<>")
				|| !message.first("X-Failed-Recipients").isEmpty()) {
			return LIKELY;
		}
		var submitted = message.first("Auto-Submitted");
		return !submitted.isEmpty() && !submitted.toLowerCase(Locale.ROOT).startsWith("no")
				|| SYSTEM_NAME.matcher((sender.firstName() + " " + sender.lastName()).strip()).matches()
						? POSSIBLE
						: NONE;
	}

	private static boolean isReport(MailPart message) throws MessagingException {
		return message.type().equals("multipart/report")
				&& !"feedback-report".equalsIgnoreCase(message.parameter("report-type"))
				&& !"disposition-notification".equalsIgnoreCase(message.parameter("report-type"));
	}

}
