package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Text, or the HTML that Outlook wraps, out of compressed RTF ([MS-OXRTFCP], [MS-OXRTFEX]). */
final class Rtf {

	private static final byte[] DICTIONARY = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman "
			+ "\\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0"
			+ "\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").getBytes(StandardCharsets.US_ASCII);

	private static final int COMPRESSED = 0x75465a4c;

	private static final int MAX_SIZE = 16 * 1024 * 1024;

	private static final Set<String> UNSEEN = Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "object",
			"header", "footer", "listtable", "listoverridetable", "themedata", "xmlnstbl", "mhtmltag", "generator");

	private final String rtf;

	private final String charset;

	private final boolean wrapsHtml;

	private final StringBuilder out = new StringBuilder();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final ArrayDeque<Boolean> groups = new ArrayDeque<>();

	private boolean shown = true;

	/** Between \htmlrtf and \htmlrtf0 stands what only RTF needs. */
	private boolean forRtf;

	private Rtf(String rtf, String charset) {
		this.rtf = rtf;
		this.charset = charset;
		this.wrapsHtml = rtf.contains("\\fromhtml1");
	}

	record Opened(String text, @Nullable String html) {}

	static Opened of(byte[] compressed, String charset) {
		var rtf = new Rtf(new String(inflated(compressed), StandardCharsets.ISO_8859_1), charset);
		var text = rtf.read();
		return rtf.wrapsHtml ? new Opened("", text) : new Opened(text.strip(), null);
	}

	private static byte[] inflated(byte[] bytes) {
		if (bytes.length < 16) {
			return bytes;
		}
		var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		in.getInt();
		var size = in.getInt();
		if (in.getInt() != COMPRESSED) {
			return Arrays.copyOfRange(bytes, 16, bytes.length);
		}
		in.getInt();
		var window = new byte[4096];
		System.arraycopy(DICTIONARY, 0, window, 0, DICTIONARY.length);
		var write = DICTIONARY.length;
		var out = new ByteArrayOutputStream();
		while (in.hasRemaining() && out.size() < Math.min(size & 0x7fffffff, MAX_SIZE)) {
			Work.spend(8);
			var flags = in.get();
			for (var bit = 0; bit < 8 && in.hasRemaining(); bit++) {
				if ((flags >> bit & 1) == 0) {
					var b = in.get();
					out.write(b);
					window[write++ & 4095] = b;
				} else if (in.remaining() >= 2) {
					var pair = (in.get() & 0xff) << 8 | in.get() & 0xff;
					var from = pair >> 4;
					if (from == (write & 4095)) {
						return out.toByteArray();
					}
					for (var i = 0; i < (pair & 15) + 2; i++) {
						var b = window[from + i & 4095];
						out.write(b);
						window[write++ & 4095] = b;
					}
				} else {
					return out.toByteArray();
				}
			}
		}
		return out.toByteArray();
	}

	private String read() {
		for (var at = 0; at < this.rtf.length();) {
			Work.spend(1);
			var c = this.rtf.charAt(at);
			switch (c) {
				case '{' -> {
					this.groups.push(this.shown);
					at++;
				}
				case '}' -> {
					flush();
					this.shown = this.groups.isEmpty() || this.groups.pop();
					at++;
				}
				case '\\' -> at = control(at + 1);
				case '\r', '\n' -> at++;
				default -> {
					write(c);
					at++;
				}
			}
		}
		flush();
		return this.out.toString();
	}

	private int control(int at) {
		if (at >= this.rtf.length()) {
			return at;
		}
		var c = this.rtf.charAt(at);
		if (c == '\'' && at + 2 < this.rtf.length()) {
			var high = Character.digit(this.rtf.charAt(at + 1), 16);
			var low = Character.digit(this.rtf.charAt(at + 2), 16);
			if (high >= 0 && low >= 0) {
				write((char) (high << 4 | low));
			}
			return at + 3;
		}
		if (!Character.isLetter(c)) {
			symbol(c, at + 1);
			return at + 1;
		}
		var end = at;
		while (end < this.rtf.length() && this.rtf.charAt(end) >= 'a' && this.rtf.charAt(end) <= 'z') {
			end++;
		}
		end = Math.max(end, at + 1);
		var word = this.rtf.substring(at, end);
		var number = end;
		while (number < this.rtf.length() && number - end < 10 && (Character.isDigit(this.rtf.charAt(number))
				|| number == end && this.rtf.charAt(number) == '-')) {
			number++;
		}
		var argument = this.rtf.substring(end, number);
		var next = (number < this.rtf.length() && this.rtf.charAt(number) == ' ') ? number + 1 : number;
		return word(word, argument, next);
	}

	private void symbol(char c, int next) {
		switch (c) {
			case '*' -> this.shown &= this.wrapsHtml && this.rtf.startsWith("\\htmltag", next);
			case '~' -> write(' ');
			case '_' -> write('-');
			case '{', '}', '\\' -> write(c);
			default -> {
				// formatting
			}
		}
	}

	private int word(String word, String argument, int next) {
		switch (word) {
			case "par", "line", "sect", "row" -> text("\n");
			case "tab", "cell" -> text("\t");
			case "u" -> {
				return unicode(argument, next);
			}
			case "htmlrtf" -> {
				flush();
				this.forRtf = !argument.equals("0");
			}
			case "endash" -> text("–");
			case "emdash" -> text("—");
			case "lquote" -> text("‘");
			case "rquote" -> text("’");
			case "ldblquote" -> text("“");
			case "rdblquote" -> text("”");
			case "bullet" -> text("•");
			default -> this.shown &= !UNSEEN.contains(word);
		}
		return next;
	}

	/** Followed by a substitute for those who know no Unicode. */
	private int unicode(String argument, int next) {
		try {
			text(String.valueOf((char) Integer.parseInt(argument)));
		} catch (NumberFormatException ex) {
			return next;
		}
		if (this.rtf.startsWith("\\'", next)) {
			return Math.min(next + 4, this.rtf.length());
		}
		return (next < this.rtf.length() && "\\{}".indexOf(this.rtf.charAt(next)) < 0) ? next + 1 : next;
	}

	private void write(char octet) {
		if (this.shown && !this.forRtf) {
			this.bytes.write(octet);
		}
	}

	private void text(String text) {
		if (this.shown && !this.forRtf) {
			flush();
			this.out.append(text);
		}
	}

	private void flush() {
		if (this.bytes.size() > 0) {
			this.out.append(Charsets.decode(this.bytes.toByteArray(), this.charset));
			this.bytes.reset();
		}
	}

}
