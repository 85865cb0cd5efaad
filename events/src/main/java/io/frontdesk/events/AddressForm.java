package io.frontdesk.events;

import java.util.Locale;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;

/**
 * The one form of an address, in which it is stored, compared and mailed: its local part in lower case, as far as it is
 * ASCII, and quoted only where it must be (RFC 5322 §3.4.1), its domain as A-labels (UTS 46).
 */
public final class AddressForm {

	private static final IDNA UTS46 = IDNA.getUTS46Instance(
			IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

	/** Dots may stand anywhere: some carriers gave such addresses out, and they are mailed without quotes. */
	private static final Pattern BARE = Pattern.compile("[^\\s\\p{Cntrl}\"(),:;<>@\\[\\]\\\\]++");

	private AddressForm() {}

	public static String of(String address) {
		var text = address.strip();
		var at = text.lastIndexOf('@');
		return (at < 0)
				? lowerCase(text)
				: local(text.substring(0, at)) + "@" + domain(text.substring(at + 1));
	}

	private static String local(String written) {
		var local = lowerCase(written);
		if (local.length() < 2 || !local.startsWith("\"") || !local.endsWith("\"")) {
			return local;
		}
		var meant = local.substring(1, local.length() - 1).replaceAll("\\\\(.)", "$1");
		return BARE.matcher(meant).matches()
				? meant
				: "\"" + meant.replaceAll("[\"\\\\]", "\\\\$0") + "\"";
	}

	/** Of other letters servers have their own mind, and some become ASCII, such as the sign for kelvin: another's mailbox. */
	private static String lowerCase(String text) {
		return text.codePoints()
				.map(c -> (c >= 'A' && c <= 'Z') ? c - 'A' + 'a' : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
	}

	/** In lower case, else as it is, where it is none that a name server could know. */
	public static String domain(String written) {
		var name = written.toLowerCase(Locale.ROOT);
		if (name.startsWith("[") || name.chars().allMatch(c -> c < 0x80)) {
			return name;
		}
		var info = new IDNA.Info();
		var labels = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
		return info.hasErrors() ? name : labels;
	}

}
