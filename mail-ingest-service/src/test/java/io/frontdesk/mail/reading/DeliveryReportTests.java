package io.frontdesk.mail.reading;

import java.util.List;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
