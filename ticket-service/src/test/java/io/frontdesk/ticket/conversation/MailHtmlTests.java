package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailHtmlTests {

	private static final UUID ID = new UUID(0, 1);

	private static final ShownFile FILE = new ShownFile(ID, "photo.png");

	/** As mail-ingest's sanitiser writes it. */
	private static final String LOGO = "<p>Hi <img src=\"cid:logo&#64;example.org\" alt=\"Logo\" /></p>";

	private static final String REMOTE = "<img data-remote-src=\"https://pictures.example/p.gif?a&#61;1&amp;b\" />";

	@Test
	void imageOfTheMailIsItsAttachment() {
		assertThat(MailHtml.contentIds(LOGO)).containsExactly("logo@example.org");
		assertThat(show(LOGO, Map.of("logo@example.org", FILE), false))
				.contains("<img src=\"/api/v1/attachments/%s\" alt=\"Logo\">".formatted(ID));
	}

	@Test
	void contentIdMayBeEncodedAsAnAddress() {
		assertThat(MailHtml.contentIds("<img src=\"cid:a%25b%40c+d\" />")).containsExactly("a%b@c+d");
		assertThat(MailHtml.contentIds("<img src=\"cid:100%\" />")).containsExactly("100%");
	}

	@Test
	void imageThatIsNotThereIsOnlyItsName() {
		assertThat(show(LOGO, Map.of(), true)).contains("<p>Hi <span class=\"picture\" style=\"\">Logo</span></p>");
		assertThat(show("<img src=\"cid:a\" width=\"90\" height=\"30\" />", Map.of(), true))
				.contains("<span style=\"width: 90px;height: 30px;\" class=\"picture\"></span>");
	}

	@Test
	void remoteImageIsLoadedOnlyIfAskedFor() {
		assertThat(show(REMOTE, Map.of(), false)).contains("data-remote-src").doesNotContain(" src=");
		assertThat(show(REMOTE, Map.of(), true)).contains(" src=\"https://pictures.example/p.gif?a=1&amp;b\"")
				.doesNotContain("data-remote-src");
	}

	@ParameterizedTest
	@ValueSource(strings = {"width=\"1\" height=\"1\"", "height=\"0\"", "style=\"width: 2px; height:2px\""})
	void whatIsTooSmallToSeeIsNeverLoaded(String size) {
		var pixel = "<p>Hi<img data-remote-src=\"https://tracker.example/p.gif\" %s /></p>".formatted(size);
		assertThat(show(pixel, Map.of(), true)).contains("<p>Hi</p>").doesNotContain("tracker");
	}

	@Test
	void pageIsALightSheetWithoutQuirks() {
		assertThat(show("<p>Hi<br /></p>", Map.of(), false)).startsWith("<!doctype html>")
				.contains("color-scheme: light", "<body><p>Hi<br></p></body>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			width=600 height=1                           | aspect-ratio: 600 / 1; height: auto; min-width: 100px
			style="width:30px;height:10px"               | width:30px;height:10px;aspect-ratio: 30 / 10; height: auto; min-width: 30px
			style="width:6.25in;height:4.25in"           | width:6.25in;height:4.25in;aspect-ratio: 600 / 408; height: auto; min-width: 100px
			height=30                                    | height: auto; max-height: 30px
			style="height:1.5em;width:auto"              | height:1.5em;width:auto;height: auto; max-height: 21px
			height=30 width="50%"                        | ''
			width=600 height=400 style="height:auto"     | height:auto;min-width: 100px
			style="width:100%;max-width:30px"            | width:100%;max-width:30px;max-width: min(100%, 30px) !important
			""")
	void imageIsAsLargeAsItsSenderMeantIt(String attributes, String style) {
		var page = Jsoup.parse(show("<img src=\"cid:a\" %s />".formatted(attributes), Map.of("a", FILE), false));
		assertThat(page.select("img").attr("style")).isEqualTo(style);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<img src="cid:a">                                        | 1
			<img src="cid:a" width=600 height=400>                   | 1
			<img src="cid:a" height=30>                              | 0
			<a href="https://shop.example/"><img src="cid:a"></a>    | 0
			<img data-remote-src="https://pictures.example/a">       | 0
			""")
	void photoOpensInFull(String image, int links) {
		var page = Jsoup.parse(show(image, Map.of("a", FILE), true));
		assertThat(page.select("a[href=/api/v1/attachments/%s][target=_blank] > img[alt=photo.png]".formatted(ID)))
				.hasSize(links);
	}

	@Test
	void longAddressMayBreakAndALongWordMayNot() {
		var address = "https://shop.example/" + "a1".repeat(30);
		var page = Jsoup.parse(show("<td>See %s, or</td> <td>%s</td>".formatted(address, "Wort".repeat(20)), Map.of(),
				false));
		assertThat(page.select("wbr")).hasSize(3);
		assertThat(page.body().text()).isEqualTo("See %s, or %s".formatted(address, "Wort".repeat(20)));
	}

	@Test
	void linkLeavesTheFrameAndSaysWhereItLeads() {
		assertThat(show("<a href=\"https://shop.example/a\">here</a>", Map.of(), false))
				.contains("target=\"_blank\"", "rel=\"noopener noreferrer nofollow\"", "title=\"shop.example\"")
				.doesNotContain("\u26a0");
	}

	@ParameterizedTest
	@CsvSource({"https://bank.example/login, true", "www.bank.example, true", "shop.example/x, false",
			"HTTPS://WWW.SHOP.EXAMPLE, false", "our bank, false"})
	void linkThatSaysAnotherPlaceIsMarked(String words, boolean marked) {
		var page = show("<a href=\"https://shop.example/a\">%s</a>".formatted(words), Map.of(), false);
		assertThat(page.contains("\u26a0 shop.example")).isEqualTo(marked);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/auth/logout", "#top", "javascript:alert(1)", ""})
	void linkWithoutAPlaceElsewhereIsNone(String address) {
		assertThat(show("<a href=\"%s\">x</a>".formatted(address), Map.of(), false)).contains("<a>x</a>");
	}

	private static String show(String html, Map<String, ShownFile> files, boolean remoteImages) {
		return MailHtml.show(html, files, remoteImages, null);
	}

}
