package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What makes two mails the same: what they say, not the headers that relays add nor the boundaries that a client draws
 * anew when it sends again.
 */
final class ContentDigest {

	private ContentDigest() {}

	static String of(String sender, String subject, MailContent content) throws IOException {
		try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			for (var text : new String[]{sender, subject, content.text(),
					Objects.requireNonNullElse(content.html(), "")}) {
				digest.write(text.getBytes(StandardCharsets.UTF_8));
				digest.write(0);
			}
			for (var attachment : content.attachments()) {
				attachment.content().writeTo(digest);
				digest.write(0);
			}
			return HexFormat.of().formatHex(digest.getMessageDigest().digest());
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
