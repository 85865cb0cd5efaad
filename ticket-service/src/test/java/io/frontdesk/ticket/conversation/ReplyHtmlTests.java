package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyHtmlTests {

	@ParameterizedTest
	@ValueSource(strings = {"/auth/logout", "//evil.example", "tickets", "#top", "https:evil.example", "cid:a",
			"javascript:alert(1)", "data:text/html,x", ""})
	void linkThatDoesNotSayWhereOnTheNetItLeadsIsNone(String link) {
		assertThat(ReplyHtml.sanitised("<p><a href=\"%s\">x</a></p>".formatted(link))).isEqualTo("<p>x</p>");
	}

	@ParameterizedTest
	@ValueSource(strings = {"https://example.org/a?b=c", "HTTP://example.org", "mailto:dora", "tel:+49302270"})
	void linkElsewhereStays(String link) {
		var safe = ReplyHtml.sanitised("<p><a href=\"%s\">x</a></p>".formatted(link));
		assertThat(Jsoup.parseBodyFragment(safe).select("a").attr("href")).isEqualTo(link);
	}

}
