package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class RenderingTests {

	private static MailTemplate template(String text) {
		return new MailTemplate(TemplateKey.REPLY, "en", "Re: {{subject}}", text, null, null);
	}

	@Test
	void textIsAsItWasWritten() {
		var mail = Rendering.render(template("<{{author}}> & {{body}}"), Map.of("subject", "A & B", "author", "Ann's",
				"body", "1 < 2 && \"3\""), null);
		assertThat(mail.subject()).isEqualTo("Re: A & B");
		assertThat(mail.text()).isEqualTo("<Ann's> & 1 < 2 && \"3\"");
	}

	@Test
	void nothingInTheHtmlIsMarkupThatWasText() {
		var mail = Rendering.render(template("<i>{{author}}</i>\n{{body}}"), Map.of("subject", "S", "author",
				"<script>alert(1)</script>", "body", "<img src=x onerror=alert(2)>\nSecond line"), null);
		assertThat(mail.html()).contains("&lt;i&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;/i&gt;",
				"&lt;img src=x onerror=alert(2)&gt;<br>\nSecond line").doesNotContain("<script", "<img", "<i>");
	}

	@Test
	void formattedBodyStaysFormattedInTheHtml() {
		var mail = Rendering.render(template("{{ body }}\n\n--\n{{author}}"),
				Map.of("subject", "S", "author", "Ann", "body", "plain $1 \\"), "<p>for<b>mat</b>ted $1 \\</p>");
		assertThat(mail.text()).isEqualTo("plain $1 \\\n\n--\nAnn");
		assertThat(mail.html()).contains("<p>for<b>mat</b>ted $1 \\</p></div>--<br>\nAnn").doesNotContain("plain");
	}

	@Test
	void noValueCanPassForTheBody() {
		var mail = Rendering.render(template("{{author}} {{body}}"),
				Map.of("subject", "S", "author", "A\uFFFCnn", "body", "text"), "<b>html</b>");
		assertThat(mail.html()).containsOnlyOnce("<b>html</b>").contains("Ann");
	}

	@Test
	void sectionsLeaveNoEmptyLines() {
		var mail = Rendering.render(new MailTemplate(TemplateKey.STATUS_CHANGED, "en", "S",
				"One.\n{{#closed}}\nTwo.\n{{/closed}}\nThree.", null, null), Map.of("closed", true), null);
		assertThat(mail.text()).isEqualTo("One.\nTwo.\nThree.");
		assertThat(mail.html()).contains("One.<br>\nTwo.<br>\nThree.");
	}

	@Test
	void subjectIsOneLine() {
		assertThat(Rendering.render(template("{{body}}"), Map.of("subject", "A\r\nBcc: x@example.org\u0007"), null)
				.subject()).isEqualTo("Re: A Bcc: x@example.org");
	}

}
