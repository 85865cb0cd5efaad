package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;

class MailReaderTests {

	private final MailReader reader = new MailReader();

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
		assertThat(reading.text()).isEqualTo("It smokes.\nBadly.");
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

				<p>Html.</p>
				--inner--
				--outer
				Content-Type: text/csv; name="../../etc/pass\u202Ewd.csv"
				Content-Disposition: attachment
				Content-Transfer-Encoding: base64

				YSxi
				--outer--
				""");
		assertThat(reading.text()).isEqualTo("Plain.");
		assertThat(reading.html()).isEqualTo("<p>Html.</p>");
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
	@ValueSource(strings = {"", "\n\n", "Subject: nobody\n\nhello", "From: \n\nhello", "From: undisclosed\n\nhello"})
	void mailWithoutASenderIsUnreadable(String mail) {
		assertThatExceptionOfType(UnreadableMailException.class).isThrownBy(() -> read(mail))
				.satisfies(ex -> assertThat(ex.reason()).contains("sender"));
	}

	@Test
	void sameContentHasTheSameDigestWhateverWayItCame() throws Exception {
		var once = read(mail("Received: from a by b\nDate: Mon, 23 Nov 2026 10:00:00 +0000"));
		var again = read(mail("Received: from c by d\nDate: Mon, 23 Nov 2026 11:00:00 +0000"));
		assertThat(again.contentDigest()).isEqualTo(once.contentDigest());
		assertThat(read(mail("X: y").replace("smokes", "burns")).contentDigest()).isNotEqualTo(once.contentDigest());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Auto-Submitted: auto-replied                                            | AUTO_REPLY
			Auto-Submitted: auto-generated; owner-email=x@example.org               | AUTO_REPLY
			Auto-Submitted: no                                                      | PERSON
			X-Autoreply: yes                                                        | AUTO_REPLY
			Precedence: auto_reply                                                  | AUTO_REPLY
			Precedence: bulk                                                        | PERSON
			List-Id: <news.example.org>                                             | LIST
			Content-Type: multipart/report; report-type=delivery-status; boundary=x | BOUNCE
			X-Mailer: A person                                                      | PERSON
			""")
	void machinesAreTold(String header, Classification expected) throws Exception {
		var reading = read(mail(header));
		assertThat(reading.classification()).isEqualTo(expected);
		assertThat(reading.reasons()).isNotEmpty();
	}

	@Test
	void daemonWithoutAReturnPathIsABounce() throws Exception {
		assertThat(read("Return-Path: <>\nFrom: MAILER-DAEMON@example.org\n\nsorry").classification())
				.isEqualTo(Classification.BOUNCE);
	}

	@Test
	void ownMailIsALoop() throws Exception {
		assertThat(read("From: Support@frontdesk.test\n\nhello").classification()).isEqualTo(Classification.LOOP);
	}

	private Reading read(String mail) throws UnreadableMailException {
		return read(mail.getBytes(StandardCharsets.UTF_8));
	}

	private Reading read(byte[] mail) throws UnreadableMailException {
		return this.reader.read(new ByteArrayInputStream(mail), "support@frontdesk.test"::equalsIgnoreCase);
	}

	private String body(String type, String text, Charset charset) throws UnreadableMailException, IOException {
		var mail = new ByteArrayOutputStream();
		mail.write("From: dora@example.org\nContent-Transfer-Encoding: 8bit\nContent-Type: %s\n\n".formatted(type)
				.getBytes(StandardCharsets.US_ASCII));
		mail.write(text.getBytes(charset));
		return read(mail.toByteArray()).text();
	}

	private static String mail(String header) {
		return "From: dora@example.org\n%s\n\nIt smokes.\n".formatted(header);
	}

	private static String content(Reading.Attachment file) throws IOException {
		var out = new ByteArrayOutputStream();
		file.content().writeTo(out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
