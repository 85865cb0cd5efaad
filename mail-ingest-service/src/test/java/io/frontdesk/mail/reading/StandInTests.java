package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain part that only stands in for the HTML gives way to the HTML's text; any other is what is read. */
class StandInTests {

	private static final String HTML = "<p>The oven in flat 4 stays cold. Contract pearl-77.</p>";

	private static final String SAID = "The oven in flat 4 stays cold. Contract pearl-77.";

	@ParameterizedTest
	@ValueSource(strings = {" ", "\u200b \u034f \u00ad\u200c\ufeff\n\u2060", "\u00a0\n\u3164\u2800",
			"https://mail.example.net/view/7", "<https://mail.example.net/view/7>"})
	void standInGivesWayToWhatTheHtmlSays(String plain) throws Exception {
		var reading = alternative(plain, HTML);
		assertThat(reading.text()).isEqualTo(SAID);
		assertThat(reading.visibleText()).isEqualTo(SAID);
	}

	@ParameterizedTest
	@ValueSource(strings = {"This message needs a program that shows HTML. Yours does not.",
			"Your email client does not support this message.", "Diese Nachricht ist im HTML-Format.",
			"Ihr E-Mail-Programm kann diese Nachricht nicht anzeigen.",
			"Ce message est au format HTML.", "Su cliente de correo no puede mostrar este mensaje.",
			"Ваша почтовая программа не показывает HTML.", "このメールはHTML形式です。", "您的邮件客户端不支持此邮件。",
			"View this message in a browser: https://mail.example.net/view/7",
			"Nachricht online ansehen:\nhttps://mail.example.net/view/7",
			"Voir ce message en ligne : https://mail.example.net/view/7"})
	void noticeThatHtmlIsNeededIsFolded(String plain) throws Exception {
		var reading = alternative(plain, HTML);
		assertThat(reading.text()).isEqualTo(plain + "\n\n" + SAID);
		assertThat(reading.visibleText()).isEqualTo(SAID);
	}

	@Test
	void linkThatTheHtmlHasAmongMoreGivesWay() throws Exception {
		var reading = alternative("See it online https://mail.example.net/view/7",
				HTML + "<p><a href=\"https://mail.example.net/view/7\">See it online</a></p>");
		assertThat(reading.text()).contains(SAID, "https://mail.example.net/view/7");
	}

	@ParameterizedTest
	@CsvSource({"'Yes, do.', '<p>Yes, do.</p>'",
			"'https://shop.example.org/pot/9', '<a href=\"https://shop.example.org/pot/9\">https://shop.example.org/pot/9</a>'",
			"'The HTML of our page is broken in my browser.', '<p>The <b>HTML</b> of our page is broken in my browser.</p>'",
			"'Take this: https://shop.example.org/pot/9', '<p>Take this: <a href=\"https://shop.example.org/pot/9\">it</a></p>'",
			"'It smokes.', '<img src=\"cid:logo\">'", "'はい、お願いします。', '<p>はい、お願いします。</p>'",
			"'?', '<p>What is that?</p>'",
			"'It smokes,\nand it is\nloud.', '<p>It smokes, and it is loud.</p><p>Dora, Example Ltd, Harbour 9</p>'"})
	void whatSaysTheSameAsTheHtmlStays(String plain, String html) throws Exception {
		var reading = alternative(plain, html);
		assertThat(reading.text()).isEqualTo(plain);
		assertThat(reading.visibleText()).isEqualTo(plain);
		assertThat(reading.html()).isNotNull();
	}

	@Test
	void shortTextThatSaysSomethingElseIsReadBesideTheHtml() throws Exception {
		var reading = alternative("Mind the step.", HTML);
		assertThat(reading.text()).isEqualTo("Mind the step.\n\n" + SAID);
		assertThat(reading.visibleText()).isEqualTo(reading.text());
	}

	@Test
	void historyOfTheHtmlIsFoldedAlsoWhereItSpeaksForThePlainPart() throws Exception {
		var reading = alternative(" ",
				"<div>It smokes.</div><div class=gmail_quote>On Mon, 23 Nov 2026 at 10:00, S &lt;s@example.org&gt; wrote:<br><blockquote>Old.</blockquote></div>");
		assertThat(reading.visibleText()).isEqualTo("It smokes.");
		assertThat(reading.text()).contains("Old.");
	}

	private static Reading alternative(String plain, String html) throws UnreadableMailException, IOException {
		return read("""
				From: dora@example.org
				Subject: Re: Oven
				MIME-Version: 1.0
				Content-Type: multipart/alternative; boundary="x"

				--x
				Content-Type: text/plain; charset=utf-8
				Content-Transfer-Encoding: 8bit

				%s

				--x
				Content-Type: text/html; charset=utf-8
				Content-Transfer-Encoding: 8bit

				%s

				--x--
				""".formatted(plain, html));
	}

}
