package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.body;
import static io.frontdesk.mail.reading.Letter.content;
import static io.frontdesk.mail.reading.Letter.mail;
import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;

class MailReaderTests {

	@Test
	void plainMailIsReadAsItIs() throws Exception {
		var reading = read("""
				From: Dora Example <Dora@Example.org>
				To: support@frontdesk.test
				Cc: boss@example.org
				Subject: Printer on fire
				Message-ID: <a@example.org>
				In-Reply-To: <b@example.org>
				References: <c@example.org>
				 <b@example.org>
				Delivered-To: support+x@frontdesk.test

				It smokes.
				""");
		assertThat(reading.from().email()).isEqualTo("dora@example.org");
		assertThat(reading.from().firstName()).isEqualTo("Dora");
		assertThat(reading.subject()).isEqualTo("Printer on fire");
		assertThat(reading.text()).isEqualTo("It smokes.");
		assertThat(reading.messageId()).isEqualTo("<a@example.org>");
		assertThat(reading.inReplyTo()).isEqualTo("<b@example.org>");
		assertThat(reading.references()).containsExactly("<c@example.org>", "<b@example.org>");
		assertThat(reading.recipients()).containsExactly("support@frontdesk.test", "boss@example.org",
				"support+x@frontdesk.test");
		assertThat(reading.classification()).isEqualTo(Classification.PERSON);
	}

	@Test
	void encodedWordsAreDecoded() throws Exception {
		assertThat(read(mail("Subject: =?UTF-8?Q?Dr=C3=BCcker_brennt?=")).subject()).isEqualTo("Drücker brennt");
	}

	@Test
	void textIsDecodedInItsCharsetOrTheLikeliest() throws Exception {
		assertThat(body("text/plain; charset=iso-8859-1", "Drücker", StandardCharsets.ISO_8859_1)).isEqualTo("Drücker");
		assertThat(body("text/plain; charset=no-such-thing", "Drücker", StandardCharsets.UTF_8)).isEqualTo("Drücker");
		assertThat(body("text/plain", "Drücker", Charset.forName("windows-1252"))).isEqualTo("Drücker");
		assertThat(body("text/plain; charset=us-ascii", "Drücker", StandardCharsets.UTF_8)).isEqualTo("Drücker");
	}

	@Test
	void htmlGivesTextAndLosesWhatRuns() throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: text/html; charset=utf-8

				<p>It <b>smokes</b>.</p><script>alert(1)</script><img src=x onerror=alert(2)><p>Badly.</p>
				""");
		assertThat(reading.text()).isEqualTo("It smokes.\n\nBadly.");
		assertThat(reading.html()).contains("<b>smokes</b>").doesNotContain("script", "onerror", "alert");
	}

	@Test
	void plainPartWinsAndAttachmentsAreKept() throws Exception {
		var reading = read("""
				From: dora@example.org
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=outer

				--outer
				Content-Type: multipart/alternative; boundary=inner

				--inner
				Content-Type: text/plain

				Plain.
				--inner
				Content-Type: text/html

				<p><b>Plain</b>.</p>
				--inner--
				--outer
				Content-Type: text/csv; name="../../etc/pass\u202Ewd.csv"
				Content-Disposition: attachment
				Content-Transfer-Encoding: base64

				YSxi
				--outer--
				""");
		assertThat(reading.text()).isEqualTo("Plain.");
		assertThat(reading.html()).isEqualTo("<p><b>Plain</b>.</p>");
		assertThat(reading.attachments()).singleElement().satisfies(file -> {
			assertThat(file.filename()).isEqualTo("passwd.csv");
			assertThat(content(file)).isEqualTo("a,b");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"Content-Type: multipart/mixed; boundary=never-used", "Content-Type: multipart/mixed",
			"Content-Type: nonsense", "Content-Transfer-Encoding: rot13", "Content-Type: text/plain; charset=\"",
			"Subject: =?utf-8?B?!!!?=", "Cc: <<<>>>, \"", "References: no brackets", "Message-ID: ", "Date: yesterday"})
	void brokenHeaderCostsNoMail(String header) throws Exception {
		assertThat(read(mail(header)).text()).contains("It smokes.");
	}

	@Test
	void whatADatabaseCanNotTakeIsLeftOut() throws Exception {
		assertThat(body("text/plain; charset=utf-8", "a\0b", StandardCharsets.UTF_8)).isEqualTo("ab");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "\n\n", " \r\n\t"})
	void emptyMailIsUnreadable(String mail) {
		assertThatExceptionOfType(UnreadableMailException.class).isThrownBy(() -> read(mail))
				.satisfies(ex -> assertThat(ex.reason()).contains("empty"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"Subject: nobody\n\nhello", "From: \n\nhello", "From: undisclosed\n\nhello"})
	void mailWithoutASenderIsReadButHasNone(String mail) throws Exception {
		assertThat(read(mail).from()).isNull();
		assertThat(read(mail).text()).isEqualTo("hello");
	}

	@Test
	void sameContentHasTheSameDigestWhateverWayItCame() throws Exception {
		var once = read(mail("Received: from a by b\nDate: Mon, 23 Nov 2026 10:00:00 +0000"));
		var again = read(mail("Received: from c by d\nDate: Mon, 23 Nov 2026 11:00:00 +0000"));
		assertThat(again.contentDigest()).isEqualTo(once.contentDigest());
		assertThat(read(mail("X: y").replace("smokes", "burns")).contentDigest()).isNotEqualTo(once.contentDigest());
	}

	@ParameterizedTest
	@ValueSource(strings = {"text/plain; name=note.txt", "text/html; charset=utf-8; name=note.html"})
	void bodyThatItsProgramNamedIsTheTextAndAFile(String type) throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: multipart/mixed; boundary=x

				--x
				Content-Type: %s
				Content-Disposition: inline; filename=note

				The gutter drips.
				--x
				Content-Type: text/plain; name=log.txt
				Content-Disposition: inline; filename=log.txt

				drip drip
				--x--
				""".formatted(type));
		assertThat(reading.visibleText()).isEqualTo("The gutter drips.");
		assertThat(reading.attachments()).extracting(Reading.Attachment::filename).containsExactly("note", "log.txt");
	}

	@ParameterizedTest
	@CsvSource({"application/zip, zip", "application/x-zip-compressed, zip", "application/msword, doc",
			"video/mp4, mp4",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document, docx", "text/csv, csv",
			"application/vnd.ms-excel, xls", "application/vnd.oasis.opendocument.text, odt", "image/jpeg, jpg",
			"audio/mpeg, mp3", "application/x-gzip, gz", "image/tiff, tif"})
	void fileWithoutANameHasTheEndingOfItsType(String type, String ending) throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: multipart/mixed; boundary=x

				--x
				Content-Type: %s
				Content-Disposition: attachment

				content
				--x--
				""".formatted(type));
		assertThat(reading.attachments()).singleElement().extracting(Reading.Attachment::filename)
				.isEqualTo("attachment-1." + ending);
	}

}
