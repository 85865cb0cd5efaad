package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Content transfer encodings, decoded as far as they go: junk is skipped, a cut end is the end. */
final class TransferEncoding {

	private TransferEncoding() {}

	static byte[] decode(byte[] raw, String encoding) {
		Work.spend(raw.length);
		if (isBase64(encoding)) {
			return base64(raw);
		}
		return switch (plain(encoding)) {
			case "quoted-printable", "quotedprintable", "quoted-printible", "qp" -> quotedPrintable(raw, false);
			case "x-uuencode", "uuencode", "x-uu", "uue", "x-uue" -> Uuencode.decode(raw);
			default -> raw;
		};
	}

	static boolean isBase64(String encoding) {
		return switch (plain(encoding)) {
			case "base64", "base-64", "b64", "64" -> true;
			default -> false;
		};
	}

	private static String plain(String encoding) {
		return encoding.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
	}

	static byte[] base64(byte[] raw) {
		var decoded = new ByteArrayOutputStream(raw.length * 3 / 4 + 3);
		try (var out = new Base64Output(decoded)) {
			out.write(raw);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return decoded.toByteArray();
	}

	static byte[] quotedPrintable(byte[] raw, boolean header) {
		var out = new ByteArrayOutputStream(raw.length);
		for (var i = 0; i < raw.length; i++) {
			var b = raw[i];
			if (b != '=') {
				var end = header ? i : spacesEnd(raw, i);
				if (end == i) {
					out.write(b);
				} else {
					out.write(raw, i, endsLine(raw, end) ? 0 : end - i);
					i = end - 1;
				}
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
		var i = spacesEnd(raw, from);
		return i >= raw.length || raw[i] == '\n' || raw[i] == '\r';
	}

	private static int spacesEnd(byte[] raw, int from) {
		var i = from;
		while (i < raw.length && (raw[i] == ' ' || raw[i] == '\t')) {
			i++;
		}
		return i;
	}

	private static int lineEnd(byte[] raw, int from) {
		var i = from;
		while (i < raw.length && raw[i] != '\n' && raw[i] != '\r') {
			i++;
		}
		return (i + 1 < raw.length && raw[i] == '\r' && raw[i + 1] == '\n') ? i + 1 : i;
	}

}
