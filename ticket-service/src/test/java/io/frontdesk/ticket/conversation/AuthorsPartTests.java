package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsPartTests {

	private static final String ANSWER = "<div>It is the <b>red</b> one.<br></div><div>Bye</div>";

	private static final String QUOTE = "<div>On Monday Alice wrote:<blockquote>Which one?</blockquote></div>";

	@Test
	void whatIsQuotedBelowIsCut() {
		assertThat(kept(ANSWER + QUOTE, "It is the red one.\nBye")).isEqualTo(ANSWER + "<div></div>");
	}

	@Test
	void picturesOfTheAuthorStay() {
		assertThat(kept("<p>See<img src=\"a\"></p>" + QUOTE, "See")).contains("<img src=\"a\">")
				.doesNotContain("Which");
	}

	@Test
	void textMayHaveNumbersOfItemsAndAddressesOfLinks() {
		assertThat(kept("<ol><li>Switch it off</li><li><a>Read this</a></li></ol><p>Thank you all</p>" + QUOTE,
				"1. Switch it off\n2. Read this (https://example.org/a)\nThank you all"))
				.contains("Thank you all").doesNotContain("Which");
	}

	@Test
	void answersBetweenWhatTheyAnswerStayWhole() {
		var html = "<blockquote>Which one?</blockquote><p>The red one.</p><blockquote>Since when?</blockquote><p>Ever.</p>";
		assertThat(kept(html, "The red one.\n\nEver.")).isEqualTo(html);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "...", "Something else altogether",
			"It is the red one. Bye and more that is not there"})
	void nothingIsCutWhereTheTwoDisagree(String text) {
		assertThat(kept(ANSWER + QUOTE, text)).isEqualTo(ANSWER + QUOTE);
	}

	@Test
	void sentenceIsNeverCutInItsMiddle() {
		var html = "<p>Yes. On Monday Alice wrote: Which one?</p>";
		assertThat(kept(html, "Yes.")).isEqualTo(html);
	}

	private static String kept(String html, String authors) {
		var page = Jsoup.parseBodyFragment(html);
		page.outputSettings().prettyPrint(false);
		var before = page.body().html();
		var folded = AuthorsPart.keep(page.body(), authors);
		assertThat(folded).isEqualTo(!page.body().html().equals(before));
		return page.body().html();
	}

}
