package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

/** Mails of which only an outline is held in memory. */
class LargeMailTests {

	@TempDir
	private Path directory;

	@Test
	void mailOfFiftyMegabytesIsReadWithinAHeapOf32() throws Exception {
		var file = LargeMail.write(this.directory);
		var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx32m", "-cp",
				System.getProperty("java.class.path"), LargeMail.class.getName(), file.toString())
				.redirectErrorStream(true)
				.start();
		var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said.lines()).endsWith("It smokes.", "large.bin " + LargeMail.ATTACHED, "after.txt 5");
	}

	@Test
	void largeAttachmentIsTheSameByteForByte() throws Exception {
		var reading = new MailReader().read(new FileSystemResource(LargeMail.write(this.directory)), _ -> false);
		var file = reading.attachments().getFirst();
		var random = new Random(7);
		var piece = new byte[57 * 1000];
		var read = new ByteArrayOutputStream();
		file.content().writeTo(read);
		var content = read.toByteArray();
		for (var at = 0; at < content.length; at += piece.length) {
			random.nextBytes(piece);
			var end = Math.min(at + piece.length, content.length);
			assertThat(Arrays.equals(content, at, end, piece, 0, end - at)).as("at %d", at).isTrue();
		}
		assertThat(content).hasSize(LargeMail.ATTACHED);
	}

	@Test
	void largeEnvelopeSaysThatItIsNotOpened() throws Exception {
		var mail = "From: dora@example.org\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
				+ "Content-Transfer-Encoding: base64\n\n" + base64(5_000_000);
		assertThat(Letter.read(mail).text()).isEqualTo(Sealed.UNREADABLE);
	}

	@Test
	void largeMailInAMailIsAttachedWholeAndItsSubjectNamesIt() throws Exception {
		var inner = """
				From: emil@example.org
				Subject: Inner
				Content-Type: application/pdf; name=a.pdf
				Content-Transfer-Encoding: base64

				%s
				""".formatted(base64(3_000_000));
		var reading = Letter.read("""
				From: dora@example.org
				Content-Type: multipart/mixed; boundary=x

				--x

				See below.
				--x
				Content-Type: message/rfc822

				%s
				--x--
				""".formatted(inner));
		var file = reading.attachments().getFirst();
		assertThat(file.filename()).isEqualTo("Inner.eml");
		assertThat(Letter.content(file).strip()).isEqualTo(inner.strip());
		assertThat(reading.text()).isEqualTo("See below.");
	}

	@Test
	void largeTextIsShownAndWhatIsTooLargeIsAttached() throws Exception {
		var text = "It smokes again. ".repeat(150_000);
		assertThat(Letter.read(encoded(text)).text()).startsWith("It smokes again. It smokes");
		var tooLarge = Letter.read(encoded(text.repeat(3)));
		assertThat(tooLarge.text()).isEmpty();
		assertThat(tooLarge.attachments()).singleElement()
				.satisfies(file -> assertThat(Letter.content(file)).isEqualTo(text.repeat(3)));
	}

	@Test
	void longRunWithinATextLeavesNoTraceOfHowItIsHeld() throws Exception {
		var text = Letter.read("From: dora@example.org\n\nThe key:\n%s\nThat's it.\n".formatted(base64(3_000_000)))
				.text();
		assertThat(text).isEqualTo("The key:\n[…]\nThat's it.");
	}

	@Test
	void endlessTextIsReadFromItsStart() throws Exception {
		var reading = Letter.read("From: dora@example.org\nSubject: Log\n\nFirst line.\n"
				+ "2026-11-23 10:00:00 - nothing.\n".repeat(1_000_000));
		assertThat(reading.subject()).isEqualTo("Log");
		assertThat(reading.text()).startsWith("First line.").endsWith("its source has all of it.]");
	}

	@Test
	void sameLargeMailHasTheSameDigest() throws Exception {
		var mail = "From: dora@example.org\n\nThe key:\n%s\n".formatted(base64(3_000_000));
		assertThat(Letter.read(mail).contentDigest()).isEqualTo(Letter.read(mail).contentDigest());
	}

	private static String encoded(String text) {
		return "From: dora@example.org\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
				+ Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String base64(int bytes) {
		var content = new byte[bytes];
		new Random(3).nextBytes(content);
		return Base64.getMimeEncoder().encodeToString(content).replace("\r", "");
	}

}
