package io.frontdesk.mail.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a text part: in the charset it names, unless that is US-ASCII, the default of those who don't know; else as
 * UTF-8 where its bytes are that, else as Windows-1252.
 */
final class PartText {

	private static final Charset LAST_RESORT = Charset.forName("windows-1252");

	private PartText() {}

	static String of(MimePart part, ContentType type) throws MessagingException, IOException {
		try (var in = part.getInputStream()) {
			return decode(in.readAllBytes(), type.getParameter("charset"));
		}
	}

	private static String decode(byte[] bytes, @Nullable String named) {
		var charset = charset(named);
		if (charset != null) {
			return new String(bytes, charset);
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException ex) {
			return new String(bytes, LAST_RESORT);
		}
	}

	private static @Nullable Charset charset(@Nullable String named) {
		if (named == null || named.strip().equalsIgnoreCase("us-ascii")) {
			return null;
		}
		try {
			return Charset.forName(MimeUtility.javaCharset(named.strip()));
		} catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return null;
		}
	}

}
