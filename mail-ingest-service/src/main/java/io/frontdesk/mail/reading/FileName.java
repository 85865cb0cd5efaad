package io.frontdesk.mail.reading;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A file name that is safe to show and to save: no path, no control or direction characters, at most 120 long. */
final class FileName {

	private static final int MAX_LENGTH = 120;

	private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("text/calendar", ".ics"),
			Map.entry("text/html", ".html"), Map.entry("text/plain", ".txt"), Map.entry("message/rfc822", ".eml"),
			Map.entry("message/delivery-status", ".txt"), Map.entry("text/rfc822-headers", ".txt"),
			Map.entry("image/png", ".png"), Map.entry("image/jpeg", ".jpg"), Map.entry("image/gif", ".gif"),
			Map.entry("application/pdf", ".pdf"), Map.entry("application/pkcs7-mime", ".p7m"),
			Map.entry("application/pkcs7-signature", ".p7s"), Map.entry("application/pgp-signature", ".asc"),
			Map.entry("application/ms-tnef", ".dat"));

	private FileName() {}

	static String of(@Nullable String sent, String type, int number) {
		var name = (sent == null) ? "" : PlainText.clean(sent);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
				.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
				.strip();
		if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
			return "attachment-" + number + ENDINGS.getOrDefault(type, "");
		}
		return (name.length() <= MAX_LENGTH) ? name : shortened(name);
	}

	private static String shortened(String name) {
		var dot = name.lastIndexOf('.');
		var ending = (dot < 0 || name.length() - dot > 12) ? "" : name.substring(dot);
		return PlainText.clean(name.substring(0, MAX_LENGTH - ending.length())) + ending;
	}

}
