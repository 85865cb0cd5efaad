package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class MailHtmlTests {

	private static final UUID FILE = new UUID(0, 1);

	/** As mail-ingest's sanitiser writes it. */
	private static final String LOGO = "<p>Hi <img src=\"cid:logo&#64;example.org\" alt=\"Logo\" /></p>";

	private static final String PIXEL = "<img data-remote-src=\"https://tracker.example/p.gif?a&#61;1&amp;b\" />";

	@Test
	void imageOfTheMailIsItsAttachment() {
		assertThat(MailHtml.contentIds(LOGO)).containsExactly("logo@example.org");
		assertThat(MailHtml.show(LOGO, Map.of("logo@example.org", FILE), false))
				.isEqualTo("<p>Hi <img src=\"/api/v1/attachments/%s\" alt=\"Logo\"></p>".formatted(FILE));
	}

	@Test
	void contentIdMayBeEncodedAsAnAddress() {
		assertThat(MailHtml.contentIds("<img src=\"cid:a%25b%40c+d\" />")).containsExactly("a%b@c+d");
		assertThat(MailHtml.contentIds("<img src=\"cid:100%\" />")).containsExactly("100%");
	}

	@Test
	void imageThatIsNotThereIsOnlyItsName() {
		assertThat(MailHtml.show(LOGO, Map.of(), true)).isEqualTo("<p>Hi <img alt=\"Logo\"></p>");
	}

	@Test
	void remoteImageIsLoadedOnlyIfAskedFor() {
		assertThat(MailHtml.show(PIXEL, Map.of(), false)).doesNotContain(" src=");
		assertThat(MailHtml.show(PIXEL, Map.of(), true)).contains(" src=\"https://tracker.example/p.gif?a=1&amp;b\"");
	}

	@Test
	void htmlWithoutImagesStaysAsItIs() {
		assertThat(MailHtml.show("<p>Hi<br /></p>", Map.of(), true)).isEqualTo("<p>Hi<br /></p>");
	}

}
