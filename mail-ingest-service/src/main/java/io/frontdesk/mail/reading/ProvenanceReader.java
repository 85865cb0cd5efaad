package io.frontdesk.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;

/** Reads from a mail's headers where it comes from. */
final class ProvenanceReader {

	/** The sender wrote these, and what stands below them: servers put theirs on top, RFC 8601 §4. */
	private static final Set<String> SENDERS_OWN = Set.of("from", "to", "subject", "date");

	/** SpamAssassin, rspamd, Bogofilter, DSPAM, Barracuda, Kaspersky, Proofpoint, and Exchange's spam confidence level. */
	private static final List<Mark> MARKS = List.of(new Mark("X-Spam-Flag", "(?:yes|true)\\b.*+"),
			new Mark("X-Spam-Status", "yes\\b.*+"), new Mark("X-Spam", "(?:yes|true)\\b.*+"),
			new Mark("X-Spam-Result", "(?:yes|true|spam)\\b.*+"), new Mark("X-Barracuda-Spam-Flag", "yes\\b.*+"),
			new Mark("X-Barracuda-Spam-Status", "yes\\b.*+"), new Mark("X-DSPAM-Result", "spam\\b.*+"),
			new Mark("X-Rspamd-Action", "(?:reject|add header|rewrite subject)\\b.*+"),
			new Mark("X-KLMS-AntiSpam-Status", "(?:spam|probable_spam)\\b.*+"),
			new Mark("X-Proofpoint-Spam-Details", "rule=(?!notspam)[^ ]*spam\\b.*+"),
			new Mark("Subject", "\\s*+(?:\\*{2,}+ ?spam ?\\*{2,}+|\\[spam]|\\{spam\\??}).*+"),
			new Mark("X-Bogosity", "(?:yes|spam)\\b.*+"), new Mark("X-MS-Exchange-Organization-SCL", "[5-9]"),
			new Mark("X-Forefront-Antispam-Report",
					"(?s:.*;)?\\s*+(?:scl:[5-9]|sfv:(?:spm|sks|skb)|cat:(?:h?spm|ospm|h?phsh|hphish|spoof|malw|.imp)) *+(?:;.*+)?"));

	private ProvenanceReader() {}

	static Provenance read(MailOutline mail, MailPart message, Sender sender) throws MessagingException {
		return new Provenance((message.headers("From").size() == 1) ? StrictFrom.of(mail.bytes()) : null,
				told(message), isSpam(message), sender.via(), sender.answerTo(), sender.lists(),
				ThreadIndex.of(message.first("Thread-Index")));
	}

	/** All of them: whose word counts is not known here, and it must be found whatever stands above. */
	private static List<AuthenticationResults> told(MailPart message) throws MessagingException {
		return message.fieldsAbove(SENDERS_OWN, "Authentication-Results").stream()
				.flatMap(field -> AuthenticationResults.of(inUtf8(field)).stream())
				.toList();
	}

	private static String inUtf8(String field) {
		return new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	private static boolean isSpam(MailPart message) throws MessagingException {
		for (var mark : MARKS) {
			for (var value : message.headers(mark.header())) {
				if (value.length() < 4_000 && mark.yes().matcher(value).matches()) {
					return true;
				}
			}
		}
		return false;
	}

	private record Mark(String header, Pattern yes) {

		Mark(String header, String yes) {
			this(header, Pattern.compile(yes, Pattern.CASE_INSENSITIVE));
		}

	}

}
