package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Mails that are made to be hard to read, each of any size. */
enum Shape {

	PLAIN_LINES(size -> plain("It smokes again, and nobody comes.\n".repeat(size / 35))),

	PLAIN_SHORT_LINES(size -> plain("a\n".repeat(size / 2))),

	PLAIN_ONE_LINE(size -> plain("smoke ".repeat(size / 6))),

	PLAIN_ONE_WORD(size -> plain("a.-_".repeat(size / 4))),

	PLAIN_BLANK_LINES(size -> plain("a" + " \n".repeat(size / 2) + "b")),

	PLAIN_SPACES(size -> plain("a" + " \t\u00a0".repeat(size / 4) + "b")),

	PLAIN_QUOTES_DEEP(size -> plain(">".repeat(size))),

	PLAIN_QUOTED_LINES(size -> plain("a\n\n" + "> b\n> > c\n".repeat(size / 10))),

	PLAIN_ANNOUNCEMENTS(size -> plain("On 1 a\n".repeat(size / 7))),

	PLAIN_OPEN_ANNOUNCEMENTS(size -> plain("On 1 <\n\n<a\n\n".repeat(size / 12))),

	PLAIN_ANNOUNCEMENT_LINES(size -> plain(("On 1 a " + "wrote ".repeat(60) + "\n").repeat(size / 368))),

	PLAIN_DATES(size -> plain(("2026-11-23 " + "1".repeat(300) + "10:00 <\n").repeat(size / 320))),

	PLAIN_HEADERS(size -> plain("a\n" + "From: a@b.c\nx\n".repeat(size / 14))),

	PLAIN_RULES(size -> plain("a\n-- \nb\n___\n".repeat(size / 11))),

	PLAIN_FENCES(size -> plain("```\na\n".repeat(size / 6))),

	PLAIN_ONE_FENCE(size -> plain("```\n" + "b\n".repeat(size / 2))),

	PLAIN_DEVICES(size -> plain("a\nSent from my phone\n".repeat(size / 21))),

	PLAIN_UUENCODED(size -> plain("begin 644 a\n#0V%T\n`\nend\n".repeat(size / 25))),

	PLAIN_UUENCODED_OPEN(size -> plain("begin 644 a\n".repeat(size / 12))),

	PLAIN_UUENCODED_NO_END(size -> plain("begin 644 a\n#0V%T\n" + "#begin 644 a\n".repeat(size / 13))),

	PLAIN_HIGH_BYTES(size -> plain("\u00e4\u00f6\u00fc".repeat(size / 6))),

	HTML_PARAGRAPHS(size -> html("<p>It smokes.</p>".repeat(size / 17))),

	HTML_BULLETS(size -> html("<ul>" + "<li>a".repeat(size / 5))),

	HTML_NUMBERED(size -> html("<ol>" + "<li>a".repeat(size / 5))),

	HTML_NESTED_LISTS(size -> html("<ul><li>a".repeat(size / 9))),

	HTML_NESTED_TIGHT(size -> html("<ul class=MsoList><li>".repeat(size / 22))),

	HTML_NESTED_TIGHT_BLOCKS(size -> html("<ul style='margin:0'><li><div>".repeat(size / 31) + "a")),

	HTML_NESTED_DIVS(size -> html("<div>".repeat(size / 5) + "x")),

	HTML_NESTED_QUOTES(size -> html("<blockquote>a".repeat(size / 13))),

	HTML_NESTED_TABLES(size -> html("<table><tr><td>a".repeat(size / 16))),

	HTML_CELLS(size -> html("<table><tr>" + "<td>a".repeat(size / 5))),

	HTML_CLOSED_TABLES(size -> html("<table><tr><td>a</table>".repeat(size / 24))),

	HTML_FOSTERED(size -> html("<table>" + "<b>a".repeat(size / 4))),

	HTML_NESTED_FONTS(size -> html(numbered("<font size=%d>a", size))),

	HTML_FONTS_AND_PARAGRAPHS(
			size -> html("<p>" + numbered("<font color=%d>", size / 2) + "<p>x</p>".repeat(size / 16))),

	HTML_MISNESTED(size -> html("<b><i><a href=x><p></b></i>".repeat(size / 27))),

	HTML_LINKS(size -> html("<a href=https://example.org/x>a</a>".repeat(size / 36))),

	HTML_LINKS_AROUND_TABLES(size -> html("<a href=https://example.org/x><table><td>".repeat(size / 41))),

	HTML_OPEN_LINK(size -> html("<a href=https://example.org/%s>".formatted("/".repeat(size)) + "a")),

	HTML_SIGNATURES(size -> html("<p class=gmail_signature>a".repeat(size / 26))),

	HTML_HISTORIES(size -> html("<div id=appendonsend>a</div>".repeat(size / 28))),

	HTML_LINED(size -> html("<div style='border-top: solid'>From: a@b.c</div>".repeat(size / 48))),

	HTML_LINED_NESTED(size -> html("<div style='border-top: solid'>".repeat(size / 31) + "From: a")),

	HTML_UNSEEN(size -> html("<b hidden>a</b>".repeat(size / 15))),

	HTML_ENTITIES(size -> html("&amp;&nbsp;&#65;&bogus".repeat(size / 22))),

	HTML_AMPERSANDS(size -> html("&".repeat(size))),

	HTML_BRACKETS(size -> html("<".repeat(size))),

	HTML_OPEN_TAG(size -> html("<a ".repeat(size / 3))),

	HTML_OPEN_COMMENTS(size -> html("<!--".repeat(size / 4))),

	HTML_OPEN_SCRIPTS(size -> html("<script>".repeat(size / 8))),

	HTML_OPEN_TITLES(size -> html("<title><textarea>".repeat(size / 17))),

	HTML_LONG_ATTRIBUTE(size -> html("<p style='%s'>a".formatted("margin : ".repeat(size / 9)))),

	HTML_MANY_ATTRIBUTES(size -> html("<p " + numbered("a%d=b ", size) + ">a")),

	HTML_STYLES(size -> html("<p style='%s'>a".formatted("color:red;".repeat(size / 10)))),

	HTML_NBSP(size -> html("a" + "&nbsp;".repeat(size / 6) + "b")),

	HTML_PRE(size -> html("<pre>" + "a\n".repeat(size / 2))),

	HTML_PRE_SPACES(size -> html("<pre>" + " ".repeat(size) + "b")),

	HTML_PRE_TAGS(size -> html("<pre>" + " <b>a</b>".repeat(size / 9))),

	HTML_EMPTY_QUOTES(size -> html("<blockquote><p>&nbsp;</blockquote>".repeat(size / 34))),

	HTML_SPACED_WORDS(size -> html("<b> </b>".repeat(size / 8) + "b")),

	HEADER_LONG(size -> header("Subject: " + "smoke ".repeat(size / 6))),

	HEADER_MANY(size -> header("X-Y: z\n".repeat(size / 7))),

	HEADER_FOLDED(size -> header("Subject: a\n" + " b\n".repeat(size / 3))),

	HEADER_BLANK_FOLDS(size -> header("Subject: a\n" + " \n".repeat(size / 2) + " b")),

	HEADER_STRAYS(size -> header("stray\nSubject: a\n".repeat(size / 17))),

	HEADER_SPACES(size -> header("a" + " ".repeat(size))),

	HEADER_SPACED_NAME(size -> header("a b ".repeat(size / 4))),

	HEADER_RECEIVED(size -> header("Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000\n".repeat(size / 55))),

	HEADER_TOS(size -> header("To: a@b.c, d@e.f\n".repeat(size / 17))),

	HEADER_TO(size -> header("To: " + "a@b.c, ".repeat(size / 7))),

	HEADER_TO_NAMED(size -> header("To: " + "\u00e4\u00e4\u00e4\u00e4\u00e4 <a@b.c>, ".repeat(size / 19))),

	HEADER_TO_DIFFERENT(size -> header("To: " + numbered("a%d@b.c, ", size))),

	HEADER_TO_COLONS(size -> header("To: " + "a".repeat(size / 2) + "@" + ":".repeat(size / 2))),

	HEADER_TO_QUOTES(size -> header("To: " + "\"".repeat(size) + "a <a@b.c>")),

	HEADER_TO_COMMENTS(size -> header("To: " + "(".repeat(size))),

	HEADER_TO_COMMENT(size -> header("To: (" + "a".repeat(size) + ") <a@b.c>")),

	HEADER_TO_COMMENT_PAIRS(size -> header("To: " + "(a)".repeat(size / 3) + " <a@b.c>")),

	HEADER_TO_BACKSLASHES(size -> header("To: (" + "\\(".repeat(size / 2) + ") <a@b.c>")),

	HEADER_TO_ENCODED(size -> header("To: " + "=?x?Q?=22".repeat(size / 9) + "?=")),

	HEADER_ENCODED_WORDS(size -> header("Subject: " + "=?utf-8?Q?a?= ".repeat(size / 14))),

	HEADER_ENCODED_OPEN(size -> header("Subject: " + "=?utf-8?Q?".repeat(size / 10))),

	HEADER_ENCODED_QUESTIONS(size -> header("Subject: =?utf-8?Q?" + "?=AB".repeat(size / 4))),

	HEADER_ENCODED_UNKNOWN(size -> header("Subject: " + "=?a?x?a".repeat(size / 7))),

	HEADER_ENCODED_CHARSETS(
			size -> header("Subject: " + "=?x?B?wMHCw8TFxscK?= =?y?B?wMHCw8TFxscK?= ".repeat(size / 44))),

	HEADER_REFERENCES(size -> header("References: " + numbered("<%d@a.b>\n ", size))),

	HEADER_REFERENCES_OPEN(size -> header("References: " + "<".repeat(size))),

	HEADER_REFERENCES_LONG(size -> header("References: " + ("<" + "a".repeat(1100)).repeat(size / 1100))),

	HEADER_REFERENCES_BARE(size -> header("References: " + "a".repeat(size))),

	HEADER_TYPE_PARAMETERS(size -> header("Content-Type: text/plain; " + numbered("a%d=b; ", size))),

	HEADER_TYPE_CONTINUED(size -> header("Content-Type: text/plain; " + numbered("name*%1$d=b; ", size))),

	HEADER_TYPE_CONTINUED_ENCODED(size -> header("Content-Type: text/plain; " + numbered("name*%1$d*=%%e4; ", size))),

	HEADER_TYPE_COMMENTS(size -> header("Content-Type: text/plain " + "(".repeat(size))),

	HEADER_TYPE_SPACES(size -> header("Content-Type: text/plain" + " ".repeat(size) + "x")),

	HEADER_TYPE_SEMICOLONS(size -> header("Content-Type: text/plain" + ";".repeat(size) + "x")),

	HEADER_TYPE_WORDS(size -> header("Content-Type: text/plain" + "; abcdefghijklm ".repeat(size / 16))),

	HEADER_FILE_NAME(
			size -> header("Content-Disposition: attachment; filename=\"%s\"".formatted("a.".repeat(size / 2)))),

	PARTS_EMPTY(size -> parts("--x\n\n".repeat(size / 5))),

	PARTS_TEXT(size -> parts("--x\n\na\n".repeat(size / 7))),

	PARTS_HTML(size -> parts("--x\nContent-Type: text/html\n\n<p>a\n".repeat(size / 34))),

	PARTS_FILES(size -> parts("--x\nContent-Disposition: attachment\n\na\n".repeat(size / 40))),

	PARTS_MAILS(size -> parts("--x\nContent-Type: message/rfc822\n\nSubject: a\n\na\n".repeat(size / 48))),

	PARTS_REPORTS(size -> parts(
			"--x\nContent-Type: message/delivery-status\n\nAction: failed\nFinal-Recipient: rfc822; a@b.c\n\n"
					.repeat(size / 91))),

	PARTS_LONG_TYPES(
			size -> parts(("--x\nContent-Type: text/plain; a=" + "b".repeat(3900) + "\n\na\n").repeat(size / 3940))),

	PARTS_BOUNDARY_LIKE(size -> parts("--x\n\na\n" + "--xa\n".repeat(size / 5))),

	PARTS_DASHES(size -> parts("--x\n\na\n" + "-".repeat(size))),

	PARTS_ALMOST(size -> multipart("-".repeat(60),
			"--" + "-".repeat(60) + "\n\na\n" + ("-".repeat(61) + "\n").repeat(size / 62))),

	PARTS_LONG_BOUNDARY(size -> multipart("b".repeat(size / 2), "--" + "b".repeat(size / 2) + "\n\na\n")),

	PARTS_LONG_BOUNDARIES(size -> multipart("b".repeat(900), ("--" + "b".repeat(900) + "\n\na\n").repeat(size / 906))),

	PARTS_NESTED(Shape::nested),

	PARTS_NESTED_MAILS(size -> ascii("From: a@b.c\n" + "Content-Type: message/rfc822\n\n".repeat(size / 31) + "\na")),

	PARTS_OPEN(size -> parts("--x\nContent-Type: multipart/mixed; boundary=y\n\n".repeat(size / 48))),

	ENCODED_BASE64(size -> encoded("base64", Base64.getMimeEncoder()
			.encodeToString("It smokes. ".repeat(size / 15).getBytes(StandardCharsets.US_ASCII)))),

	ENCODED_BASE64_PADDED(size -> encoded("base64", "=".repeat(size))),

	ENCODED_QUOTED(size -> encoded("quoted-printable", "=E4=\n".repeat(size / 5))),

	ENCODED_QUOTED_SPACES(size -> encoded("quoted-printable", " ".repeat(size) + "a")),

	ENCODED_QUOTED_EQUALS(size -> encoded("quoted-printable", "= ".repeat(size / 2) + "a")),

	ENCODED_UU(size -> encoded("x-uuencode", "begin 644 a\n" + "#0V%T\n".repeat(size / 6) + "end\n")),

	ENCODED_UTF7(size -> charset("utf-7", "+AGE-".repeat(size / 5))),

	ENCODED_UTF7_LONG(size -> charset("utf-7", "+" + "AGEA".repeat(size / 4))),

	ENCODED_JAPANESE(size -> charset("iso-2022-jp", "\u001b$B$\"\u001b(B".repeat(size / 8))),

	BOUNCE_PROSE(size -> bounce("user ".repeat(size / 5) + " unknown a@b.c")),

	BOUNCE_ADDRESSES(size -> bounce("delivery failed\n" + numbered("<a%d@b.c>: 5.1.1 user unknown\n", size))),

	BOUNCE_RECIPIENTS(
			size -> report(numbered("Final-Recipient: rfc822; a%d@b.c\nAction: failed\nStatus: 5.1.1\n\n", size))),

	BOUNCE_FIELDS(size -> report("Final-Recipient: a@b.c\n" + "a: b\n".repeat(size / 5))),

	BOUNCE_FOLDED(size -> report("Final-Recipient: a@b.c\n" + " b\n".repeat(size / 3))),

	BOUNCE_BLANKS(size -> report("Final-Recipient: a@b.c\n" + "\n  ".repeat(size / 3))),

	BOUNCE_DIAGNOSTIC(size -> report("Final-Recipient: a@b.c\nDiagnostic-Code: " + "user ".repeat(size / 5))),

	BOUNCE_STATUS(size -> report("Final-Recipient: a@b.c\nStatus: " + "5.1.1 ".repeat(size / 6))),

	CALENDAR_LINES(size -> typed("text/calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "SUMMARY:a\n".repeat(size / 10))),

	CALENDAR_FOLDED(
			size -> typed("text/calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\n" + " b\n".repeat(size / 3))),

	CALENDAR_EVENTS(size -> typed("text/calendar",
			"BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\n".repeat(size / 34))),

	CALENDAR_NESTED(size -> typed("text/calendar", "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(size / 13))),

	CALENDAR_SEMICOLONS(size -> typed("text/calendar",
			"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY" + ";A=b".repeat(size / 4) + ":a\n")),

	CALENDAR_ESCAPES(
			size -> typed("text/calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:" + "\\n\\,".repeat(size / 4))),

	CALENDAR_ZONES(size -> typed("text/calendar",
			"BEGIN:VCALENDAR\n"
					+ "BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:00010101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
							.repeat(size / 146)
					+ "BEGIN:VEVENT\nDTSTART;TZID=x:20261201T080000\n")),

	CALENDAR_RULES(size -> typed("text/calendar",
			"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201T080000\n" + "RRULE:FREQ=SECONDLY\n".repeat(size / 20))),

	CALENDAR_QUOTES(size -> typed("text/calendar",
			"BEGIN:VCALENDAR\nBEGIN:VEVENT\nLOCATION;A=" + "\"".repeat(size) + ":a\n")),

	TNEF_ATTRIBUTES(size -> winmail(size, 25,
			winmail -> winmail.attribute(2, 0x18010, "a".getBytes(StandardCharsets.US_ASCII)))),

	TNEF_FILES(size -> winmail(size, 40,
			winmail -> winmail.attribute(2, 0x69002, new byte[14]).attribute(2, 0x6800f, new byte[1]))),

	TNEF_RTF_GROUPS(size -> rtf("{".repeat(size))),

	TNEF_RTF_WORDS(size -> rtf("{\\rtf1 " + "\\b\\par ".repeat(size / 7))),

	TNEF_RTF_OCTETS(size -> rtf("{\\rtf1 " + "\\'e4}".repeat(size / 5))),

	TNEF_RTF_UNICODE(size -> rtf("{\\rtf1 " + "\\u228?\\'e4".repeat(size / 10))),

	SIGNED_NESTED(size -> encodedAs("application/pkcs7-mime; smime-type=signed-data",
			repeated(new byte[]{0x30, (byte) 0x80}, size))),

	SIGNED_PIECES(size -> encodedAs("application/pkcs7-mime; smime-type=signed-data", pieces(size)));

	private final IntFunction<byte[]> mail;

	Shape(IntFunction<byte[]> mail) {
		this.mail = mail;
	}

	/** A mail of about this many bytes. */
	byte[] mail(int size) {
		return this.mail.apply(size);
	}

	private static byte[] plain(String text) {
		return charset("utf-8", text);
	}

	private static byte[] html(String html) {
		return typed("text/html; charset=utf-8", html);
	}

	private static byte[] charset(String charset, String text) {
		return typed("text/plain; charset=" + charset, text);
	}

	private static byte[] typed(String type, String text) {
		return utf8("From: a@b.c\nSubject: a\nContent-Type: %s\n\n".formatted(type) + text);
	}

	private static byte[] encoded(String encoding, String text) {
		return utf8("From: a@b.c\nContent-Type: text/plain\nContent-Transfer-Encoding: %s\n\n".formatted(encoding)
				+ text);
	}

	private static byte[] encodedAs(String type, byte[] content) {
		return utf8("From: a@b.c\nContent-Type: %s\nContent-Transfer-Encoding: base64\n\n".formatted(type)
				+ Base64.getMimeEncoder().encodeToString(content));
	}

	private static byte[] header(String lines) {
		return utf8("From: d@e.f\n" + lines + "\n\nIt smokes.\n");
	}

	private static byte[] parts(String parts) {
		return multipart("x", parts);
	}

	private static byte[] multipart(String boundary, String parts) {
		return utf8("From: a@b.c\nContent-Type: multipart/mixed; boundary=\"%s\"\n\n".formatted(boundary) + parts);
	}

	private static byte[] nested(int size) {
		var mail = new StringBuilder("From: a@b.c\n");
		for (var i = 0; mail.length() < size; i++) {
			mail.append("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(i));
		}
		return utf8(mail.append("\nText.\n").toString());
	}

	private static byte[] bounce(String text) {
		return utf8("From: mailer-daemon@b.c\nSubject: Undeliverable\n\n" + text);
	}

	private static byte[] report(String status) {
		return utf8(
				"From: mailer-daemon@b.c\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n"
						+ "--x\n\nSorry.\n--x\nContent-Type: message/delivery-status\n\n" + status + "\n--x--\n");
	}

	private static byte[] winmail(int size, int length, UnaryOperator<TnefWriter> attribute) {
		var winmail = new TnefWriter();
		for (var i = 0; i < size / length; i++) {
			winmail = attribute.apply(winmail);
		}
		return encodedAs("application/ms-tnef", winmail.bytes());
	}

	/** In a property of its own, not compressed. */
	private static byte[] rtf(String rtf) {
		var bytes = rtf.getBytes(StandardCharsets.US_ASCII);
		var value = ByteBuffer.allocate(bytes.length + 16 + 20).order(ByteOrder.LITTLE_ENDIAN)
				.putInt(1).putShort((short) 0x102).putShort((short) 0x1009).putInt(1).putInt(bytes.length + 16)
				.putInt(bytes.length + 12).putInt(bytes.length).putInt(0x414c454d).putInt(0).put(bytes).array();
		return encodedAs("application/ms-tnef", new TnefWriter().attribute(1, 0x69003, value).bytes());
	}

	private static byte[] pieces(int size) {
		var content = new ByteArrayOutputStream();
		for (var i = 0; i < 4; i++) {
			content.writeBytes(new byte[]{0x30, (byte) 0x80});
		}
		content.writeBytes(repeated(new byte[]{0x24, (byte) 0x80, 0x04, 0x01, 'a', 0, 0}, size));
		return content.toByteArray();
	}

	private static byte[] repeated(byte[] bytes, int size) {
		var out = new ByteArrayOutputStream();
		for (var i = 0; i < size / bytes.length; i++) {
			out.writeBytes(bytes);
		}
		return out.toByteArray();
	}

	private static String numbered(String format, int size) {
		var text = new StringBuilder();
		for (var i = 0; text.length() < size; i++) {
			text.append(format.formatted(i));
		}
		return text.toString();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
