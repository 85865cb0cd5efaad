package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A header's value and its parameters, RFC 2045 and RFC 2231, with or without the quotes and semicolons they need. */
final class Parameters {

	private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_.*!#$%&+^`{|}~-]{1,60}+)\\s*+=\\s*+");

	private static final Pattern NEXT = Pattern.compile("[A-Za-z0-9_-]{1,60}+\\*?+\\d{0,9}+\\*?+\\s*+=");

	private final String value;

	private final Map<String, String> parameters = new HashMap<>();

	private Parameters(String value) {
		this.value = value;
	}

	static Parameters of(String header) {
		Work.spend(header.length());
		var text = withoutComments(header);
		var end = valueEnd(text, 0);
		var value = text.substring(0, end).strip();
		var all = new Parameters(value.toLowerCase(Locale.ROOT));
		all.read(text.substring(end));
		return all;
	}

	String value() {
		return this.value;
	}

	@Nullable
	String get(String name) {
		return this.parameters.get(name);
	}

	private void read(String text) {
		var pieces = new HashMap<String, TreeMap<Integer, Piece>>();
		var at = 0;
		while (at < text.length()) {
			at = separatorsEnd(text, at);
			var name = NAME.matcher(text).region(at, text.length());
			if (!name.lookingAt()) {
				at = next(text, at);
				continue;
			}
			var quoted = name.end() < text.length() && text.charAt(name.end()) == '"';
			var value = new StringBuilder();
			at = quoted ? quoted(text, name.end() + 1, value) : unquoted(text, name.end(), value);
			add(pieces, name.group(1).toLowerCase(Locale.ROOT), value.toString());
		}
		pieces.forEach((name, values) -> this.parameters.put(name, joined(values)));
	}

	private static int next(String text, int from) {
		var semicolon = text.indexOf(';', from);
		return (semicolon < 0) ? text.length() : semicolon;
	}

	private static int quoted(String text, int from, StringBuilder value) {
		for (var i = from; i < text.length(); i++) {
			var c = text.charAt(i);
			if (c == '"') {
				return i + 1;
			}
			if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
				c = text.charAt(++i);
			}
			value.append(c);
		}
		return text.length();
	}

	private static int separatorsEnd(String text, int from) {
		var i = from;
		while (i < text.length() && (text.charAt(i) == ';' || isSpace(text.charAt(i)))) {
			i++;
		}
		return i;
	}

	private static boolean isSpace(char c) {
		return c == ' ' || c >= '\t' && c <= '\r';
	}

	private static int unquoted(String text, int from, StringBuilder value) {
		var end = valueEnd(text, from);
		value.append(text.substring(from, end).strip());
		return end;
	}

	/** Up to the semicolon, and spaces belong to it unless another parameter begins there. */
	private static int valueEnd(String text, int from) {
		for (var i = from; i < text.length();) {
			if (text.charAt(i) == ';') {
				return i;
			}
			var next = i;
			while (next < text.length() && isSpace(text.charAt(next))) {
				next++;
			}
			if (next > i && NEXT.matcher(text).region(next, text.length()).lookingAt()) {
				return i;
			}
			i = Math.max(next, i + 1);
		}
		return text.length();
	}

	private static void add(Map<String, TreeMap<Integer, Piece>> pieces, String name, String value) {
		var encoded = name.endsWith("*");
		var plain = encoded ? name.substring(0, name.length() - 1) : name;
		var star = plain.indexOf('*');
		var number = 0;
		if (star >= 0) {
			try {
				number = Integer.parseInt(plain.substring(star + 1));
			} catch (NumberFormatException ex) {
				number = pieces.size();
			}
			plain = plain.substring(0, star);
		}
		// what is encoded as RFC 2231 asks says more than its plain namesake
		var extended = encoded || star >= 0;
		var values = pieces.computeIfAbsent(plain, _ -> new TreeMap<>());
		if (extended && values.values().stream().noneMatch(Piece::extended)) {
			values.clear();
		}
		if (extended || values.values().stream().noneMatch(Piece::extended)) {
			values.putIfAbsent(number, new Piece(value, encoded, extended));
		}
	}

	private static String joined(TreeMap<Integer, Piece> values) {
		if (values.values().stream().noneMatch(Piece::encoded)) {
			var text = new StringBuilder();
			values.values().forEach(piece -> text.append(piece.value()));
			return EncodedWords.decode(text.toString());
		}
		var bytes = new ByteArrayOutputStream();
		String charset = null;
		for (var piece : values.values()) {
			var value = piece.value();
			var quote = value.indexOf('\'');
			var second = value.indexOf('\'', quote + 1);
			if (piece.encoded() && charset == null && quote >= 0 && second >= 0) {
				charset = value.substring(0, quote);
				value = value.substring(second + 1);
			}
			bytes.writeBytes(
					piece.encoded() ? unescaped(value) : value.getBytes(StandardCharsets.ISO_8859_1));
		}
		return Charsets.decode(bytes.toByteArray(), charset);
	}

	private static byte[] unescaped(String value) {
		var out = new ByteArrayOutputStream();
		for (var i = 0; i < value.length(); i++) {
			var c = value.charAt(i);
			if (c == '%' && i + 2 < value.length() + 0 && Character.digit(value.charAt(i + 1), 16) >= 0
					&& Character.digit(value.charAt(i + 2), 16) >= 0) {
				out.write(Integer.parseInt(value, i + 1, i + 3, 16));
				i += 2;
			} else {
				out.write(c);
			}
		}
		return out.toByteArray();
	}

	private static String withoutComments(String header) {
		if (header.indexOf('(') < 0) {
			return header;
		}
		var out = new StringBuilder();
		var lastClose = header.lastIndexOf(')');
		var depth = 0;
		var quoted = false;
		for (var i = 0; i < header.length(); i++) {
			var c = header.charAt(i);
			quoted ^= c == '"' && depth == 0;
			if (!quoted && c == '(' && i < lastClose
					&& (i == 0 || " \t;".indexOf(header.charAt(i - 1)) >= 0 || depth > 0)) {
				depth++;
			} else if (!quoted && c == ')' && depth > 0) {
				depth--;
			} else if (depth == 0) {
				out.append(c);
			}
		}
		return out.toString();
	}

	private record Piece(String value, boolean encoded, boolean extended) {}

}
