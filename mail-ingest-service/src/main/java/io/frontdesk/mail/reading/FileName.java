package io.frontdesk.mail.reading;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.MimeMappings;

import io.frontdesk.events.SafeFileName;

/** What a mail's file is called: one that has no name that could be kept, by its number and type. */
final class FileName {

	/** Where a type has several, the one that people know; and types that only mail has. */
	private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("text/calendar", ".ics"),
			Map.entry("text/html", ".html"), Map.entry("text/plain", ".txt"), Map.entry("message/rfc822", ".eml"),
			Map.entry("message/delivery-status", ".txt"), Map.entry("text/rfc822-headers", ".txt"),
			Map.entry("image/png", ".png"), Map.entry("image/jpeg", ".jpg"), Map.entry("image/gif", ".gif"),
			Map.entry("application/pdf", ".pdf"), Map.entry("application/pkcs7-mime", ".p7m"),
			Map.entry("application/pkcs7-signature", ".p7s"), Map.entry("application/pgp-signature", ".asc"),
			Map.entry("application/ms-tnef", ".dat"), Map.entry("message/global", ".eml"),
			Map.entry("image/jpg", ".jpg"), Map.entry("image/pjpeg", ".jpg"), Map.entry("image/tiff", ".tif"),
			Map.entry("image/heic", ".heic"), Map.entry("image/webp", ".webp"), Map.entry("image/svg+xml", ".svg"),
			Map.entry("audio/mpeg", ".mp3"), Map.entry("audio/mp4", ".m4a"), Map.entry("audio/wav", ".wav"),
			Map.entry("audio/ogg", ".ogg"), Map.entry("audio/amr", ".amr"), Map.entry("video/mp4", ".mp4"),
			Map.entry("video/mpeg", ".mpg"), Map.entry("video/quicktime", ".mov"), Map.entry("video/3gpp", ".3gp"),
			Map.entry("text/csv", ".csv"), Map.entry("text/vcard", ".vcf"), Map.entry("text/x-vcard", ".vcf"),
			Map.entry("text/directory", ".vcf"), Map.entry("text/markdown", ".md"), Map.entry("text/xml", ".xml"),
			Map.entry("text/rtf", ".rtf"), Map.entry("application/rtf", ".rtf"), Map.entry("application/xml", ".xml"),
			Map.entry("application/json", ".json"), Map.entry("application/x-pdf", ".pdf"),
			Map.entry("application/zip", ".zip"), Map.entry("application/x-zip-compressed", ".zip"),
			Map.entry("application/x-zip", ".zip"), Map.entry("application/gzip", ".gz"),
			Map.entry("application/x-gzip", ".gz"), Map.entry("application/vnd.rar", ".rar"),
			Map.entry("application/x-rar-compressed", ".rar"), Map.entry("application/x-7z-compressed", ".7z"),
			Map.entry("application/x-pkcs7-mime", ".p7m"), Map.entry("application/x-pkcs7-signature", ".p7s"),
			Map.entry("application/pgp-encrypted", ".asc"), Map.entry("application/pgp-keys", ".asc"),
			Map.entry("application/ics", ".ics"), Map.entry("application/vnd.ms-outlook", ".msg"),
			Map.entry("application/vnd.ms-powerpoint", ".ppt"), Map.entry("application/vnd.ms-excel", ".xls"),
			Map.entry("application/postscript", ".ps"));

	private static final Map<String, String> ENDINGS = endings();

	private FileName() {}

	private static Map<String, String> endings() {
		var endings = new HashMap<String, String>();
		MimeMappings.DEFAULT.forEach(known -> endings.putIfAbsent(known.getMimeType(), "." + known.getExtension()));
		endings.putAll(USUAL);
		endings.remove("application/octet-stream");
		return Map.copyOf(endings);
	}

	static String of(@Nullable String sent, String type, int number) {
		return SafeFileName.of((sent == null) ? "" : PlainText.clean(sent))
				.orElseGet(() -> "attachment-" + number + ENDINGS.getOrDefault(type, ""));
	}

}
