package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * RFC 2047 as it is sent: words within quotes and without spaces between them, characters split between two words,
 * spaces within a word, unknown charsets, raw bytes beside them.
 */
final class EncodedWords {

	private final String raw;

	private final StringBuilder text = new StringBuilder();

	/** Bytes of words not yet decoded: the next word may hold the rest of a character. */
	private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

	private final int lastSpace;

	private @Nullable String charset;

	private EncodedWords(String raw) {
		this.raw = raw;
		this.lastSpace = raw.lastIndexOf(' ');
	}

	static String decode(String raw) {
		return raw.contains("=?") ? new EncodedWords(raw).decode() : Charsets.decodeHeader(raw);
	}

	private String decode() {
		Work.spend(this.raw.length());
		var at = 0;
		while (at < this.raw.length()) {
			var start = this.raw.indexOf("=?", at);
			var word = (start < 0) ? null : wordAt(start);
			if (start < 0) {
				literal(this.raw.substring(at));
				break;
			}
			if (word == null) {
				literal(this.raw.substring(at, start + 2));
				at = start + 2;
				continue;
			}
			if (this.charset == null || !this.raw.substring(at, start).isBlank()) {
				literal(this.raw.substring(at, start));
			}
			add(word);
			at = word.end();
		}
		flush();
		return this.text.toString();
	}

	private @Nullable Word wordAt(int start) {
		var afterCharset = this.raw.indexOf('?', start + 2);
		if (afterCharset < 0 || afterCharset - start > 60 || afterCharset + 2 >= this.raw.length()
				|| this.raw.charAt(afterCharset + 2) != '?') {
			return null;
		}
		var encoding = Character.toLowerCase(this.raw.charAt(afterCharset + 1));
		var content = afterCharset + 3;
		if (encoding != 'q' && encoding != 'b') {
			return null;
		}
		var end = this.raw.indexOf("?=", content);
		if (end < 0) {
			end = this.raw.length();
		} else if (encoding == 'q') {
			end = qEnd(content, end);
		}
		var name = this.raw.substring(start + 2, afterCharset);
		var language = name.indexOf('*');
		return new Word((language < 0) ? name : name.substring(0, language), encoding,
				this.raw.substring(content, end), Math.min(end + 2, this.raw.length()));
	}

	/** "?=" followed by two hex digits is more likely an unencoded question mark within the word than its end. */
	private int qEnd(int content, int first) {
		var end = first;
		while (end + 3 < this.raw.length() && isHex(this.raw.charAt(end + 2)) && isHex(this.raw.charAt(end + 3))
				&& this.lastSpace < content && this.raw.indexOf("?=", end + 2) > 0) {
			Work.spend(1);
			end = this.raw.indexOf("?=", end + 2);
		}
		return end;
	}

	private static boolean isHex(char c) {
		return Character.digit(c, 16) >= 0;
	}

	private void add(Word word) {
		if (this.charset != null && !this.charset.equalsIgnoreCase(word.charset())) {
			flush();
		}
		this.charset = word.charset();
		var bytes = (word.encoding() == 'b')
				? TransferEncoding.base64(word.content().getBytes(StandardCharsets.ISO_8859_1))
				: TransferEncoding.quotedPrintable(
						word.content().replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1), true);
		this.pending.writeBytes(bytes);
		if (word.charset().toLowerCase(Locale.ROOT).startsWith("iso-2022")) {
			flush();
			this.charset = word.charset();
		}
	}

	private void literal(String raw) {
		flush();
		this.text.append(Charsets.decodeHeader(raw));
	}

	private void flush() {
		if (this.pending.size() > 0) {
			this.text.append(Charsets.decode(this.pending.toByteArray(), this.charset));
			this.pending.reset();
		}
		this.charset = null;
	}

	private record Word(String charset, char encoding, String content, int end) {}

}
