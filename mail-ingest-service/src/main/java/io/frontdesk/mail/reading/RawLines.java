package io.frontdesk.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a mail, or of a part up to its end, by lines; each is named by where it begins. */
record RawLines(byte[] mail, int end) {

	private static final int MAX_NAME = 60;

	int next(int at) {
		var i = at;
		while (i < this.end && this.mail[i] != '\n') {
			i++;
		}
		return Math.min(i + 1, this.end);
	}

	boolean isBlank(int at) {
		var next = next(at);
		for (var i = at; i < next; i++) {
			if (this.mail[i] != ' ' && this.mail[i] != '\t' && this.mail[i] != '\r' && this.mail[i] != '\n') {
				return false;
			}
		}
		return true;
	}

	boolean isIndented(int at) {
		return at < this.end && (this.mail[at] == ' ' || this.mail[at] == '\t');
	}

	boolean isField(int at) {
		var next = next(at);
		for (var i = at; i < next; i++) {
			if (this.mail[i] == ':') {
				return i > at;
			}
			if (this.mail[i] <= ' ' && !((this.mail[i] == ' ' || this.mail[i] == '\t') && beforeColon(i, next))
					|| this.mail[i] == 0x7f) {
				return false;
			}
		}
		return false;
	}

	/** A field as RFC 5322 §2.2 has it, whose name the colon follows at once. */
	boolean isPlainField(int at) {
		for (var i = at; i < this.end && this.mail[i] > ' ' && this.mail[i] < 0x7f; i++) {
			if (this.mail[i] == ':') {
				return i > at;
			}
		}
		return false;
	}

	private boolean beforeColon(int at, int next) {
		var i = at;
		while (i < next && (this.mail[i] == ' ' || this.mail[i] == '\t')) {
			i++;
		}
		return i < next && this.mail[i] == ':';
	}

	/** Of a field, in lower case. */
	String name(int at) {
		var i = at;
		while (i < this.end && i - at < MAX_NAME && this.mail[i] != ':' && this.mail[i] != ' ') {
			i++;
		}
		return new String(this.mail, at, i - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
	}

	/** In UTF-8, which alone a header may have that is not encoded (RFC 6532); without the end of the line. */
	String text(int at) {
		var end = next(at);
		while (end > at && (this.mail[end - 1] == '\n' || this.mail[end - 1] == '\r')) {
			end--;
		}
		return new String(this.mail, at, end - at, StandardCharsets.UTF_8);
	}

	boolean has(int at, String characters) {
		var next = next(at);
		for (var i = at; i < next; i++) {
			if (characters.indexOf(this.mail[i]) >= 0) {
				return true;
			}
		}
		return false;
	}

	/** Whether the line before ends in one of these. */
	boolean follows(int at, String characters) {
		var i = at - 1;
		while (i >= 0 && this.mail[i] <= ' ' && this.mail[i] >= 0) {
			i--;
		}
		return i >= 0 && characters.indexOf(this.mail[i]) >= 0;
	}

	boolean startsWith(int at, String prefix) {
		if (at + prefix.length() > this.end) {
			return false;
		}
		for (var i = 0; i < prefix.length(); i++) {
			if ((this.mail[at + i] & 0xff) != prefix.charAt(i)) {
				return false;
			}
		}
		return true;
	}

}
