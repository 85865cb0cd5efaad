package io.frontdesk.mail.reading;

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
			Precedence: auto_reply                                                  | AUTO_REPLY
			Precedence: bulk                                                        | PERSON
			Precedence: list                                                        | PERSON
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
		var reading = read(mail(header));
		assertThat(reading.classification()).isEqualTo(expected);
		assertThat(reading.reasons()).isNotEmpty();
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
