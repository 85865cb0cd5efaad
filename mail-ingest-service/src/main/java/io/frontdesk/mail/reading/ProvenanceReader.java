package io.frontdesk.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;

/** Reads from a mail's headers where it comes from. */
final class ProvenanceReader {

	/** The sender wrote these, and what stands below them: servers put theirs on top, RFC 8601 §4. */
	private static final Set<String> SENDERS_OWN = Set.of("from", "to", "subject", "date");

	private static final int MAX_TOLD = 20;

	private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");

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
					"(?:[^;]*+;)*?\\s*+(?:scl:[5-9]|sfv:(?:spm|sks|skb)|cat:(?:h?spm|ospm|h?phsh|hphish|spoof|malw|.imp)) *+(?:;.*+)?"));

	private ProvenanceReader() {}

	static Provenance read(MailPart message, Sender sender) throws MessagingException {
		return new Provenance(author(message), told(message), isSpam(message), sender.via(), sender.answerTo(),
				ThreadIndex.of(message.first("Thread-Index")));
	}

	/** As strict as those who vouch for it read From, lest they mean another address than we do. */
	private static @Nullable String author(MailPart message) throws MessagingException {
		var fields = message.headers("From");
		var lenient = (fields.size() == 1 && isUnambiguous(fields.getFirst()))
				? Addresses.of(fields.getFirst())
				: List.<Addresses.Address>of();
		if (lenient.size() != 1) {
			return null;
		}
		try {
			var strict = InternetAddress.parse(fields.getFirst(), true);
			var address = lenient.getFirst().address();
			return (strict.length == 1 && address.equals(strict[0].getAddress()))
					? AddressForm.of(address)
					: null;
		} catch (AddressException ex) {
			return null;
		}
	}

	private static boolean isUnambiguous(String from) {
		return QUOTED.matcher(from).replaceAll("").chars().filter(c -> c == '@').count() == 1;
	}

	private static List<AuthenticationResults> told(MailPart message) throws MessagingException {
		var told = new ArrayList<AuthenticationResults>();
		for (var field : message.fieldsAbove(SENDERS_OWN, "Authentication-Results")) {
			if (told.size() < MAX_TOLD) {
				AuthenticationResults.of(field).ifPresent(told::add);
			}
		}
		return List.copyOf(told);
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
