package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.mail;
import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			=?UTF-8?Q?Dr=C3=BCcker?= =?UTF-8?Q?_brennt?=     | Drücker brennt
			=?UTF-8?Q?Dr=C3?= =?UTF-8?Q?=BCcker?=            | Drücker
			=?utf-8?B?RHLD?= =?utf-8?B?vGNrZXI=?=            | Drücker
			"=?utf-8?Q?Dr=C3=BCcker?="                       | "Drücker"
			Re:=?utf-8?Q?Dr=C3=BCcker?=brennt                | Re:Drückerbrennt
			=?utf-8?Q?Dr=C3=BCcker brennt?=                  | Drücker brennt
			=?no-such-thing?Q?Dr=C3=BCcker?=                 | Drücker
			=?iso-8859-1*de?Q?Dr=FCcker?=                    | Drücker
			=?utf-8?Q?Dr=C3=BCcker                           | Drücker
			Drücker brennt                                   | Drücker brennt
			1 =? 2                                           | 1 =? 2
			""")
	void subjectIsDecodedHoweverItIsEncoded(String sent, String expected) throws Exception {
		assertThat(read(mail("Subject: " + sent)).subject()).isEqualTo(expected);
	}

	@Test
	void rawBytesAreDecoded() throws Exception {
		assertThat(read(mail("Subject: Drücker").getBytes(StandardCharsets.ISO_8859_1)).subject()).isEqualTo("Drücker");
	}

	@ParameterizedTest
	@CsvSource({"Shift_JIS, 佐藤, 表示が能わない", "GB2312, 李娜, 键盘坏了", "Big5, 許功蓋, 門打不開", "EUC-KR, 김민수, 문이 안 열려요",
			"windows-1253, Ελένη, Δεν ανοίγει", "ISO-8859-2, Łukasz, Zepsuta żarówka"})
	void rawHeadersAreInTheCharsetThatTheMailNames(String charset, String name, String subject) throws Exception {
		var mail = ("From: %s <dora@example.org>\nSubject: %s\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
				+ "Content-Type: text/plain; charset=%s\n\n%s\n--x\nContent-Type: application/pdf; name=\"%s.pdf\"\n\n"
				+ "pdf\n--x--\n").formatted(name, subject, charset, subject, name);
		var reading = read(mail.getBytes(Charset.forName(charset)));
		assertThat(reading.from().firstName()).isEqualTo(name.split(" ")[0]);
		assertThat(reading.subject()).isEqualTo(subject);
		assertThat(reading.attachments()).singleElement().extracting(Reading.Attachment::filename)
				.isEqualTo(name + ".pdf");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Dora Example <dora@example.org>                      | dora@example.org   | Dora Example
			"Example, Dora" <dora@example.org>                   | dora@example.org   | Dora Example
			"Example, Inc." <dora@example.org>                   | dora@example.org   | Example, Inc.
			"Example, Dora, Sales" <dora@example.org>            | dora@example.org   | Example, Dora, Sales
			Dora Example> <<dora@example.org>>                   | dora@example.org   | Dora Example
			Dora Example <[dora@example.org]>                    | dora@example.org   | Dora Example
			Dora Example <dora@example.org>,>                    | dora@example.org   | Dora Example
			Dora Example <dora@example.org;>                     | dora@example.org   | Dora Example
			Dora <"dora ex ample"@example.org>                   | "dora ex ample"@example.org | Dora
			Dora <"Dora\\"Ex"@example.org>                       | "dora\\"ex"@example.org | Dora
			Dora <"dora.example"@example.org>                    | dora.example@example.org | Dora
			"dora ex ample"@example.org                          | "dora ex ample"@example.org | ''
			Dora <dora@bücher.example.org>                       | dora@xn--bcher-kva.example.org | Dora
			Example, Dora <dora@example.org>                     | dora@example.org   | Dora
			dora@example.org (Dora Example)                      | dora@example.org   | Dora Example
			=?utf-8?Q?Dora_=3Cdora=40example.org=3E?=            | dora@example.org   | Dora
			"Dora <dora@example.org>                             | dora@example.org   | Dora
			Team: Dora <dora@example.org>, x@example.org;        | dora@example.org   | Dora
			<@relay.example.org:dora@example.org>                | dora@example.org   | ''
			mailto:dora@example.org                              | dora@example.org   | ''
			"'dora@example.org'" <dora@example.org>              | dora@example.org   | dora@example.org
			""")
	void senderIsFoundHoweverItIsWritten(String header, String address, String name) throws Exception {
		var from = read("From: %s\n\nhello".formatted(header)).from();
		assertThat(from.email()).isEqualTo(address);
		assertThat((from.firstName() + " " + from.lastName()).strip()).isEqualTo(name);
	}

	@Test
	void firstOfManySendersCounts() throws Exception {
		assertThat(read("From: \nFrom: dora@example.org\nFrom: other@example.org\n\nhello").from().email())
				.isEqualTo("dora@example.org");
		assertThat(read("Sender: dora@example.org\n\nhello").from().email()).isEqualTo("dora@example.org");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			attachment; filename*=utf-8''Dr%C3%BCcker.csv                              | Drücker.csv
			attachment; filename*0*=utf-8''Dr%C3; filename*1*=%BCcker; filename*2=.csv | Drücker.csv
			attachment; filename="old.csv"; filename*=utf-8''new.csv                   | new.csv
			attachment; filename="=?utf-8?Q?Dr=C3=BCcker.csv?="                        | Drücker.csv
			attachment; filename=two words.csv                                         | two words.csv
			attachment filename="a.csv"                                                | a.csv
			attachment; filename="a;b.csv"                                             | a;b.csv
			attachment; filename="never closed.csv                                     | never closed.csv
			attachment; filename==?utf-8?Q?Dr=C3=BCcker.csv?=                          | Drücker.csv
			attachment; filename="C:\\docs\\a.csv"                                     | a.csv
			""")
	void fileNameIsFoundHoweverItIsWritten(String disposition, String name) throws Exception {
		var reading = read("From: dora@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nText.\n--x\n"
				+ "Content-Type: text/csv\nContent-Disposition: %s\n\na,b\n--x--\n".formatted(disposition));
		assertThat(reading.attachments()).singleElement().extracting(Reading.Attachment::filename).isEqualTo(name);
	}

	@Test
	void messageIdsAreFoundWithoutBracketsAndAcrossLines() throws Exception {
		var reading = read(mail("In-Reply-To: a@example.org\nReferences: <b@example.org>\n\t<c@example.org>"));
		assertThat(reading.inReplyTo()).isEqualTo("<a@example.org>");
		assertThat(reading.references()).containsExactly("<b@example.org>", "<c@example.org>");
	}

}
