package io.frontdesk.notification.outbound.smtp;

import java.util.Set;
import java.util.regex.Pattern;

import io.frontdesk.notification.outbound.MailServer.Answer;

/**
 * What a server's no is about: a mail's recipient, its content, or us; by the command at which it came, the code
 * (RFC 5321 §4.2), the status (RFC 3463 and what Exchange and Google make of it), and its words where those say too little.
 * In doubt it is about us: then the mail is tried again, which costs time only.
 */
final class Judgement {

	/** TLS, login, sequence, syntax of commands, closing down, no service here. */
	private static final Set<Integer> CODES_ABOUT_US = Set.of(421, 432, 454, 500, 502, 503, 504, 521, 523, 524, 525,
			530,
			534, 535, 538);

	/** Our address, the server as such, limits of our account, login and TLS, authentication of our domain. */
	private static final Pattern STATUS_ABOUT_US = Pattern.compile(
			"1\\.[78]|2\\.252|3\\.[125]|4\\.5|5\\.1|7\\.(3|4|5|8|9|1[0-4]|2[0-7]|57|60|64|139|5\\d\\d|7\\d\\d)");

	private static final Pattern TOO_LARGE = Pattern.compile("3\\.4|2\\.3");

	private static final Pattern NO_SUCH_RECIPIENT = Pattern.compile("1\\.(1|2|3|6|10)");

	/** Lists that may not be expanded, mailboxes that take mail of some senders only, owners that changed. */
	private static final Pattern STATUS_ABOUT_RECIPIENT = Pattern.compile("7\\.(2|17|18|12[49]|13[0-8])");

	private static final Pattern WORDS_ABOUT_US = Pattern.compile("""
			starttls|authenticat|log ?in required|relay|client host|helo|ehlo|reverse (dns|hostname)|\\bptr\\b\
			|sender (address|verify|domain)|sender (was )?reject|send as|bad sender|your (ip|host|server|domain)\
			|(block|black|deny) ?list|\\b(dns|r)bls?\\b|spamhaus|blocked using|reputation|access not allowed""",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern WORDS_ABOUT_RECIPIENT = Pattern.compile(
			"recipient|user|mailbox|no such|does(n't| not) exist|unknown|account|not found", Pattern.CASE_INSENSITIVE);

	private Judgement() {}

	/**
	 * @param why the server's words, or ours where it said nothing
	 * @param aboutUs the same with what to do, if it is about us
	 */
	static Answer of(SmtpFailure failure, String why, String aboutUs) {
		if (failure.step().isBeforeMail()) {
			return new Answer.WeRefused(aboutUs, false);
		}
		if (!failure.isAnswered()) {
			return new Answer.Deferred(why);
		}
		if (isTooLarge(failure)) {
			return failure.isForEver() ? new Answer.ContentRefused(why) : new Answer.Deferred(why);
		}
		if (isAboutUs(failure)) {
			return new Answer.WeRefused(aboutUs, true);
		}
		if (!failure.isForEver()) {
			return new Answer.Deferred(why);
		}
		return switch (failure.step()) {
			case RECIPIENT -> recipient(failure, why, aboutUs);
			case CONTENT -> isOfRecipient(failure) ? recipient(failure, why, aboutUs) : new Answer.ContentRefused(why);
			default -> beforeContent(failure, why, aboutUs);
		};
	}

	private static boolean isTooLarge(SmtpFailure failure) {
		return TOO_LARGE.matcher(failure.detail()).matches()
				|| failure.code() == 552 && failure.status().isEmpty() && failure.step() != Step.RECIPIENT;
	}

	private static boolean isAboutUs(SmtpFailure failure) {
		if (STATUS_ABOUT_RECIPIENT.matcher(failure.detail()).matches()) {
			return false;
		}
		return CODES_ABOUT_US.contains(failure.code())
				|| STATUS_ABOUT_US.matcher(failure.detail()).matches()
				|| isVague(failure) && WORDS_ABOUT_US.matcher(failure.words()).find();
	}

	/** Where the status says little of what it is about. */
	private static boolean isVague(SmtpFailure failure) {
		return failure.status().isEmpty() || failure.detail().endsWith(".0") || failure.subject() == 7;
	}

	private static Answer recipient(SmtpFailure failure, String why, String aboutUs) {
		if (failure.subject() == 6) {
			return new Answer.ContentRefused(why);
		}
		var isPolicy = failure.subject() == 7 || failure.code() == 554 && failure.status().isEmpty();
		if (isPolicy && !STATUS_ABOUT_RECIPIENT.matcher(failure.detail()).matches()
				&& !WORDS_ABOUT_RECIPIENT.matcher(failure.words()).find()) {
			return new Answer.WeRefused(aboutUs, true);
		}
		return new Answer.RecipientRefused(why, isUnknown(failure));
	}

	private static boolean isOfRecipient(SmtpFailure failure) {
		return failure.subject() == 1 || failure.subject() == 2;
	}

	private static boolean isUnknown(SmtpFailure failure) {
		return NO_SUCH_RECIPIENT.matcher(failure.detail()).matches() || failure.code() == 556;
	}

	/** At MAIL FROM and DATA, when the server knows nothing of the mail but its sender and size. */
	private static Answer beforeContent(SmtpFailure failure, String why, String aboutUs) {
		if (failure.subject() == 6) {
			return new Answer.ContentRefused(why);
		}
		return (failure.step() == Step.DATA && isOfRecipient(failure))
				? recipient(failure, why, aboutUs)
				: new Answer.WeRefused(aboutUs, true);
	}

}
