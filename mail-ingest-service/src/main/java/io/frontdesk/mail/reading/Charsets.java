package io.frontdesk.mail.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text in the charset it names, read as the superset that senders mean by it (as browsers do, WHATWG Encoding);
 * and where it names none, or one that its bytes are not, in the likeliest.
 */
final class Charsets {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");

	private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"),
			Map.entry("latin1", "windows-1252"), Map.entry("iso-8859-9", "windows-1254"),
			Map.entry("iso-8859-11", "x-windows-874"), Map.entry("tis-620", "x-windows-874"),
			Map.entry("iso-8859-8-i", "iso-8859-8"), Map.entry("iso-8859-8-e", "iso-8859-8"),
			Map.entry("iso-8859-6-i", "iso-8859-6"), Map.entry("gb2312", "gb18030"), Map.entry("gb_2312-80", "gb18030"),
			Map.entry("gbk", "gb18030"), Map.entry("cp936", "gb18030"), Map.entry("x-gbk", "gb18030"),
			Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("euc-kr", "x-windows-949"),
			Map.entry("ks_c_5601", "x-windows-949"), Map.entry("shift_jis", "windows-31j"),
			Map.entry("shift-jis", "windows-31j"), Map.entry("x-sjis", "windows-31j"), Map.entry("sjis", "windows-31j"),
			Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("iso-2022-jp-1", "x-windows-iso2022jp"),
			Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"), Map.entry("cp50220", "x-windows-iso2022jp"),
			Map.entry("cp50221", "x-windows-iso2022jp"), Map.entry("x-euc-jp", "euc-jp"),
			Map.entry("big5", "big5-hkscs"), Map.entry("cp950", "big5-hkscs"), Map.entry("macintosh", "x-macroman"),
			Map.entry("x-mac-roman", "x-macroman"), Map.entry("utf", "utf-8"), Map.entry("utf8mb4", "utf-8"),
			Map.entry("unicode", "utf-16"), Map.entry("x-cp1251", "windows-1251"),
			Map.entry("x-cp1252", "windows-1252"), Map.entry("ansi", "windows-1252"));

	private static final Set<String> SAY_NOTHING = Set.of("", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown",
			"unknown-8bit", "x-unknown", "default", "x-user-defined", "binary", "8bit", "7bit", "none", "iso-10646");

	private static final Set<String> UTF_7 = Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7");

	private static final int ENOUGH_TO_GUESS = 8;

	private static final int SAMPLE = 8192;

	private static final int MAX_NAME = 60;

	private Charsets() {}

	static String decode(byte[] bytes, @Nullable String named) {
		var name = cleaned(named);
		if (UTF_7.contains(name)) {
			return Utf7.decode(bytes);
		}
		Work.spend(bytes.length);
		var charset = charset(name);
		if (charset == null) {
			return decodeUnnamed(bytes);
		}
		if (charset.equals(StandardCharsets.UTF_8) && !mostlyUtf8(bytes)) {
			return decodeUnnamed(bytes);
		}
		if (charset.name().startsWith("UTF-16") && !looksWide(bytes)) {
			return decodeUnnamed(bytes);
		}
		return withoutMark(new String(bytes, isContradicted(bytes, charset) ? StandardCharsets.UTF_8 : charset));
	}

	/**
	 * Whether the bytes are UTF-8 though they are said to be something else. In a charset of single bytes no text is so
	 * by chance; in one of pairs a short one may be, but hardly in characters of three bytes.
	 */
	private static boolean isContradicted(byte[] bytes, Charset charset) {
		if (charset.name().startsWith("UTF-") || highBytes(bytes) == 0) {
			return false;
		}
		var text = strictly(bytes, StandardCharsets.UTF_8);
		if (text == null) {
			return false;
		}
		if (charset.newEncoder().maxBytesPerChar() <= 1 || strictly(bytes, charset) == null) {
			return true;
		}
		var high = text.chars().filter(c -> c >= 0x80).count();
		return text.chars().filter(c -> c >= 0x800 && !Character.isSurrogate((char) c)).count() * 2 > high;
	}

	/** Null if the bytes are no text in it. */
	private static @Nullable String strictly(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException ex) {
			return null;
		}
	}

	/** The charset that all raw headers of a mail are in: the first that the mail names and they fit, else a guess. */
	static Charset ofHeaders(byte[] headers, List<String> named) {
		Work.spend(headers.length);
		if (mostlyUtf8(headers)) {
			return StandardCharsets.UTF_8;
		}
		for (var name : named) {
			var charset = charset(cleaned(name));
			if (charset != null && !charset.name().startsWith("UTF-") && strictly(headers, charset) != null) {
				return charset;
			}
		}
		return guessed(headers);
	}

	/** A raw header in UTF-8, again with a char for each byte. */
	static String inUtf8(String raw, Charset charset) {
		var bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
		if (highBytes(bytes) == 0 || charset.equals(StandardCharsets.UTF_8) || isContradicted(bytes, charset)) {
			return raw;
		}
		return new String(new String(bytes, charset).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/** Header bytes, which Jakarta Mail gives as ISO-8859-1. */
	static String decodeHeader(String raw) {
		return isAscii(raw) ? raw : decodeUnnamed(raw.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch(c -> c < 0x80 && c != 0x1b);
	}

	static boolean isKnown(@Nullable String named) {
		var name = cleaned(named);
		return UTF_7.contains(name) || charset(name) != null;
	}

	private static String decodeUnnamed(byte[] bytes) {
		if (bytes.length >= 2 && (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
				|| bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)) {
			return new String(bytes, StandardCharsets.UTF_16);
		}
		if (isShiftedJapanese(bytes)) {
			return new String(bytes, ISO_2022_JP);
		}
		var text = strictly(bytes, StandardCharsets.UTF_8);
		return (text != null)
				? withoutMark(text)
				: new String(bytes, mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : guessed(bytes));
	}

	/** Statistics need some text; of less, Windows-1252 is the best guess. */
	private static Charset guessed(byte[] bytes) {
		var sample = (bytes.length <= SAMPLE) ? bytes : Arrays.copyOf(bytes, SAMPLE);
		if (highBytes(sample) < ENOUGH_TO_GUESS || !Work.mayGuess()) {
			return WINDOWS_1252;
		}
		CharsetMatch match = new CharsetDetector().setText(sample).detect();
		if (match == null || match.getConfidence() < 20) {
			return WINDOWS_1252;
		}
		var charset = charset(match.getName().toLowerCase(Locale.ROOT));
		return (charset == null || charset.name().startsWith("UTF-")) ? WINDOWS_1252 : charset;
	}

	private static int highBytes(byte[] bytes) {
		var count = 0;
		for (var b : bytes) {
			count += (b < 0) ? 1 : 0;
		}
		return count;
	}

	private static boolean isShiftedJapanese(byte[] bytes) {
		for (var i = 0; i + 2 < bytes.length; i++) {
			if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
				return true;
			}
		}
		return false;
	}

	/** A text cut within a character, or with one bad byte, is still UTF-8. */
	private static boolean mostlyUtf8(byte[] bytes) {
		var text = new String(bytes, StandardCharsets.UTF_8);
		var broken = 0;
		var whole = 0;
		for (var i = 0; i < text.length(); i++) {
			broken += (text.charAt(i) == '\uFFFD') ? 1 : 0;
			whole += (text.charAt(i) >= 0x80 && text.charAt(i) != '\uFFFD') ? 1 : 0;
		}
		return broken == 0 || broken <= whole;
	}

	private static boolean looksWide(byte[] bytes) {
		var zeros = 0;
		for (var b : bytes) {
			zeros += (b == 0) ? 1 : 0;
		}
		return zeros > bytes.length / 8 || highBytes(bytes) > bytes.length / 4;
	}

	private static String withoutMark(String text) {
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static String cleaned(@Nullable String named) {
		if (named == null) {
			return "";
		}
		var name = named.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\\\\\s<>]++", "");
		var end = 0;
		while (end < name.length() && "abcdefghijklmnopqrstuvwxyz0123456789-_.:+".indexOf(name.charAt(end)) >= 0) {
			end++;
		}
		name = name.substring(0, end).replaceFirst("^charset[:=]?", "").replaceFirst("http-equiv.*$", "");
		return name;
	}

	private static @Nullable Charset charset(String name) {
		return (SAY_NOTHING.contains(name) || name.length() > MAX_NAME) ? null : Work.charset(name, Charsets::found);
	}

	private static Optional<Charset> found(String name) {
		var plain = name.replace('_', '-');
		for (var candidate : new String[]{MEANT.get(name), MEANT.get(plain), name, plain,
				plain.replaceFirst("^(?:cp|windows|win|ansi|x-cp)-?(125\\d|874|932|936|949|950)$", "windows-$1"),
				plain.replaceFirst("^(?:cp|ibm|dos)-?(\\d{3})$", "ibm$1"),
				plain.replaceFirst("^(?:iso)?-?8859-?(\\d{1,2})$", "iso-8859-$1"),
				plain.replaceFirst("^(utf|koi)-?(8|16|32|8-r|8-u|8r|8u).*$", "$1-$2"),
				plain.replaceFirst("^koi-?8-?([ru])$", "koi8-$1"), MimeUtility.javaCharset(name)}) {
			if (candidate != null && !candidate.isEmpty()) {
				try {
					var charset = Charset.forName(MEANT.getOrDefault(candidate, candidate));
					if (charset.newDecoder() != null) {
						return Optional.of(charset);
					}
				} catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException ex) {
					// the next spelling may be known
				}
			}
		}
		return Optional.empty();
	}

}
