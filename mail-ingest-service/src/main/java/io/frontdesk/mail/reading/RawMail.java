package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;

import jakarta.mail.util.SharedByteArrayInputStream;

/** Makes of a file what RFC 5322 calls a message: without a mailbox's separator, with line ends and an end of its headers. */
final class RawMail {

	private RawMail() {}

	static byte[] repaired(byte[] raw) {
		Work.spend(raw.length);
		var mail = withLineFeeds(raw);
		var lines = new RawLines(mail, mail.length);
		var start = start(lines);
		return withEndOfHeaders(lines, start, HeaderLines.read(lines, start));
	}

	/** A part of a multipart, which has headers as a mail has. */
	static SharedByteArrayInputStream part(byte[] raw, int start, int end) {
		var lines = new RawLines(raw, end);
		var headers = HeaderLines.read(lines, start);
		Work.spend(headers.end() - start);
		return headers.areRepaired()
				? new SharedByteArrayInputStream(withEndOfHeaders(lines, start, headers))
				: new SharedByteArrayInputStream(raw, start, end - start);
	}

	/** Lines ended by a carriage return alone, as old Macs did. */
	private static byte[] withLineFeeds(byte[] raw) {
		for (var b : raw) {
			if (b == '\n') {
				return raw;
			}
		}
		var mail = raw.clone();
		for (var i = 0; i < mail.length; i++) {
			mail[i] = (mail[i] == '\r') ? (byte) '\n' : mail[i];
		}
		return mail;
	}

	/** Where the headers begin, behind what mailboxes put in front of a mail. */
	static int start(RawLines lines) {
		var mail = lines.mail();
		var at = lines.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
		while (at < mail.length && (mail[at] == '\n' || mail[at] == '\r' || mail[at] == ' ') && lines.isBlank(at)) {
			at = lines.next(at);
		}
		while (lines.startsWith(at, "From ") || lines.startsWith(at, ">From ")) {
			at = lines.next(at);
		}
		return at;
	}

	/** What is neither a field nor its continuation begins the body, whether or not a blank line came before. */
	private static byte[] withEndOfHeaders(RawLines lines, int start, HeaderLines headers) {
		var at = headers.end();
		var out = new ByteArrayOutputStream(lines.end() - start + 2);
		out.writeBytes(headers.kept());
		if (at >= lines.end() && at > start && lines.mail()[lines.end() - 1] != '\n') {
			out.write('\n');
		}
		if (at >= lines.end() || !lines.isBlank(at)) {
			out.write('\n');
		}
		out.write(lines.mail(), at, lines.end() - at);
		return out.toByteArray();
	}

}
