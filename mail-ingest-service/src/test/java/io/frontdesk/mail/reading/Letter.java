package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ByteArrayResource;

/** Mails for tests, read as support@frontdesk.test reads them. */
final class Letter {

	static final MailReader READER = new MailReader();

	private Letter() {}

	static Reading read(String mail) throws UnreadableMailException, IOException {
		return read(mail.getBytes(StandardCharsets.UTF_8));
	}

	static Reading read(byte[] mail) throws UnreadableMailException, IOException {
		return READER.read(new ByteArrayResource(mail), "support@frontdesk.test"::equalsIgnoreCase);
	}

	static String mail(String header) {
		return "From: dora@example.org\n%s\n\nIt smokes.\n".formatted(header);
	}

	static String body(String type, String text, Charset charset) throws UnreadableMailException, IOException {
		return body(type, text.getBytes(charset));
	}

	static String body(String type, byte[] text) throws UnreadableMailException, IOException {
		var mail = new ByteArrayOutputStream();
		mail.writeBytes("From: dora@example.org\nContent-Transfer-Encoding: 8bit\nContent-Type: %s\n\n".formatted(type)
				.getBytes(StandardCharsets.US_ASCII));
		mail.writeBytes(text);
		return read(mail.toByteArray()).text();
	}

	static String content(Reading.Attachment file) throws IOException {
		var out = new ByteArrayOutputStream();
		file.content().writeTo(out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
