package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

import static io.frontdesk.mail.reading.Letter.content;
import static io.frontdesk.mail.reading.Letter.mail;
import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenMailTests {

	@ParameterizedTest
	@ValueSource(strings = {"\n\n", "From someone@example.org Mon Nov 23 10:00:00 2026\n", "\uFEFF", "Mail content:\n",
			">From someone@example.org\n"})
	void whatStandsAboveTheHeadersIsPassedOver(String above) throws Exception {
		var reading = read(above + mail("Subject: Printer"));
		assertThat(reading.subject()).isEqualTo("Printer");
		assertThat(reading.text()).isEqualTo("It smokes.");
	}

	@Test
	void linesOfAnOldMacAreLines() throws Exception {
		assertThat(read(mail("Subject: Printer").replace('\n', '\r')).subject()).isEqualTo("Printer");
	}

	@Test
	void bodyBeginsWhereTheHeadersEnd() throws Exception {
		assertThat(read("From: dora@example.org\nSubject: Printer\nIt smokes.\nBadly.").text())
				.isEqualTo("It smokes.\nBadly.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Subject: The lift~stops at~every floor~Cc: x@example.org~From: dora@example.org | The lift stops at every floor
			subject: The lift~stops~from: dora@example.org                                  | The lift stops
			To: x@example.org,~support@frontdesk.test,~y@example.org~From: dora@example.org~Subject: Lift | Lift
			References: <a@example.org>~<b@example.org>~From: dora@example.org~Subject: Lift | Lift
			From: Dora~<dora@example.org>~Subject: Lift                                     | Lift
			Subject: =?utf-8?Q?The_li?=~=?utf-8?Q?ft?=~From: dora@example.org               | The lift
			From: dora@example.org~a stray line~Subject: Lift                               | Lift
			From: dora@example.org~a stray line~and another~Subject: Lift                   | Lift
			""")
	void headerThatGoesOnWithoutIndentationLosesNothing(String headers, String subject) throws Exception {
		var reading = read(headers.replace('~', '\n') + "\n\nIt smokes.\n");
		assertThat(reading.subject()).isEqualTo(subject);
		assertThat(reading.from().email()).isEqualTo("dora@example.org");
		assertThat(reading.from().lastName()).isEmpty();
		assertThat(reading.text()).isEqualTo("It smokes.");
	}

	@Test
	void recipientsOnLinesOfTheirOwnAreRecipients() throws Exception {
		assertThat(read("To: x@example.org,\nsupport@frontdesk.test\nFrom: dora@example.org\n\nhello").to())
				.containsExactly("x@example.org", "support@frontdesk.test");
	}

	@Test
	void headersOfAPartMayLoseTheirIndentationAsWell() throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: multipart/mixed;
				boundary=x

				--x
				It smokes.
				--x
				Content-Type: text/csv;
				name="a.csv"

				a,b
				--x--
				""");
		assertThat(reading.text()).isEqualTo("It smokes.");
		assertThat(reading.attachments()).extracting(Reading.Attachment::filename).containsExactly("a.csv");
	}

	@Test
	void bodyThatQuotesAHeaderIsNoHeader() throws Exception {
		var reading = read("From: dora@example.org\nSubject: Lift\nIt stops.\nHe said:\nFrom: nobody@example.org\n");
		assertThat(reading.from().email()).isEqualTo("dora@example.org");
		assertThat(reading.text()).isEqualTo("It stops.\nHe said:\nFrom: nobody@example.org");
	}

	@Test
	void unterminatedMultipartsGiveWhatTheyHave() throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: multipart/mixed; boundary=outer

				--outer
				Content-Type: multipart/alternative; boundary=inner

				--inner

				Plain.
				--outer
				Content-Type: text/csv; name=a.csv

				a,b
				""");
		assertThat(reading.text()).isEqualTo("Plain.");
		assertThat(reading.attachments()).singleElement()
				.satisfies(file -> assertThat(content(file).strip()).isEqualTo("a,b"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			base64            | SXQgc21va2VzLg==                 | It smokes.
			base64            | SXQg!c21v*a2VzLg== (end)         | It smokes.
			base64            | SXQgc21va2VzLg                   | It smokes.
			"BASE64"          | SXQgc21va2VzLg==                 | It smokes.
			quoted-printable  | It =73mokes=2E                   | It smokes.
			quoted-printable  | It smokes=zz. 100 =              | It smokes=zz. 100
			8bit/unknown      | It smokes.                       | It smokes.
			""")
	void transferEncodingIsUndoneAsFarAsItGoes(String encoding, String body, String text) throws Exception {
		assertThat(
				read("From: dora@example.org\nContent-Transfer-Encoding: %s\n\n%s\n".formatted(encoding, body)).text())
				.isEqualTo(text);
	}

	@Test
	void multipartEncodedAgainstTheRulesIsOpened() throws Exception {
		var parts = Base64.getMimeEncoder().encodeToString("--x\n\nIt smokes.\n--x--\n".getBytes());
		assertThat(read(
				"From: dora@example.org\nContent-Type: multipart/mixed; boundary=x\nContent-Transfer-Encoding: base64\n\n"
						+ parts)
				.text()).isEqualTo("It smokes.");
	}

	@Test
	void uuencodedFileIsAnAttachment() throws Exception {
		var reading = read("From: dora@example.org\n\nSee:\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye.\n");
		assertThat(reading.text()).isEqualTo("See:\nBye.");
		assertThat(reading.attachments()).singleElement().satisfies(file -> {
			assertThat(file.filename()).isEqualTo("cat.txt");
			assertThat(content(file)).isEqualTo("Cat");
		});
	}

	@Test
	void forwardedMailIsAFileNamedByItsSubject() throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: multipart/mixed; boundary=x

				--x

				See below.
				--x
				Content-Type: message/rfc822

				From: other@example.org
				Subject: =?utf-8?Q?Dr=C3=BCcker/Scanner?=

				Inner.
				--x--
				""");
		assertThat(reading.text()).isEqualTo("See below.");
		assertThat(reading.attachments()).singleElement().extracting(Reading.Attachment::filename)
				.isEqualTo("Drücker-Scanner.eml");
	}

	@Test
	void partsOfADigestAreMails() throws Exception {
		var reading = read("From: dora@example.org\nContent-Type: multipart/digest; boundary=x\n\n--x\n\n"
				+ "Subject: One\n\nText.\n--x\n\nSubject: Two\n\nText.\n--x--\n");
		assertThat(reading.attachments()).extracting(Reading.Attachment::filename).containsExactly("One.eml",
				"Two.eml");
	}

	@Test
	void invitationIsReadableAndKept() throws Exception {
		var reading = read("""
				From: dora@example.org
				Content-Type: text/calendar; method=REQUEST

				BEGIN:VCALENDAR
				METHOD:REQUEST
				BEGIN:VEVENT
				SUMMARY:Look at the printer\\, please
				DTSTART;TZID=Europe/Berlin:20261123T100000
				LOCATION:Room 1
				ORGANIZER;CN=Dora:mailto:dora@example.org
				END:VEVENT
				END:VCALENDAR
				""");
		assertThat(reading.text()).contains("What: Look at the printer, please", "From: 2026-11-23 10:00",
				"Where: Room 1",
				"Organised by: dora@example.org");
		assertThat(reading.attachments()).singleElement().extracting(Reading.Attachment::filename)
				.isEqualTo("attachment-1.ics");
	}

	@ParameterizedTest
	@ValueSource(strings = {"--x ", "--x"})
	void spaceAtTheEndOfABoundaryMayBeMeantOrLost(String line) throws Exception {
		var reading = read("From: dora@example.org\nContent-Type: multipart/mixed; boundary=\"x \"\n\n" + line
				+ "\n\nIt smokes.\n%s\nContent-Disposition: attachment\n\na\n%1$s--\n".formatted(line));
		assertThat(reading.text()).isEqualTo("It smokes.");
		assertThat(reading.attachments()).hasSize(1);
	}

	@Test
	void lineLikeABoundaryWithoutItsSpaceIsText() throws Exception {
		assertThat(read("From: dora@example.org\nContent-Type: multipart/mixed; boundary=\"x \"\n\n"
				+ "--x \n\nIt smokes.\n--x\nA lot.\n--x --\n").text()).isEqualTo("It smokes.\n--x\nA lot.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
			"application/pkcs7-mime; smime-type=AuthEnveloped-Data", "application/x-pkcs7-mime; name=smime.p7m",
			"application/octet-stream; name=SMIME.P7M"})
	void encryptedMailSaysSo(String type) throws Exception {
		var enveloped = der(0x30, new byte[]{0x06, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 7, 3},
				der(0xa0, der(0x30, der(0x02, new byte[]{0}))));
		var reading = read("From: dora@example.org\nContent-Type: %s\nContent-Transfer-Encoding: base64\n\n%s"
				.formatted(type, Base64.getMimeEncoder().encodeToString(enveloped)));
		assertThat(reading.visibleText()).isEqualTo(Sealed.ENCRYPTED);
		assertThat(reading.attachments()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"multipart/encrypted; protocol=\"application/pgp-encrypted\"", "multipart/mixed"})
	void mailEncryptedByPgpSaysSoOnce(String type) throws Exception {
		var reading = read(
				"From: dora@example.org\nContent-Type: %s; boundary=x\n\n".formatted(type)
						+ "--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\n"
						+ "Content-Type: application/octet-stream; name=encrypted.asc\n\n"
						+ "-----BEGIN PGP MESSAGE-----\n--x--\n");
		assertThat(reading.visibleText()).isEqualTo(Sealed.ENCRYPTED);
		assertThat(reading.attachments()).extracting(Reading.Attachment::filename).contains("encrypted.asc");
	}

	@ParameterizedTest
	@CsvSource({"text/plain,'\n'", "text/html,<br>"})
	void cipherWithinTheTextIsSaidToBeOne(String type, String lineEnd) throws Exception {
		var reading = read("From: dora@example.org\nContent-Type: %s\n\n".formatted(type)
				+ String.join(lineEnd, "Hello,", "-----BEGIN PGP MESSAGE-----", "", "hQEMA1",
						"-----END PGP MESSAGE-----"));
		assertThat(reading.visibleText()).startsWith(Sealed.ARMOURED).contains("Hello,", "hQEMA1");
	}

	@Test
	void cipherThatIsOnlyQuotedOrAttachedIsNoEncryptedMail() throws Exception {
		assertThat(read(mail("X: y") + "\n> -----BEGIN PGP MESSAGE-----\n").text()).startsWith("It smokes.");
		assertThat(read("From: dora@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nIt smokes.\n--x\n"
				+ "Content-Type: application/pgp-encrypted; name=a.pdf.pgp\n\n-----BEGIN PGP MESSAGE-----\n--x--\n")
				.text())
				.isEqualTo("It smokes.");
	}

	@Test
	void signedMailIsRead() throws Exception {
		var text = "Content-Type: text/plain\r\n\r\nIt smokes.".getBytes();
		var signed = der(0x30, der(0x06, new byte[]{1}),
				der(0xa0, der(0x30, der(0x02, new byte[]{1}), der(0x31),
						der(0x30, der(0x06, new byte[]{1}), der(0xa0, der(0x04, text))))));
		var reading = read(
				"From: dora@example.org\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
						+ "Content-Transfer-Encoding: base64\n\n" + Base64.getMimeEncoder().encodeToString(signed));
		assertThat(reading.text()).isEqualTo("It smokes.");
	}

	private static byte[] der(int tag, byte[]... contents) {
		var out = new ByteArrayOutputStream();
		for (var content : contents) {
			out.writeBytes(content);
		}
		var whole = new ByteArrayOutputStream();
		whole.write(tag);
		whole.write(out.size());
		whole.writeBytes(out.toByteArray());
		return whole.toByteArray();
	}

	@ParameterizedTest
	@ValueSource(strings = {"inline", "attachment"})
	void winmailIsUnpacked(String disposition) throws Exception {
		var reading = read("From: dora@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n"
				+ "Content-Disposition: %s\nContent-Transfer-Encoding: base64\n\n".formatted(disposition)
				+ Base64.getMimeEncoder().encodeToString(winmail().bytes()));
		assertThat(reading.text()).isEqualTo("It smokes.");
		assertThat(reading.attachments()).extracting(Reading.Attachment::filename)
				.containsExactly("winmail.dat", "cat.txt", "dog.txt");
		assertThat(content(reading.attachments().getLast())).isEqualTo("Dog");
	}

	@Test
	void textOfAMailWinsOverItsWinmail() throws Exception {
		var reading = read(
				"From: dora@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nIt burns.\n--x\n"
						+ "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
						+ Base64.getMimeEncoder().encodeToString(winmail().bytes()) + "\n--x--\n");
		assertThat(reading.text()).isEqualTo("It burns.");
		assertThat(reading.attachments()).hasSize(3);
	}

	@Test
	void winmailThatIsCutOffGivesWhatItHas() throws Exception {
		var whole = winmail().bytes();
		var reading = read(
				"From: dora@example.org\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
						+ Base64.getMimeEncoder().encodeToString(Arrays.copyOf(whole, whole.length - 30)));
		assertThat(reading.text()).isEqualTo("It smokes.");
		assertThat(reading.attachments()).hasSize(2);
	}

	@Test
	void winmailThatPromisesBillionsOfValuesEndsWhereItsBytesDo() throws Exception {
		var property = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putShort((short) 0x1003)
				.putShort((short) 0x3001).putInt(Integer.MAX_VALUE).array();
		var winmail = winmail().attribute(1, 0x69003, property).bytes();
		assertThat(
				read("From: dora@example.org\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
						+ Base64.getMimeEncoder().encodeToString(winmail)).text())
				.isEqualTo("It smokes.");
	}

	private static TnefWriter winmail() {
		return new TnefWriter().attribute(1, 0x69007, TnefWriter.number(1252))
				.attribute(1, 0x2800c, "It smokes.\0".getBytes())
				.attribute(2, 0x69002, new byte[14])
				.attribute(2, 0x18010, "cat.txt\0".getBytes())
				.attribute(2, 0x6800f, "Cat".getBytes())
				.attribute(2, 0x6800f, "Dog".getBytes())
				.attribute(2, 0x18010, "dog.txt\0".getBytes());
	}

	@ParameterizedTest
	@MethodSource("bombs")
	void mailThatMeansHarmIsRead(String mail) {
		assertThatNoException().isThrownBy(() -> read(mail));
	}

	static Stream<String> bombs() {
		return Stream.of("From: a@b.c\nContent-Type: text/html\n\n" + "<div>".repeat(50_000) + "x",
				"From: a@b.c\nSubject: " + "=?utf-8?Q?".repeat(20_000) + "\n\nx",
				"From: a@b.c, " + "\"<(".repeat(30_000) + "\n\nx",
				"From: a@b.c\n\n" + "On 1 a\n".repeat(60_000), "From: a@b.c\n\n" + "On a 1 ".repeat(60_000),
				"From: a@b.c\n\n" + ">".repeat(1_000_000), "From: a@b.c\n" + "X: y\n".repeat(100_000) + "\nhello",
				nested(300), "From: mailer-daemon@b.c\n\n" + "user ".repeat(30_000) + " unknown a@b.c".repeat(3_000));
	}

	private static String nested(int depth) {
		var mail = new StringBuilder("From: a@b.c\n");
		for (var i = 0; i < depth; i++) {
			mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
		}
		return mail.append("\nText.\n").toString();
	}

}
