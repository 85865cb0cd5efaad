package io.frontdesk.mail.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.springframework.core.io.FileSystemResource;

/** A mail of about 50 MB; also a program that reads one, to be run with little memory. */
final class LargeMail {

	static final int ATTACHED = 38_000_000;

	private LargeMail() {}

	static Path write(Path directory) throws IOException {
		var file = directory.resolve("large.eml");
		try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
			text(out, """
					From: dora@example.org\r
					Subject: Large\r
					Message-ID: <large@example.org>\r
					Content-Type: multipart/mixed; boundary=x\r
					\r
					--x\r
					\r
					It smokes.\r
					--x\r
					Content-Type: application/octet-stream; name=large.bin\r
					Content-Transfer-Encoding: base64\r
					\r
					""");
			var encoder = Base64.getMimeEncoder();
			var random = new Random(7);
			var piece = new byte[57 * 1000];
			for (var left = ATTACHED; left > 0; left -= piece.length) {
				random.nextBytes(piece);
				out.write(encoder.encode((left < piece.length) ? Arrays.copyOf(piece, left) : piece));
				text(out, "\r\n");
			}
			text(out, """
					--x\r
					Content-Type: text/plain; name=after.txt\r
					Content-Disposition: attachment; filename=after.txt\r
					\r
					after\r
					--x--\r
					""");
		}
		return file;
	}

	private static void text(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
	}

	public static void main(String[] arguments) throws IOException, UnreadableMailException {
		var reading = new MailReader().read(new FileSystemResource(arguments[0]), _ -> false);
		System.out.println(reading.text());
		for (var attachment : reading.attachments()) {
			System.out.println(attachment.filename() + " " + attachment.measured().size());
		}
	}

}
