package io.frontdesk.mail.reading;

import java.text.Normalizer;

import static io.frontdesk.mail.reading.Letter.mail;
import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;

class ClassifierTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Auto-Submitted: auto-replied                                            | AUTO_REPLY
			Auto-Submitted: auto-generated; owner-email=x@example.org               | AUTO_REPLY
			Auto-Submitted: no                                                      | PERSON
			X-Autoreply: yes                                                        | AUTO_REPLY
			X-Autoreply: no                                                         | PERSON
			X-Autorespond: Re                                                       | AUTO_REPLY
			X-Loop: yes                                                             | AUTO_REPLY
			X-Loop: somebody@example.org                                            | PERSON
			List-Archive: <https://lists.example.org/chairs>                         | LIST
			Precedence: auto_reply                                                  | AUTO_REPLY
			Precedence: bulk                                                        | PERSON
			Precedence: list                                                        | PERSON
			Auto-Submitted: no\\nSubject: Automatic reply: why                      | PERSON
			Subject: Automatisk svar virker ikke                                    | PERSON
			Subject: Re: Odpowiedź automatyczna: Drukarka                           | PERSON
			Subject: Abwesenheitsnotiz einrichten                                   | PERSON
			Subject: [EXTERNAL] Automatische Antwort: Drucker                       | AUTO_REPLY
			Subject: AUTO: Dora Dorn is out of the office (returning 01.12.)        | AUTO_REPLY
			Subject: Auto: neue Versicherung                                        | PERSON
			Subject: [Autosvar] Skrivare                                            | AUTO_REPLY
			In-Reply-To: <a@frontdesk.test>\\nSubject: Abwesenheitsnotiz             | AUTO_REPLY
			In-Reply-To: <a@frontdesk.test>\\nSubject: Abwesenheitsnotiz einrichten  | PERSON
			X-Auto-Response-Suppress: All                                           | PERSON
			Return-Path: <>                                                         | AUTO_REPLY
			Delivered-To: autoresponder                                             | AUTO_REPLY
			Subject: Automatische Antwort: Drucker                                  | AUTO_REPLY
			Subject: Out of office replies do not work                              | PERSON
			List-Id: <news.example.org>                                             | LIST
			Content-Type: multipart/report; report-type=disposition-notification; boundary=x | AUTO_REPLY
			X-Mailer: A person                                                      | PERSON
			""")
	void machinesAreTold(String header, Classification expected) throws Exception {
		var reading = read(mail(header.replace("\\n", "\n")));
		assertThat(reading.classification()).isEqualTo(expected);
		assertThat(reading.reasons()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Odpowiedź automatyczna: Drukarka", "Automatická odpověď: Tiskárna",
			"Automatická odpoveď: Tlačiareň", "Automatikus válasz: Nyomtató", "Răspuns automat: Imprimanta",
			"Автоматический ответ: Принтер", "Автоматична відповідь: Принтер", "Автоматичен отговор: Принтер",
			"Otomatik yanıt: Yazıcı", "OTOMATİK YANIT: Yazıcı", "Autosvar: Skrivare", "Automatisk svar: Printer",
			"Automaattinen vastaus: Tulostin", "Sjálfvirkt svar: Prentari", "Automatinis atsakymas: Spausdintuvas",
			"Automātiskā atbilde: Printeris", "Automaatvastus: Printer", "Samodejni odgovor: Tiskalnik",
			"Automatski odgovor: Pisač", "Αυτόματη απάντηση: Εκτυπωτής", "Automatisch antwoord: Printer",
			"Resposta automática: Impressora", "Respuesta automatica: Impresora", "Risposta automatica: Stampante",
			"Réponse automatique : Imprimante", "自动答复: 打印机", "自动回复：打印机", "自動回覆: 印表機", "自動応答: プリンター", "不在通知：プリンター",
			"자동 회신: 프린터", "부재중: 프린터", "תשובה אוטומטית: מדפסת", "رد تلقائي: الطابعة", "Trả lời tự động: Máy in",
			"ตอบกลับอัตโนมัติ: เครื่องพิมพ์", "Balasan otomatis: Printer"})
	void absenceIsToldByItsSubjectInManyLanguages(String subject) throws Exception {
		for (var form : Normalizer.Form.values()) {
			var reading = read(mail("Subject: " + Normalizer.normalize(subject, form)));
			assertThat(reading.classification()).isEqualTo(Classification.AUTO_REPLY);
			assertThat(reading.absence()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"Precedence: Bulk", "Precedence: junk", "Precedence: list", "X-Precedence: bulk",
			"X-Auto-Response-Suppress: All", "X-Auto-Response-Suppress: OOF",
			"X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", "X-Loop: desk@example.org", "X-Loop: our desk"})
	void personWhoseMailAsksForNoAnswerIsAPersonAndTheMarkIsTold(String header) throws Exception {
		var reading = read(mail(header));
		assertThat(reading.classification()).isEqualTo(Classification.PERSON);
		assertThat(reading.noAnswer()).isEqualTo(header);
		assertThat(reading.reasons()).contains("It asks for no automatic answer: " + header);
	}

	@ParameterizedTest
	@ValueSource(strings = {"Precedence: normal", "Precedence: first-class", "X-Auto-Response-Suppress: DR, RN, NRN",
			"X-Auto-Response-Suppress: None", "X-Loop: 0", "Auto-Submitted: no"})
	void personWhoseMailAsksForNoReceiptsIsToBeAnswered(String header) throws Exception {
		assertThat(read(mail(header)).noAnswer()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Auto-Submitted: auto-replied (vacation)", "Auto-Submitted: auto-replied",
			"X-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: dora@example.org",
			"Subject: Out of Office: Printer", "X-Autoreply: yes\nSubject: Abwesenheitsnotiz"})
	void absenceIsToldFromOtherAutomaticMail(String header) throws Exception {
		assertThat(read(mail(header)).absence()).isTrue();
	}

	@Test
	void notificationIsNoAbsence() throws Exception {
		assertThat(read(mail("Auto-Submitted: auto-generated\nSubject: Backup done")).absence()).isFalse();
	}

	@Test
	void daemonThatSaysNothingIsAMachine() throws Exception {
		assertThat(read("Return-Path: <>\nFrom: MAILER-DAEMON@example.org\n\nsorry").classification())
				.isEqualTo(Classification.AUTO_REPLY);
	}

	@Test
	void ownMailIsALoop() throws Exception {
		assertThat(read("From: Support@frontdesk.test\n\nhello").classification()).isEqualTo(Classification.LOOP);
	}

	@Test
	void complaintIsTold() throws Exception {
		assertThat(read("""
				From: abuse@example.org
				Content-Type: multipart/report; report-type=feedback-report; boundary=x

				--x

				Somebody calls this spam.
				--x
				Content-Type: message/feedback-report

				Feedback-Type: abuse
				--x--
				""").reasons()).anyMatch(reason -> reason.contains("complaint"));
	}

}
