package io.frontdesk.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Address lists, RFC 5322, and what is sent in their place: what has no address in it is passed over. */
final class Addresses {

	private static final Pattern BARE = Pattern
			.compile(
					"(?:\"(?:[^\"\\\\]|\\\\.){1,64}+\"|(?<![^\\s<>\"(),;:@\\[\\]])[^\\s<>\"(),;:@\\[\\]]{1,255}+)@[^\\s<>\"(),;:@]{1,255}");

	private static final Pattern QUOTED_LOCAL = Pattern
			.compile("^\\s*+<*+(\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.){1,256}+\")\\s*+@");

	private static final Pattern LAST_FIRST = Pattern.compile("([^,]{1,60}+),\\s*+([^,]{1,60}+)");

	/** What stands behind a name without being one: of firms, and of people. */
	private static final Pattern SUFFIX = Pattern.compile(
			"(?iu)(?:inc|llc|llp|ltd|limited|corp|co|gmbh|ag|kg|se|s\\.?a|s\\.?r\\.?l|s\\.?p\\.?a|b\\.?v|n\\.?v"
					+ "|a\\.?s|oy|ab|plc|jr|sr|ii|iii|iv|m\\.?d|ph\\.?\\s?d|esq|mba|cpa|dds|rn|pe)\\.?+(?:\\s.*+)?");

	private static final int MAX = 500;

	private Addresses() {}

	/** @param name empty if none is given */
	record Address(String address, String name) {}

	static List<Address> of(String header) {
		var found = read(header, true);
		return (found.isEmpty() && header.indexOf('"') >= 0) ? read(header, false) : found;
	}

	private static List<Address> read(String header, boolean quotes) {
		var addresses = new ArrayList<Address>();
		for (var piece : pieces(header, quotes)) {
			if (addresses.size() < MAX) {
				Work.spend(piece.length());
				read(piece, addresses);
			}
		}
		return addresses;
	}

	private static void read(String piece, List<Address> addresses) {
		var close = piece.lastIndexOf('>');
		var open = piece.lastIndexOf('<', (close < 0) ? piece.length() : close);
		if (open >= 0) {
			var inside = piece.substring(open + 1, (close > open) ? close : piece.length());
			var route = (inside.startsWith("@")) ? inside.lastIndexOf(':') : -1;
			if (add(inside.substring(route + 1), piece.substring(0, open), addresses)) {
				return;
			}
		}
		var bare = BARE.matcher(Work.metered(piece));
		if (bare.find()) {
			var rest = piece.substring(0, bare.start()) + " " + piece.substring(bare.end());
			add(bare.group(), rest, addresses);
		} else if (piece.contains("=?")) {
			var decoded = EncodedWords.decode(piece);
			if (!decoded.equals(piece) && decoded.indexOf('@') > 0 && !decoded.contains("=?")) {
				read(decoded, addresses);
			}
		}
	}

	private static boolean add(String raw, String name, List<Address> addresses) {
		var address = unspaced(Charsets.decodeHeader(raw)).replaceFirst("(?i)^mailto:", "").replaceAll("^[<\\[]++", "")
				.replaceAll("[>,;]++$", "");
		if (address.endsWith("]") && address.indexOf('[') < 0) {
			address = address.substring(0, address.length() - 1);
		}
		if (address.startsWith("'") && address.endsWith("'") && address.length() > 2) {
			address = address.substring(1, address.length() - 1);
		}
		var at = address.lastIndexOf('@');
		if (at < 1 || at == address.length() - 1 || address.length() > 320) {
			return false;
		}
		addresses.add(new Address(address.replaceFirst("\\.+$", ""), name(name)));
		return true;
	}

	/** Without blanks and comments, unless they stand within quotes: there they are part of the address. */
	private static String unspaced(String raw) {
		var quoted = QUOTED_LOCAL.matcher(Work.metered(raw));
		if (quoted.find()) {
			return quoted.group(1) + unspaced(raw.substring(quoted.end() - 1));
		}
		return raw.replaceAll("\\([^()]*+\\)", "").replaceAll("[\\s\\p{Cntrl}]++", "");
	}

	/** "Example, Dora" is Dora Example; "Example, Inc." and "Dora, Sales, Example" stay as they are. */
	private static String inOrder(String name) {
		var parts = LAST_FIRST.matcher(name);
		return (parts.matches() && !SUFFIX.matcher(parts.group(2)).matches())
				? parts.group(2) + " " + parts.group(1)
				: name;
	}

	private static String name(String raw) {
		var text = raw.strip();
		if (text.startsWith("(") && text.endsWith(")")) {
			text = text.substring(1, text.length() - 1);
		}
		var spoken = withoutComments(text).strip();
		text = spoken.isEmpty() ? text : spoken;
		text = EncodedWords.decode(text.replaceAll("\\\\(.)", "$1")).strip();
		text = withoutQuotes(text).replaceAll("\\s++", " ");
		return text.equalsIgnoreCase("mailto:") ? "" : inOrder(PlainText.clean(text));
	}

	/** A space in place of each pair of brackets with no others in it. */
	private static String withoutComments(String text) {
		var out = new StringBuilder(text.length());
		var open = -1;
		for (var i = 0; i < text.length(); i++) {
			var c = text.charAt(i);
			if (c == '(') {
				open = out.length();
			}
			if (c == ')' && open >= 0) {
				out.replace(open, out.length(), " ");
				open = -1;
				continue;
			}
			open = (c == ')') ? -1 : open;
			out.append(c);
			if (c == '\\' && i + 1 < text.length()) {
				out.append(text.charAt(++i));
			}
		}
		return out.toString();
	}

	private static String withoutQuotes(String text) {
		var start = 0;
		var end = text.length();
		while (start < end && isQuote(text.charAt(start))) {
			start++;
		}
		while (end > start && isQuote(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isQuote(char c) {
		return "\"'<>".indexOf(c) >= 0 || Character.isWhitespace(c);
	}

	/** Splits at commas and semicolons that stand for themselves, and leaves the names of groups out. */
	private static List<String> pieces(String header, boolean quotes) {
		var pieces = new ArrayList<String>();
		var piece = new StringBuilder();
		var quoted = false;
		var angle = false;
		var depth = 0;
		var addressed = false;
		Work.spend(header.length());
		for (var i = 0; i < header.length(); i++) {
			var c = header.charAt(i);
			addressed |= c == '@';
			if (c == '\\' && i + 1 < header.length()) {
				piece.append(c).append(header.charAt(++i));
				continue;
			}
			if (quotes && c == '"' && depth == 0) {
				quoted = !quoted;
			} else if (!quoted && c == '(') {
				depth++;
			} else if (!quoted && c == ')' && depth > 0) {
				depth--;
			} else if (!quoted && depth == 0 && c == '<') {
				angle = true;
			} else if (!quoted && depth == 0 && c == '>') {
				angle = false;
			} else if (!quoted && !angle && depth == 0 && (c == ',' || c == ';')) {
				pieces.add(piece.toString());
				piece.setLength(0);
				addressed = false;
				continue;
			} else if (!quoted && !angle && depth == 0 && c == ':' && !addressed
					&& !piece.toString().strip().equalsIgnoreCase("mailto")) {
				piece.setLength(0);
				continue;
			}
			piece.append(c);
		}
		pieces.add(piece.toString());
		return pieces;
	}

}
