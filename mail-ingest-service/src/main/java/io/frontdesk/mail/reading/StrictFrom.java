package io.frontdesk.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;

/**
 * The author by as strict a reading as that of the servers that vouch for one: a mail has one From with one address (RFC
 * 5322 §3.6.2, RFC 7489 §6.6.1). Whatever is written in another way, a server may have read as somebody else.
 */
final class StrictFrom {

	private static final String NAME = "From:";

	/** Groups with alternatives are possessive: others recurse for each time that they match. */
	private static final String COMMENT = "\\((?:[^()\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*+\\)";

	private static final String QUOTED = "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*+\"";

	private static final String ATOMS = "[^\\p{C}\\p{Z}\"<>@,;:()\\[\\]\\\\]++";

	private static final String ADDRESS = "((?:%1$s|%2$s)@%1$s)".formatted(ATOMS, QUOTED);

	private static final String BLANK = "(?: |\t|%s)*+".formatted(COMMENT);

	private static final String DISPLAY_NAME = "(?:[^\"<>@,;:()\\\\\\p{Cntrl}]|\t|%s|%s)*+".formatted(COMMENT, QUOTED);

	private static final Pattern ONE_MAILBOX = Pattern
			.compile("%1$s%2$s%1$s|%3$s<%2$s>%1$s".formatted(BLANK, ADDRESS, DISPLAY_NAME));

	private static final IDNA SHOWN = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

	private StrictFrom() {}

	/** In its one form; null where the mail, as it came, has none that everybody reads the same. */
	static @Nullable String of(byte[] mail) {
		return field(mail).flatMap(StrictFrom::address).map(AddressForm::of).orElse(null);
	}

	/** Empty as well if a server may see the headers end before it, or if another follows. */
	private static Optional<String> field(byte[] mail) {
		var lines = new RawLines(mail, mail.length);
		var found = new ArrayList<StringBuilder>();
		var open = false;
		var at = RawMail.start(lines);
		for (; at < mail.length && isHeader(lines, at); at = lines.next(at)) {
			if (!lines.isIndented(at)) {
				open = isFrom(lines, at);
				if (open) {
					found.add(new StringBuilder());
				}
			}
			if (open) {
				found.getLast().append(lines.text(at));
			}
		}
		Work.spend(at);
		return (found.size() == 1)
				? Optional.of(found.getFirst().substring(NAME.length()))
				: Optional.empty();
	}

	private static boolean isHeader(RawLines lines, int at) {
		return lines.isPlainField(at) || lines.isIndented(at) && !lines.isBlank(at);
	}

	private static boolean isFrom(RawLines lines, int at) {
		return lines.text(at).regionMatches(true, 0, NAME, 0, NAME.length());
	}

	private static Optional<String> address(String field) {
		var mailbox = ONE_MAILBOX.matcher(Work.metered(field.strip()));
		return mailbox.matches()
				? Optional.ofNullable((mailbox.group(1) != null) ? mailbox.group(1) : mailbox.group(2))
						.filter(StrictFrom::isPlain)
				: Optional.empty();
	}

	/** Whether the domain is written as it is shown: a server need not know that a wide letter is another one's look-alike. */
	private static boolean isPlain(String address) {
		var domain = address.substring(address.lastIndexOf('@') + 1);
		return domain.chars().allMatch(c -> c < 0x80) || SHOWN
				.nameToUnicode(AddressForm.domain(domain), new StringBuilder(), new IDNA.Info())
				.toString()
				.equals(domain);
	}

}
