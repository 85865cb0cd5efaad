package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Makes of a file what RFC 5322 calls a message: without a mailbox's separator, with line ends and an end of its headers. */
final class RawMail {

	private static final int MAX_HEADER = 512 * 1024;

	private static final int MAX_HEADER_LINES = 5000;

	private static final String[] KNOWN = {"From:", "To:", "Subject:", "Date:", "Message-I", "MIME-V", "Mime-V",
			"Content-T", "Content-D", "Received:", "Return-P", "Reply-To:", "References:", "In-Reply-To:", "X-"};

	private RawMail() {}

	static byte[] repaired(byte[] raw) {
		Work.spend(raw.length);
		var mail = withLineFeeds(raw);
		return withEndOfHeaders(mail, start(mail));
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

	private static int start(byte[] mail) {
		var at = startsWith(mail, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
		while (at < mail.length && (mail[at] == '\n' || mail[at] == '\r' || mail[at] == ' ')
				&& isBlank(mail, at, nextLine(mail, at))) {
			at = nextLine(mail, at);
		}
		while (startsWith(mail, at, "From ") || startsWith(mail, at, ">From ")) {
			at = nextLine(mail, at);
		}
		return at;
	}

	/** What is neither a field nor its continuation begins the body, whether or not a blank line came before. */
	private static byte[] withEndOfHeaders(byte[] mail, int start) {
		var out = new ByteArrayOutputStream(mail.length + 2);
		var lines = 0;
		var at = start;
		while (at < mail.length) {
			var end = nextLine(mail, at);
			if (isBlank(mail, at, end)) {
				if (lines == 0 || !foldsOver(mail, at, end)) {
					break;
				}
			} else if (!isField(mail, at, end) && !(lines > 0 && (mail[at] == ' ' || mail[at] == '\t'))) {
				if (startsWith(mail, at, ">From ") || startsWith(mail, at, "From ")) {
					at = end;
					continue;
				}
				if (!isStray(mail, end)) {
					break;
				}
				at = end;
				continue;
			} else if (++lines <= MAX_HEADER_LINES && out.size() < MAX_HEADER) {
				out.write(mail, at, end - at);
			}
			at = end;
		}
		if (at >= mail.length && at > start && mail[mail.length - 1] != '\n') {
			out.write('\n');
		}
		if (at >= mail.length || !isBlank(mail, at, nextLine(mail, at))) {
			out.write('\n');
		}
		out.write(mail, at, mail.length - at);
		return out.toByteArray();
	}

	/** A line of spaces within a folded field. */
	private static boolean foldsOver(byte[] mail, int at, int end) {
		return mail[at] != '\n' && mail[at] != '\r' && end < mail.length && (mail[end] == ' ' || mail[end] == '\t')
				&& !isBlank(mail, end, nextLine(mail, end));
	}

	/** One line of junk between fields: those after it are still headers. */
	private static boolean isStray(byte[] mail, int next) {
		return next < mail.length && isField(mail, next, nextLine(mail, next))
				&& Arrays.stream(KNOWN).anyMatch(name -> startsWith(mail, next, name));
	}

	private static boolean isField(byte[] mail, int at, int end) {
		for (var i = at; i < end; i++) {
			if (mail[i] == ':') {
				return i > at;
			}
			if (mail[i] <= ' ' && !((mail[i] == ' ' || mail[i] == '\t') && beforeColon(mail, i, end))
					|| mail[i] == 0x7f) {
				return false;
			}
		}
		return false;
	}

	private static boolean beforeColon(byte[] mail, int at, int end) {
		var i = at;
		while (i < end && (mail[i] == ' ' || mail[i] == '\t')) {
			i++;
		}
		return i < end && mail[i] == ':';
	}

	private static boolean isBlank(byte[] mail, int at, int end) {
		for (var i = at; i < end; i++) {
			if (mail[i] != ' ' && mail[i] != '\t' && mail[i] != '\r' && mail[i] != '\n') {
				return false;
			}
		}
		return true;
	}

	private static int nextLine(byte[] mail, int at) {
		var i = at;
		while (i < mail.length && mail[i] != '\n') {
			i++;
		}
		return Math.min(i + 1, mail.length);
	}

	private static boolean startsWith(byte[] mail, int at, String prefix) {
		if (at + prefix.length() > mail.length) {
			return false;
		}
		for (var i = 0; i < prefix.length(); i++) {
			if ((mail[at + i] & 0xff) != prefix.charAt(i)) {
				return false;
			}
		}
		return true;
	}

}
