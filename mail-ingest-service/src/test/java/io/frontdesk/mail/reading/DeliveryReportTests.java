package io.frontdesk.mail.reading;

import java.util.List;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;

class DeliveryReportTests {

	private static final String REPORT = """
			From: MAILER-DAEMON@mx.example.org
			Auto-Submitted: auto-replied
			Content-Type: multipart/report; report-type=delivery-status; boundary="x"

			--x

			Your message came back.
			--x
			Content-Type: message/delivery-status

			Reporting-MTA: dns; mx.example.org

			Final-Recipient: rfc822; Dora@Example.org
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 User unknown
			 in local table
			--x
			Content-Type: message/rfc822

			Message-ID: <ours@frontdesk.test>
			Subject: Hello

			Text.
			--x--
			""";

	@Test
	void reportTellsRecipientStatusAndWhichMailBounced() throws Exception {
		var reading = read(REPORT);
		assertThat(reading.classification()).isEqualTo(Classification.BOUNCE);
		assertThat(reading.bounce())
				.isEqualTo(new Reading.Bounce(List.of("dora@example.org"), List.of(), true, "failed",
						"5.1.1", "smtp; 550 5.1.1 User unknown in local table", "<ours@frontdesk.test>"));
	}

	@Test
	void forwardedMailBouncesForWhomWeWroteTo() throws Exception {
		var bounce = read(REPORT.replace("Final-Recipient:",
				"Original-Recipient: rfc822;Dora@Example.com\nFinal-Recipient:")).bounce();
		assertThat(bounce.recipients()).containsExactly("dora@example.org");
		assertThat(bounce.originalRecipients()).containsExactly("dora@example.com");
	}

	@Test
	void recipientWhoGotTheMailIsNotAmongThoseWhoDidNot() throws Exception {
		var bounce = read(REPORT.replace("Final-Recipient:",
				"Final-Recipient: rfc822; erin@example.org\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient:"))
				.bounce();
		assertThat(bounce.recipients()).containsExactly("dora@example.org");
	}

	@Test
	void fullMailboxIsNoHardBounce() throws Exception {
		assertThat(read(REPORT.replace("5.1.1", "5.2.2").replace("User unknown", "Mailbox full")).bounce().hard())
				.isFalse();
	}

	@ParameterizedTest
	@CsvSource({"delayed, delayed", "relayed, relayed", "delivered (to mailbox), delivered", "expanded, expanded",
			"Deferred, delayed"})
	void whatHasNotFailedIsNoBounce(String told, String action) throws Exception {
		var reading = read(REPORT.replace("Action: failed", "Action: " + told));
		assertThat(reading.classification()).isEqualTo(Classification.AUTO_REPLY);
		assertThat(reading.bounce().action()).isEqualTo(action);
		assertThat(reading.bounce().hard()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {"expired", "Failure", "undeliverable", "rejected (policy)"})
	void whatIsNotTriedAnyMoreHasFailed(String told) throws Exception {
		var reading = read(REPORT.replace("Action: failed", "Action: " + told).replace("5.1.1", "4.4.7")
				.replace("User unknown", "Message expired"));
		assertThat(reading.classification()).isEqualTo(Classification.BOUNCE);
		assertThat(reading.bounce().action()).isEqualTo("failed");
		assertThat(reading.bounce().hard()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {"550 5.1.8 <support@frontdesk.test>: Sender address rejected: Domain not found",
			"550-Verification failed for <support@frontdesk.test> 550-Unrouteable address 550 Sender verify failed",
			"550 unrouteable sender", "550 <mx.frontdesk.test>: Helo command rejected: Host not found",
			"550 5.1.1 unknown user support@frontdesk.test", "550 No such domain (in reply to MAIL FROM command)",
			"550 Domain of sender address support@frontdesk.test does not exist",
			"553 5.1.2 Host not found, try again", "550 5.1.2 DNS lookup failure: domain not found",
			"550 5.4.4 Name service error: SERVFAIL, host not found",
			"550 5.4.4 Host or domain name not found. Name service error for name=example.org type=MX: Host not found"})
	void failureThatIsOursOrTheNameServicesSaysNothingOfTheAddress(String diagnostic) throws Exception {
		var bounce = read(REPORT.replace("550 5.1.1 User unknown\n in local table", diagnostic)
				.replace("Status: 5.1.1", "Status: 5.0.0")).bounce();
		assertThat(bounce.action()).isEqualTo("failed");
		assertThat(bounce.hard()).isFalse();
		assertThat(bounce.diagnostic()).isEqualTo("smtp; " + diagnostic);
	}

	@ParameterizedTest
	@ValueSource(strings = {"550 5.1.2 Host unknown", "550 5.1.10 Recipient not found", "550 No such user here",
			"550 5.1.1 <dora@example.org> does not exist (in reply to RCPT TO command)"})
	void addressThatDoesNotExistIsUnknownForGood(String diagnostic) throws Exception {
		assertThat(read(REPORT.replace("550 5.1.1 User unknown\n in local table", diagnostic)
				.replace("Status: 5.1.1", "Status: 5.0.0")).bounce().hard()).isTrue();
	}

	@Test
	void addressIsNotUnknownForWhatIsSaidOfOneOfSeveral() throws Exception {
		assertThat(read(REPORT.replace("Final-Recipient:",
				"Final-Recipient: rfc822; erin@example.org\nAction: failed\nStatus: 5.2.2\n\nFinal-Recipient:"))
				.bounce().hard()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Dora Dorn <dora@example.org>", "rfc822;<dora@example.org>", "dora@example.org",
			"RFC822 ; dora@example.org (Dora)", "x-local; dora@example.org", "rfc822", "rfc822; dora"})
	void recipientIsKnownHoweverItIsWritten(String recipient) throws Exception {
		assertThat(read(REPORT.replace("rfc822; Dora@Example.org", recipient)
				.replace("Your message came back.", "Your message to <dora@example.org> came back."))
				.bounce().recipients()).containsExactly("dora@example.org");
	}

	@Test
	void recipientBeyondAsciiIsKnown() throws Exception {
		assertThat(read(REPORT.replace("rfc822; Dora@Example.org", "utf-8; dörte@bücher.example")
				.replace("message/delivery-status", "message/global-delivery-status")).bounce().recipients())
				.containsExactly("dörte@xn--bcher-kva.example");
	}

	@ParameterizedTest
	@ValueSource(strings = {"From: <>\n", "From: MAILER-DAEMON (Mail Delivery System)\n", ""})
	void reportFromNobodyIsABounce(String from) throws Exception {
		var reading = read(REPORT.replace("From: MAILER-DAEMON@mx.example.org\n", from));
		assertThat(reading.from()).isNull();
		assertThat(reading.classification()).isEqualTo(Classification.BOUNCE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			message/rfc822           | Message-ID: <ours@frontdesk.test>
			text/rfc822-headers      | Message-Id: <ours@frontdesk.test>
			text/plain; name=mail.txt | Message-ID: <ours@frontdesk.test>
			application/octet-stream | Message-ID:  <ours@frontdesk.test>
			""")
	void originalIsKnownWhateverItIsAttachedAs(String type, String header) throws Exception {
		assertThat(read(REPORT.replace("message/rfc822", type).replace("Message-ID: <ours@frontdesk.test>", header))
				.bounce().originalMessageId()).isEqualTo("<ours@frontdesk.test>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Your mail is delayed. We will keep trying for 5 days.                 | delayed
			Ihre Nachricht wurde noch nicht zugestellt; weitere Zustellversuche folgen | delayed
			Votre message est retardé, de nouvelles tentatives suivent            | delayed
			Your message was successfully delivered to <dora@example.org>         | delivered
			Your message was successfully relayed to mx.example.net               | relayed
			Your mail was delayed, and we have given up: it could not be delivered | failed
			Die Nachricht konnte nicht zugestellt werden                          | failed
			Votre message n'a pas pu être remis                                   | failed
			No se pudo entregar su mensaje                                        | failed
			Не удалось доставить ваше сообщение                                   | failed
			メッセージを配信できませんでした                                          | failed
			Бу хат тапширилмади: 550 5.1.1                                        | failed
			Бу хат ҳали тапширилмади: 451 4.4.1                                    | delayed
			无法投递您的邮件                                                        | failed
			""")
	void proseTellsWhatBecameOfAMail(String words, String action) throws Exception {
		var bounce = read("""
				Return-Path: <>
				From: MAILER-DAEMON@mx.example.org
				Content-Type: text/plain; charset=utf-8
				Subject: Your mail

				<dora@example.org>: %s
				""".formatted(words)).bounce();
		assertThat(bounce.action()).isEqualTo(action);
		assertThat(bounce.recipients()).containsExactly("dora@example.org");
		assertThat(bounce.hard()).isEqualTo(words.contains("5.1.1"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"571 Message refused", "SMTP code: 577", "said:550 no", "(554) not today", "599. Enough",
			"550-5.7.1 Not today\n550 5.7.1 nor tomorrow", "The address was rejected"})
	void serversWordsAreKeptWhateverTheirCode(String words) throws Exception {
		assertThat(read("""
				Return-Path: <>
				From: MAILER-DAEMON@mx.example.org
				Subject: Undelivered Mail

				Your mail came back from dora@example.org:

				%s

				Sorry.
				""".formatted(words)).bounce().diagnostic()).isEqualTo(words.replace('\n', ' '));
	}

	@Test
	void wordsStandInTheTextWhereTheReportHasNone() throws Exception {
		assertThat(read(REPORT.replace("Diagnostic-Code: smtp; 550 5.1.1 User unknown\n in local table\n", "")
				.replace("came back.", "came back:\n550 5.1.1 Nobody here of that name")).bounce().diagnostic())
				.isEqualTo("550 5.1.1 Nobody here of that name");
	}

	@Test
	void delayIsNoBounce() throws Exception {
		var reading = read(REPORT.replace("Action: failed", "Action: delayed").replace("5.1.1", "4.4.1"));
		assertThat(reading.classification()).isEqualTo(Classification.AUTO_REPLY);
		assertThat(reading.absence()).isFalse();
		assertThat(reading.bounce().action()).isEqualTo("delayed");
	}

	@Test
	void statusIsTheMostExactOneTold() throws Exception {
		assertThat(read(REPORT.replace("Status: 5.1.1", "Status: 5.0.0")).bounce().status()).isEqualTo("5.1.1");
	}

	@Test
	void qmailsProseIsUnderstood() throws Exception {
		var reading = read("""
				Return-Path: <>
				From: MAILER-DAEMON@mx.example.org
				Subject: failure notice

				Hi. This is the qmail-send program at mx.example.org.
				I'm afraid I wasn't able to deliver your message to the following addresses.
				This is a permanent error; I've given up. Sorry it didn't work out.

				<dora@example.org>:
				192.0.2.1 does not like recipient.
				Remote host said: 550 5.1.1 <dora@example.org>... User unknown
				Giving up on 192.0.2.1.

				--- Below this line is a copy of the message.

				Message-ID: <ours@frontdesk.test>
				From: support@frontdesk.test
				""");
		assertThat(reading.classification()).isEqualTo(Classification.BOUNCE);
		assertThat(reading.bounce().recipients()).containsExactly("dora@example.org");
		assertThat(reading.bounce().hard()).isTrue();
		assertThat(reading.bounce().originalMessageId()).isEqualTo("<ours@frontdesk.test>");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Mail delivery failed: what now?", "Undelivered Mail Returned to Sender",
			"Fwd: Delivery Status Notification (Failure)", "Unzustellbar: was tun?"})
	void personWhoAsksAboutABounceIsAPerson(String subject) throws Exception {
		var reading = read("""
				From: Dora Dorn <dora@example.org>
				Subject: %s

				My mail could not be delivered, 550 5.1.1 user unknown:

				> Final-Recipient: rfc822; sales@example.com
				> Action: failed
				> Message-ID: <mine@example.org>
				""".formatted(subject));
		assertThat(reading.classification()).isEqualTo(Classification.PERSON);
		assertThat(reading.bounce()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"From: Shop <delivery@shop.example>\nReturn-Path: <>",
			"From: Alarms <alarms@example.org>\nAuto-Submitted: auto-generated",
			"From: Alarms <alarms@example.org>\nReturn-Path: <>"})
	void machineThatTellsOfOtherThingsThanMailIsNoMailSystem(String headers) throws Exception {
		for (var words : List.of("Your parcel was successfully delivered to a neighbour.",
				"Your order is delayed; we will keep trying.",
				"The job failed: giving up, the table does not exist.")) {
			var reading = read("%s\nSubject: News\n\n%s\n".formatted(headers, words));
			assertThat(reading.bounce()).isNull();
			assertThat(reading.classification()).isNotEqualTo(Classification.BOUNCE);
		}
	}

	@Test
	void personWhoAttachesAReportIsAPerson() throws Exception {
		var reading = read(REPORT.replace("MAILER-DAEMON@mx.example.org", "Dora Dorn <dora@example.org>")
				.replace("Auto-Submitted: auto-replied\n", "Subject: Why?\n")
				.replace("multipart/report; report-type=delivery-status", "multipart/mixed"));
		assertThat(reading.classification()).isEqualTo(Classification.PERSON);
		assertThat(reading.bounce()).isNull();
	}

	@Test
	void personWhoTellsOfABounceIsAPerson() throws Exception {
		var reading = read("""
				From: dora@example.org
				In-Reply-To: <ours@frontdesk.test>
				Subject: Re: Undelivered Mail

				My mail could not be delivered: 550 5.1.1 user unknown. Can you help?
				""");
		assertThat(reading.classification()).isEqualTo(Classification.PERSON);
		assertThat(reading.bounce()).isNull();
	}

}
