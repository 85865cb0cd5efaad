package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTests {

	@ParameterizedTest
	@ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"<a href=\"javascript:alert(1)\">x</a>",
			"<iframe src=https://evil.test></iframe>", "<form action=https://evil.test><input name=a></form>",
			"<svg onload=alert(1)>", "<div style=\"background:url(https://evil.test)\">x</div>",
			"<style>@import 'https://evil.test'</style>",
			"<link rel=stylesheet href=https://evil.test>", "<base href=https://evil.test>",
			"<meta http-equiv=refresh content=0>",
			"<img src=\"data:text/html;base64,PHNjcmlwdD4=\">", "<div style=\"position:fixed;behavior:url(x)\">x</div>",
			"<object data=https://evil.test></object>", "<video src=https://evil.test></video>"})
	void nothingRunsOrLoads(String html) {
		assertThat(SafeHtml.of(html, 10_000)).doesNotContain("script", "onerror", "onload", "evil.test", "alert",
				"<form",
				"<input", "url(",
				"position", "behavior", "data:text");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<h1>a</h1>                                  | <h1>a</h1>
			<ul><li>a</li></ul>                         | <ul><li>a</li></ul>
			<blockquote>a</blockquote>                  | <blockquote>a</blockquote>
			<pre>a</pre>                                | <pre>a</pre>
			<font color="red">a</font>                  | <font color="red">a</font>
			<td colspan="2">a</td>                      | <table><tbody><tr><td colspan="2">a</td></tr></tbody></table>
			<img src="cid:a@b">                         | <img src="cid:a&#64;b" />
			<span style="background:yellow">a</span>    | <span style="background:yellow">a</span>
			<table bgcolor=D9E2F3></table>              | <table bgcolor="D9E2F3"></table>
			""")
	void whatMailNeedsStays(String html, String safe) {
		assertThat(SafeHtml.of(html, 10_000)).isEqualTo(safe);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<body bgcolor=111111 text="white">a</body>         | <div style="background-color:#111111;color:white;">a</div>
			<html><body style="background:black">a</html>      | <div style="background:black">a</div>
			<body dir="rtl">a</body>                           | <div dir="rtl">a</div>
			<body>a</body>                                     | a
			<body onload="alert(1)" background="x.png">a       | a
			<body style="background:url(https://evil.test)">a  | a
			""")
	void bodyLeavesItsColoursAndDirection(String html, String safe) {
		assertThat(SafeHtml.of(html, 10_000)).isEqualTo(safe);
	}

	@Test
	void twoBodiesAreTwoBlocks() {
		assertThat(SafeHtml.of("<html><body text=red>a</body></html>\n<html><body text=blue>b</body></html>", 10_000))
				.contains("<div style=\"color:red;\">a", "<div style=\"color:blue;\">b</div>");
	}

	@ParameterizedTest
	@ValueSource(strings = {"/api/v1/tickets", "tickets", "?q=x", "#top", "//evil.example", "\\\\evil.example",
			"https:evil.example",
			"http:/auth/logout", "https:\\\\evil.example", "cid:a@b", "javascript:alert(1)", "java\tscript:alert(1)",
			"data:text/html,x",
			"ftp://evil.example", "ht\ntps://evil.example", "", "auth/logout#https://evil.example"})
	void linkThatDoesNotSayWhereOnTheNetItLeadsIsNone(String link) {
		assertThat(SafeHtml.of("<a href=\"%s\">x</a>".formatted(link), 10_000)).isEqualTo("<a>x</a>");
	}

	@ParameterizedTest
	@ValueSource(strings = {"https://example.org/a?b=c", "HTTP://example.org", "mailto:dora", "tel:+49302270"})
	void linkElsewhereStays(String link) {
		var safe = SafeHtml.of("<a href=\"%s\">x</a>".formatted(link), 10_000);
		assertThat(Jsoup.parseBodyFragment(safe).select("a").attr("href")).isEqualTo(link);
	}

	@Test
	void remoteImageIsKeptButLoadsNothing() {
		assertThat(SafeHtml.of("<img src=\"https://example.org/a.png\" alt=\"Logo\">", 10_000))
				.isEqualTo("<img data-remote-src=\"https://example.org/a.png\" alt=\"Logo\" />");
		assertThat(SafeHtml.of("<img data-remote-src=\"javascript:alert(1)\">", 10_000)).doesNotContain("javascript");
	}

	@Test
	void pageThatIsTooLongIsCutAndSaysSo() {
		var safe = SafeHtml.of("<p>It smokes.</p><ul>" + "<li><b>a</b> &amp; b</li>".repeat(10_000) + "</ul>", 10_000);
		assertThat(safe).startsWith("<p>It smokes.</p><ul><li><b>a</b> &amp; b</li>").hasSizeLessThan(10_000)
				.endsWith("</ul><p>[The mail is longer; its source has all of it.]</p>");
		assertThat(SafeHtml.of("<div><i>" + "\ud83d\udd25".repeat(10_000), 10_000)).hasSizeLessThan(10_000)
				.endsWith("</i></div><p>[The mail is longer; its source has all of it.]</p>");
		assertThat(SafeHtml.of("<blockquote>".repeat(10_000) + "a".repeat(20_000), 10_000)).hasSizeLessThan(10_000)
				.endsWith("</blockquote><p>[The mail is longer; its source has all of it.]</p>");
	}

	@Test
	void pictureInTheHtmlItselfKeepsOutNothingThatFollowsIt() throws Exception {
		var reading = Letter.read("From: dora@example.org\nContent-Type: text/html\n\n<p>It smokes.</p>"
				+ "<img src=\"data:image/png;base64,%s\">".formatted("iVBORw0K\n".repeat(600_000))
				+ "<p>Come soon.</p>");
		assertThat(reading.text()).isEqualTo("It smokes.\n\nCome soon.");
		assertThat(reading.html()).contains("It smokes.", "Come soon.").doesNotContain("iVBOR");
	}

	@Test
	void textOfHtmlKeepsItsShape() {
		var text = HtmlText.of(HtmlText.parse("""
				<h1>Printer</h1><p>It<br>smokes.</p><ol><li>Open</li><li>Close</li></ol>
				<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
				<blockquote><p>Old</p></blockquote><a href="https://example.org/x">here</a><pre>1
				 2</pre>"""));
		assertThat(text).isEqualTo(
				"Printer\n\nIt\nsmokes.\n\n1. Open\n2. Close\n\na b\nc d\n\n> Old\n\nhere <https://example.org/x>\n1\n 2");
	}

}
