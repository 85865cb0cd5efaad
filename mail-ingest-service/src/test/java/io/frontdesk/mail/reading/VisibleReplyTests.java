package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleReplyTests {

	@ParameterizedTest
	@ValueSource(strings = {"On Mon, Nov 23, 2026 at 10:00 AM, Support <support@frontdesk.test> wrote:",
			"On Mon, Nov 23, 2026 at 10:00 AM, Support\n<support@frontdesk.test>\nwrote:",
			"Am 23.11.2026 um 10:00 schrieb Support:",
			"Support <support@frontdesk.test> schrieb am Mo., 23. Nov. 2026, 10:00:",
			"Le lun. 23 nov. 2026 à 10:00, Support <support@frontdesk.test> a écrit :",
			"El lun, 23 nov 2026 a las 10:00, Support (<support@frontdesk.test>) escribió:",
			"Il giorno lun 23 nov 2026 alle ore 10:00 Support <support@frontdesk.test> ha scritto:",
			"Op ma 23 nov 2026 om 10:00 schreef Support <support@frontdesk.test>:",
			"Em seg., 23 de nov. de 2026 às 10:00, Support <support@frontdesk.test> escreveu:",
			"Dnia 23 listopada 2026 10:00 Support <support@frontdesk.test> napisał(a):",
			"Den mån 23 nov. 2026 kl 10:00 skrev Support <support@frontdesk.test>:",
			"23 нояб. 2026 г. 10:00 пользователь Support <support@frontdesk.test> написал:",
			"пн, 23 нояб. 2026 г. в 10:00, Support <support@frontdesk.test>:",
			"пн, 23 лист. 2026 р. о 10:00 Support <support@frontdesk.test> пише:",
			"Support <support@frontdesk.test> 于2026年11月23日周一 10:00写道：",
			"2026年11月23日(月) 10:00 Support <support@frontdesk.test>:",
			"2026-11-23 10:00 GMT+01:00 Support <support@frontdesk.test>:", "-----Original Message-----",
			"-----Ursprüngliche Nachricht-----", "---- On Mon, 23 Nov 2026 10:00:00 +0100 Support wrote ----",
			"From: Support <support@frontdesk.test>\nSent: Monday, 23 November 2026 10:00\nTo: Dora\nSubject: Printer",
			"*Von:* Support\n*Gesendet:* Montag, 23. November 2026 10:00\n*An:* Dora\n*Betreff:* Drucker",
			"________________________________\nDe : Support\nEnvoyé : lundi 23 novembre 2026\nÀ : Dora\nObjet : Imprimante"})
	void historyIsCutOff(String announcement) {
		assertThat(VisibleReply.of("It still smokes.\n\n%s\n\n> Does it smoke?\n> Regards".formatted(announcement)))
				.isEqualTo("It still smokes.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"-- \nDora\nExample Ltd", "Sent from my iPhone", "Von meinem iPhone gesendet",
			"Envoyé de mon iPhone",
			"Get Outlook for Android", "Отправлено с iPhone", "发自我的iPhone", "iPhoneから送信",
			"________\nExample Ltd\nwww.example.org"})
	void signatureIsCutOff(String signature) {
		assertThat(VisibleReply.of("It still smokes.\n\n" + signature)).isEqualTo("It still smokes.");
	}

	@Test
	void announcementWithoutADateStandsRightAboveItsQuotation() {
		assertThat(VisibleReply.of("It still smokes.\n\nDora a écrit :\n> Old")).isEqualTo("It still smokes.");
	}

	@Test
	void answersBetweenQuotedLinesKeepWhatTheyAnswer() {
		var mail = "Hi,\n\nOn 23 Nov 2026, Support wrote:\n> Does it smoke?\n\nYes.\n\n> Badly?\n\nVery.";
		assertThat(VisibleReply.of(mail)).contains("> Does it smoke?", "Yes.", "> Badly?", "Very.");
	}

	@Test
	void answerBelowAQuotationIsTheReply() {
		assertThat(VisibleReply.of("On 23 Nov 2026, Support wrote:\n> Does it smoke?\n\nYes.")).isEqualTo("Yes.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"> Nothing but a quotation", "-- \nDora",
			"On 23 Nov 2026 10:00, Support <s@example.org> wrote:",
			"Sent from my iPhone", "On Monday the printer began to smoke.\nOn Tuesday it burned.",
			"Error log:\n----------\nline 1\n----------\nline 2\n" + "more\n" + "more\n" + "more\n" + "more\n"
					+ "more\n" + "more\n"
					+ "more\n" + "more\n" + "more\n" + "more\n" + "more\n" + "more\n" + "more\n" + "more\n" + "more",
			"Sent from my desk, which is a mess", "He wrote:\n\nbring a bucket", "To: do\nand then: nothing",
			"```\n-- \n> code\n```\nEnd."})
	void whatIsTheAuthorsOwnStays(String text) {
		assertThat(VisibleReply.of(text)).isEqualTo(text.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<div>It smokes.</div><div class=gmail_quote>On Mon, Nov 23, 2026, S &lt;s@example.org&gt; wrote:<br><blockquote class=gmail_quote>Old.</blockquote></div>",
			"<p>It smokes.</p><div class=moz-cite-prefix>Am 23.11.26 um 10:00 schrieb S:</div><blockquote type=cite>Old.</blockquote>",
			"<div>It smokes.</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> S</div><div>Old.</div>",
			"<p class=MsoNormal>It smokes.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p><b>Von:</b> S<br><b>Gesendet:</b> heute</p></div><p>Old.</p>",
			"<div>It smokes.</div><div class=yahoo_quoted>Old.</div>",
			"<div>It smokes.</div><div class=gmail_signature>Dora</div>",
			"<div>It smokes.</div><div class=protonmail_quote>Old.</div>"})
	void historyInHtmlIsCutOff(String html) throws Exception {
		var reading = read("From: dora@example.org\nContent-Type: text/html\n\n" + html);
		assertThat(reading.visibleText()).isEqualTo("It smokes.");
		assertThat(reading.text()).contains("It smokes.");
	}

}
