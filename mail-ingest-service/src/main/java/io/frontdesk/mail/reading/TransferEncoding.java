package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Content transfer encodings, decoded as far as they go: junk is skipped, a cut end is the end. */
final class TransferEncoding {

	private TransferEncoding() {}

	static byte[] decode(byte[] raw, String encoding) {
		var name = encoding.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
		return switch (name) {
			case "base64", "base-64", "b64", "64" -> base64(raw);
			case "quoted-printable", "quotedprintable", "quoted-printible", "qp" -> quotedPrintable(raw, false);
			case "x-uuencode", "uuencode", "x-uu", "uue", "x-uue" -> Uuencode.decode(raw);
			default -> raw;
		};
	}

	static byte[] base64(byte[] raw) {
		var out = new byte[raw.length * 3 / 4 + 3];
		var length = 0;
		var bits = 0;
		var value = 0;
		var ended = false;
		for (var b : raw) {
			if (b == '=') {
				bits = 0;
				value = 0;
				ended = true;
				continue;
			}
			// what stands behind the padding is a remark; another line may go on
			if (ended && b != '\n') {
				continue;
			}
			ended = false;
			var digit = digit(b);
			if (digit >= 0) {
				value = (value << 6 | digit) & 0xffffff;
				bits += 6;
				if (bits >= 8) {
					bits -= 8;
					out[length++] = (byte) (value >> bits);
				}
			}
		}
		return Arrays.copyOf(out, length);
	}

	private static int digit(byte b) {
		if (b >= 'A' && b <= 'Z') {
			return b - 'A';
		}
		if (b >= 'a' && b <= 'z') {
			return b - 'a' + 26;
		}
		if (b >= '0' && b <= '9') {
			return b - '0' + 52;
		}
		return switch (b) {
			case '+', '-' -> 62;
			case '/', '_' -> 63;
			default -> -1;
		};
	}

	static byte[] quotedPrintable(byte[] raw, boolean header) {
		var out = new ByteArrayOutputStream(raw.length);
		for (var i = 0; i < raw.length; i++) {
			var b = raw[i];
			if (b != '=') {
				if (!header && (b == ' ' || b == '\t') && endsLine(raw, i)) {
					continue;
				}
				out.write(b);
			} else if (i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
				out.write(hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
				i += 2;
			} else if (!header && endsLine(raw, i + 1)) {
				i = lineEnd(raw, i + 1);
			} else {
				out.write(b);
			}
		}
		return out.toByteArray();
	}

	private static int hex(byte b) {
		return Character.digit(b, 16);
	}

	private static boolean endsLine(byte[] raw, int from) {
		var i = from;
		while (i < raw.length && (raw[i] == ' ' || raw[i] == '\t')) {
			i++;
		}
		return i >= raw.length || raw[i] == '\n' || raw[i] == '\r';
	}

	private static int lineEnd(byte[] raw, int from) {
		var i = from;
		while (i < raw.length && raw[i] != '\n' && raw[i] != '\r') {
			i++;
		}
		return (i + 1 < raw.length && raw[i] == '\r' && raw[i + 1] == '\n') ? i + 1 : i;
	}

}
