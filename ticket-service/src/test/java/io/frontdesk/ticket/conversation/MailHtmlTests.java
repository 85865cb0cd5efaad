package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailHtmlTests {

	private static final UUID FILE = new UUID(0, 1);

	/** As mail-ingest's sanitiser writes it. */
	private static final String LOGO = "<p>Hi <img src=\"cid:logo&#64;example.org\" alt=\"Logo\" /></p>";

	private static final String REMOTE = "<img data-remote-src=\"https://pictures.example/p.gif?a&#61;1&amp;b\" />";

	@Test
	void imageOfTheMailIsItsAttachment() {
		assertThat(MailHtml.contentIds(LOGO)).containsExactly("logo@example.org");
		assertThat(show(LOGO, Map.of("logo@example.org", FILE), false))
				.contains("<p>Hi <img src=\"/api/v1/attachments/%s\" alt=\"Logo\"></p>".formatted(FILE));
	}

	@Test
	void contentIdMayBeEncodedAsAnAddress() {
		assertThat(MailHtml.contentIds("<img src=\"cid:a%25b%40c+d\" />")).containsExactly("a%b@c+d");
		assertThat(MailHtml.contentIds("<img src=\"cid:100%\" />")).containsExactly("100%");
	}

	@Test
	void imageThatIsNotThereIsOnlyItsName() {
		assertThat(show(LOGO, Map.of(), true)).contains("<p>Hi <img alt=\"Logo\"></p>");
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

	@Test
	void imageKeepsTheProportionItsSenderGaveIt() {
		assertThat(show("<img src=\"cid:a\" width=\"600\" height=\"1\" />", Map.of("a", FILE), false))
				.contains("style=\"aspect-ratio: 600 / 1; height: auto\"");
		assertThat(show("<img src=\"cid:a\" style=\"width:30px;height:10px\" />", Map.of("a", FILE), false))
				.contains("style=\"width:30px;height:10px;aspect-ratio: 30 / 10; height: auto\"");
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

	private static String show(String html, Map<String, UUID> files, boolean remoteImages) {
		return MailHtml.show(html, files, remoteImages, null);
	}

}
