package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The charset of headers that are not encoded, one for the whole mail: each alone is too short for a guess. */
final class RawHeaders {

	/** As much as has the headers of a mail and of its first parts. */
	private static final int LOOKED_AT = 64 * 1024;

	private static final int MAX_NAMED = 5;

	private static final Pattern NAMED = Pattern.compile("(?i)charset\\s{0,5}+=\\s{0,5}+[\"']?([\\w.:+-]{1,40}+)");

	private RawHeaders() {}

	static Charset charset(byte[] mail) {
		var headers = new ByteArrayOutputStream();
		var line = 0;
		for (var i = 0; i < mail.length && i < LOOKED_AT; i++) {
			if (mail[i] != '\n') {
				continue;
			}
			if (i - line <= 1) {
				break;
			}
			if (isRaw(mail, line, i)) {
				headers.write(mail, line, i + 1 - line);
			}
			line = i + 1;
		}
		Work.spend(line);
		return (headers.size() == 0)
				? StandardCharsets.UTF_8
				: Charsets.ofHeaders(headers.toByteArray(), NAMED.matcher(Work.metered(start(mail))).results()
						.limit(MAX_NAMED).map(found -> found.group(1)).toList());
	}

	private static String start(byte[] mail) {
		return new String(mail, 0, Math.min(mail.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
	}

	private static boolean isRaw(byte[] mail, int from, int to) {
		for (var i = from; i < to; i++) {
			if (mail[i] < 0) {
				return true;
			}
		}
		return false;
	}

}
