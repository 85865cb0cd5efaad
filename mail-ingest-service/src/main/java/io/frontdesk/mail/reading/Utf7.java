package io.frontdesk.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** RFC 2152, which Java lacks and Exchange wrote for years. */
final class Utf7 {

	private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	private Utf7() {}

	static String decode(byte[] bytes) {
		var in = new String(bytes, StandardCharsets.ISO_8859_1);
		var out = new StringBuilder(in.length());
		for (var i = 0; i < in.length();) {
			var c = in.charAt(i++);
			if (c != '+') {
				out.append(c);
				continue;
			}
			var end = i;
			while (end < in.length() && BASE64.indexOf(in.charAt(end)) >= 0) {
				end++;
			}
			out.append((end == i) ? "+" : shifted(in.substring(i, end)));
			i = (end < in.length() && in.charAt(end) == '-') ? end + 1 : end;
		}
		return out.toString();
	}

	private static String shifted(String base64) {
		var whole = (base64.length() % 4 == 1) ? base64.substring(0, base64.length() - 1) : base64;
		var bytes = Base64.getDecoder().decode(whole);
		return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE);
	}

}
