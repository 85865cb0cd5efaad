package io.frontdesk.notification.outbound.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.frontdesk.notification.outbound.MailServer.Answer;

/** The sentences are those of Postfix, Exim, Sendmail, Exchange, Google and Yahoo. */
class JudgementTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GREETING  | 554 5.7.1 You are not allowed to connect
			GREETING  | 421 4.7.0 Too many connections
			HELLO     | 550 5.7.1 Helo command rejected: Host not found
			STARTTLS  | 454 4.7.0 TLS not available due to local problem
			LOGIN     | 535 5.7.8 Error: authentication failed
			LOGIN     | 534 5.7.9 Application-specific password required
			LOGIN     | 538 5.7.11 Encryption required for requested authentication mechanism
			SENDER    | 530 5.7.0 Must issue a STARTTLS command first
			SENDER    | 530 5.7.57 Client not authenticated to send mail
			SENDER    | 553 5.7.1 <support@frontdesk.test>: Sender address rejected: not owned by user helpdesk
			SENDER    | 550 5.1.8 <support@frontdesk.test>: Sender address rejected: Domain not found
			SENDER    | 550 Access denied
			SENDER    | 452 4.3.1 Insufficient system storage
			RECIPIENT | 530 5.7.0 Must issue a STARTTLS command first
			RECIPIENT | 554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied
			RECIPIENT | 554 5.7.1 <dora@example.org>: Relay access denied
			RECIPIENT | 550 5.7.1 <dora@example.org>... Relaying denied
			RECIPIENT | 550 relay not permitted
			RECIPIENT | 550 5.7.64 TenantAttribution; Relay Access Denied
			RECIPIENT | 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org
			RECIPIENT | 554 5.7.1 Service unavailable
			RECIPIENT | 550 5.1.0 Sender verify failed
			RECIPIENT | 450 4.7.1 Client host rejected: cannot find your reverse hostname
			RECIPIENT | 450 4.1.8 <support@frontdesk.test>: Sender address rejected: Domain not found
			RECIPIENT | 421 4.3.2 Closing transmission channel
			RECIPIENT | 451 4.3.5 Server configuration error
			RECIPIENT | 503 5.5.1 Error: need MAIL command
			DATA      | 554 5.7.1 <DATA>: Data command rejected: Access denied
			CONTENT   | 550 5.7.26 This mail is unauthenticated, which poses a security risk
			CONTENT   | 550 5.4.5 Daily user sending limit exceeded
			CONTENT   | 554 5.2.252 SendAsDenied; not allowed to send as support@frontdesk.test
			CONTENT   | 421 4.7.0 Try again later, closing connection""")
	void whatTheServerSaysOfUsHoldsTheQueueAndFailsNoMail(Step step, String answer) {
		assertThat(judge(step, answer)).isInstanceOf(Answer.WeRefused.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RECIPIENT | 550 5.1.1 <dora@example.org>: Recipient address rejected: User unknown | true
			RECIPIENT | 550 5.1.10 Recipient not found by SMTP address lookup                  | true
			RECIPIENT | 556 5.1.10 Domain takes no mail                                        | true
			RECIPIENT | 550 No such user here                                                  | false
			RECIPIENT | 550 5.4.1 Recipient address rejected: Access denied                    | false
			RECIPIENT | 554 5.7.1 <dora@example.org>: Recipient address rejected: Access denied | false
			RECIPIENT | 550 5.7.133 Sender not authenticated for group                         | false
			RECIPIENT | 552 5.2.2 Mailbox full                                                 | false
			RECIPIENT | 552 Mailbox full                                                       | false
			RECIPIENT | 550 5.5.0 Requested action not taken: mailbox unavailable              | false
			RECIPIENT | 501 5.1.3 Bad recipient address syntax                                 | true
			DATA      | 550 5.1.1 User unknown                                                 | true
			CONTENT   | 550 5.1.1 User unknown                                                 | true
			CONTENT   | 554 5.2.2 Mailbox full                                                 | false""")
	void whatTheServerSaysOfTheRecipientIsFinal(Step step, String answer, boolean unknown) {
		assertThat(judge(step, answer)).isEqualTo(new Answer.RecipientRefused(answer, unknown));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SENDER    | 552 5.3.4 Message size exceeds fixed limit
			SENDER    | 552 Message size exceeds fixed maximum message size
			SENDER    | 553 5.6.7 Non-ASCII addresses not permitted
			RECIPIENT | 550 5.3.4 Message too big for system
			CONTENT   | 552 5.3.4 Message too big
			CONTENT   | 554 5.7.1 Message contains spam
			CONTENT   | 550 5.7.1 Our system has detected that this message is likely unsolicited mail
			CONTENT   | 554 5.6.0 Message contains invalid header
			CONTENT   | 554 Transaction failed""")
	void whatTheServerSaysOfTheContentIsFinal(Step step, String answer) {
		assertThat(judge(step, answer)).isEqualTo(new Answer.ContentRefused(answer));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RECIPIENT | 450 4.2.0 <dora@example.org>: Recipient address rejected: Greylisted
			RECIPIENT | 451 4.7.1 Greylisting in action, please come back later
			RECIPIENT | 452 4.2.2 Mailbox full
			CONTENT   | 451 4.7.1 Please try again later""")
	void whatMayPassIsTriedAgainForThisMailAlone(Step step, String answer) {
		assertThat(judge(step, answer)).isEqualTo(new Answer.Deferred(answer));
	}

	@ParameterizedTest
	@EnumSource
	void silenceBeforeAMailIsAboutUsAndAfterThatAboutTheMail(Step step) {
		assertThat(judge(step, "")).isInstanceOf(step.isBeforeMail() ? Answer.WeRefused.class : Answer.Deferred.class);
	}

	private static Answer judge(Step step, String answer) {
		var failure = SmtpFailure.of(step, answer, new IOException("gone"));
		return Judgement.of(failure, failure.words(), failure.words());
	}

}
