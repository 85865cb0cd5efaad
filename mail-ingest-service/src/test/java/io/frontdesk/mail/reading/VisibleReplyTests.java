package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an answer is its author's, and what is folded below it. */
class VisibleReplyTests {

	@ParameterizedTest
	@ValueSource(strings = {"On Mon, Nov 23, 2026 at 10:00 AM, Support <support@frontdesk.test> wrote:",
			"On Mon, Nov 23, 2026 at 10:00 AM, Support\n<support@frontdesk.test>\nwrote:",
			"On Mon, Nov 23, 2026 at 10:00 AM The People of the Second Floor and Others <\nsupport@frontdesk.test> wrote:",
			"Am 23.11.2026 um 10:00 schrieb Support:",
			"Support <support@frontdesk.test> schrieb am Mo., 23. Nov. 2026, 10:00:",
			"Le lun. 23 nov. 2026 à 10:00, Support <support@frontdesk.test> a écrit :",
			"El lun, 23 nov 2026 a las 10:00, Support (<support@frontdesk.test>) escribió:",
			"Il giorno lun 23 nov 2026 alle ore 10:00 Support <support@frontdesk.test> ha scritto:",
			"Op ma 23 nov 2026 om 10:00 schreef Support <support@frontdesk.test>:",
			"Em seg., 23 de nov. de 2026 às 10:00, Support <support@frontdesk.test> escreveu:",
			"Dnia 23 listopada 2026 10:00 Support <support@frontdesk.test> napisał(a):",
			"Wiadomość napisana przez Support <support@frontdesk.test> w dniu 23.11.2026, o godz. 10:00:",
			"Den mån 23 nov. 2026 kl 10:00 skrev Support <support@frontdesk.test>:",
			"23.11.2026 10.00, Support kirjoitti:",
			"Dne 23. 11. 2026 v 10:00 Support napsal(a):",
			"Support <support@frontdesk.test> ezt írta (időpont: 2026. nov. 23., H, 10:00):",
			"Support <support@frontdesk.test> şunları yazdı (23 Kas 2026 10:00):",
			"23 Kas 2026 Pzt 10:00 tarihinde Support <support@frontdesk.test> şunu yazdı:",
			"În lun., 23 nov. 2026 la 10:00, Support <support@frontdesk.test> a scris:",
			"Στις Δευ 23 Νοε 2026 στις 10:00, ο χρήστης Support <support@frontdesk.test> έγραψε:",
			"23 нояб. 2026 г. 10:00 пользователь Support <support@frontdesk.test> написал:",
			"пн, 23 нояб. 2026 г. в 10:00, Support <support@frontdesk.test>:",
			"пн, 23 лист. 2026 р. о 10:00 Support <support@frontdesk.test> пише:",
			"На пн, 23.11.2026 г. в 10:00 ч. Support <support@frontdesk.test> написа:",
			"Support <support@frontdesk.test> 于2026年11月23日周一 10:00写道：",
			"2026年11月23日(月) 10:00 Support <support@frontdesk.test>:",
			"2026년 11월 23일 (월) 오전 10:00, Support <support@frontdesk.test>님이 작성:",
			"เมื่อ จ. 23 พ.ย. 2026 เวลา 10:00 Support <support@frontdesk.test> เขียนว่า:",
			"Vào Th 2, 23 thg 11, 2026 vào lúc 10:00 Support <support@frontdesk.test> đã viết:",
			"Pada tanggal Sen, 23 Nov 2026 pukul 10.00 Support <support@frontdesk.test> menulis:",
			"בתאריך יום ב׳, 23 בנוב׳ 2026 ב-10:00 מאת Support <support@frontdesk.test>:",
			"2026 m. lapkričio 23 d., pr 10:00 Support <support@frontdesk.test> rašė:",
			"Em nova língua 23/11/2026 10:00 Support <support@frontdesk.test> qeb yaw:",
			"2026-11-23 10:00 GMT+01:00 Support <support@frontdesk.test>:", "-----Original Message-----",
			"-----Ursprüngliche Nachricht-----", "---- On Mon, 23 Nov 2026 10:00:00 +0100 Support wrote ----",
			"-----\"Support\" <support@frontdesk.test> wrote: -----",
			"From: Support <support@frontdesk.test>\nSent: Monday, 23 November 2026 10:00\nTo: Dora\nSubject: Printer",
			"*Von:* Support\n*Gesendet:* Montag, 23. November 2026 10:00\n*An:* Dora\n*Betreff:* Drucker",
			"________________________________\nDe : Support\nEnvoyé : lundi 23 novembre 2026\nÀ : Dora\nObjet : Imprimante"})
	void historyIsFoldedBelowAnAnswer(String announcement) {
		assertThat(answer("It still smokes.\n\n%s\n\n> Does it smoke?\n> Regards".formatted(announcement)))
				.isEqualTo("It still smokes.");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Lähettäjä: Tuki <support@frontdesk.test>\nLähetetty: maanantai 23. marraskuuta 2026 10.00\nVastaanottaja: Dora\nAihe: Tulostin",
			"De la: Suport <support@frontdesk.test>\nTrimis: luni, 23 noiembrie 2026 10:00\nCătre: Dora\nSubiect: Imprimanta",
			"Kimden: Destek <support@frontdesk.test>\nGönderildi: 23 Kasım 2026 Pazartesi 10:00\nKime: Dora\nKonu: Yazıcı",
			"Från: Stöd <support@frontdesk.test>\nSkickat: den 23 november 2026 10:00\nTill: Dora\nÄmne: Skrivaren",
			"Od: Podpora <support@frontdesk.test>\nOdesláno: pondělí 23. listopadu 2026 10:00\nKomu: Dora\nPředmět: Tiskárna",
			"Από: Υποστήριξη <support@frontdesk.test>\nΑποστολή: Δευτέρα, 23 Νοεμβρίου 2026 10:00\nΠρος: Dora\nΘέμα: Εκτυπωτής",
			"Feladó: Segítség <support@frontdesk.test>\nElküldve: 2026. november 23., hétfő 10:00\nCímzett: Dora\nTárgy: Nyomtató",
			"发件人: Support <support@frontdesk.test>\n发送时间: 2026年11月23日 10:00\n收件人: Dora\n主题: 打印机",
			"מאת: Support <support@frontdesk.test>\nנשלח: יום שני 23 נובמבר 2026 10:00\nאל: Dora\nנושא: מדפסת",
			"Desunder: Support <support@frontdesk.test>\nKaset: 23.11.2026 10:00\nRisever: Dora <dora@example.org>\nBuk: Printer",
			"24.11.2026, 09:12, \"Support\" <support@frontdesk.test>:", "Support <support@frontdesk.test> wrote:"})
	void historyWithoutMarksIsFoldedBelowAnAnswer(String headers) {
		assertThat(answer("It still smokes.\n\n%s\n\nDoes it smoke?\nRegards".formatted(headers)))
				.isEqualTo("It still smokes.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"-- \nDora\nExample Ltd", "--\nDora", "Sent from my iPhone", "Von meinem iPhone gesendet",
			"Envoyé de mon iPhone", "Sent from my Verizon, Samsung Galaxy smartphone",
			"Get Outlook for Android", "Отправлено с iPhone", "发自我的iPhone", "iPhoneから送信",
			"________\nExample Ltd\nwww.example.org"})
	void signatureIsFolded(String signature) {
		assertThat(answer("It still smokes.\n\n" + signature)).isEqualTo("It still smokes.");
		assertThat(answer(
				"It still smokes.\n\n" + signature + "\n\nOn 23 Nov 2026 10:00, S <s@example.org> wrote:\n\n> Old"))
				.isEqualTo("It still smokes.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Dora a écrit :\n> Old", "Support wrote:\n\tDoes it smoke?\n\n\tRegards",
			"On 23 Nov 2026 10:00, Support wrote:\n\n\tDoes it smoke?\n\t\tOlder",
			"Support wrote in\n <20261123.AB@example.org>:\n |Does it smoke?\n |Regards"})
	void quotationIsKnownByWhatStandsRightAboveIt(String quotation) {
		assertThat(answer("It still smokes.\n\n" + quotation)).isEqualTo("It still smokes.");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"> We have got your question and come back to you as soon as somebody\ncan.\n> Regards",
			"> Wir haben Ihre Frage erhalten und melden uns, sobald der Kollege die\nSeriennummer\n> des Druckers gefunden hat.",
			"> We have got your question and come back to you as soon as somebody\ncan"})
	void quotedLineThatWasWrappedWithoutItsMarkIsFoldedWithTheOthers(String quotation) {
		assertThat(answer("It smokes.\n\nOn 23 Nov 2026 at 10:00, Support wrote:\n" + quotation))
				.isEqualTo("It smokes.");
	}

	@Test
	void answersBetweenQuotedLinesKeepWhatTheyAnswer() {
		var mail = "Hi,\n\nOn 23 Nov 2026, Support wrote:\n> Does it smoke?\n\nYes.\n\n> Badly?\n\nVery.";
		assertThat(answer(mail)).contains("> Does it smoke?", "Yes.", "> Badly?", "Very.");
		assertThat(answer("See below.\n\nOn 23 Nov 2026 10:00, Support wrote:\n> Does it smoke?\nYes.\n> Badly?"))
				.contains("See below.", "Yes.");
	}

	@Test
	void answerBelowAQuotationIsTheReply() {
		assertThat(answer("On 23 Nov 2026, Support wrote:\n> Does it smoke?\n\nYes.")).isEqualTo("Yes.");
		assertThat(answer(
				"You find my answer below.\n\nOn 23 Nov 2026 10:00, Support wrote:\n> Does it smoke?\n\nYes.\nThanks\nDora"))
				.contains("You find my answer below.", "Yes.\nThanks\nDora");
	}

	@Test
	void logBetweenRulesInAnAnswerIsTheAnswer() {
		var log = "This is what it printed:\n\n--------\n10:00 start\n10:05 smoke\n--------\n\nIs that bad?";
		assertThat(answer(log + "\n\nOn Mon, 23 Nov 2026 at 10:00, Support <s@example.org> wrote:\n\n> Log, please."))
				.isEqualTo(log);
	}

	@ParameterizedTest
	@ValueSource(strings = {"> Nothing but a quotation", "-- \nDora",
			"-- \nDora\n\nOn 23 Nov 2026 10:00, S <s@example.org> wrote:\n> Old",
			"On 23 Nov 2026 10:00, Support <s@example.org> wrote:", "----------", "________\nwww.example.org",
			"Sent from my iPhone", "On Monday the printer began to smoke.\nOn Tuesday it burned.",
			"On 12 May your colleague Tom wrote:\n\nIt is under warranty.\n\nNow the shop refuses.",
			"Sent from my desk, which is a mess", "He wrote:\n\nbring a bucket", "To: do\nand then: nothing",
			"```\n-- \n> code\n```\nEnd.", "The plan:\n\n| floor | door |\n| 1 | red |",
			"--\n-- visits\n--\nselect 1;"})
	void whatIsTheAuthorsOwnStays(String text) {
		assertThat(answer(text)).isEqualTo(text.strip());
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
	void historyInHtmlIsFolded(String html) throws Exception {
		var reading = read("From: dora@example.org\nSubject: Re: Printer\nContent-Type: text/html\n\n" + html);
		assertThat(reading.visibleText()).isEqualTo("It smokes.");
		assertThat(reading.text()).contains("It smokes.");
	}

	private static String answer(String text) {
		return VisibleReply.of(text, Occasion.ANSWER);
	}

}
