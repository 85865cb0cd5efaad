package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.mail.ReceivedMails;

@SpringBootTest(properties = {"frontdesk.blobs.directory=target/test-blobs",
		"frontdesk.reference.key=" + MailIntakeIT.KEY})
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA, RealServers.Kind.MAIL})
@Import(ReceivedMails.class)
class MailIntakeIT {

	static final String KEY = "000102030405060708090a0b0c0d0e0f";

	private static final String SUPPORT = "support@frontdesk.test";

	private final MailClient mail;

	private final MailIntake intake;

	private final JdbcClient jdbc;

	private final ReceivedMails received;

	@Autowired
	MailIntakeIT(MailClient mail, MailIntake intake, JdbcClient jdbc, ReceivedMails received) {
		this.mail = mail;
		this.intake = intake;
		this.jdbc = jdbc;
		this.received = received;
	}

	@Test
	void mailIsToldOfAndMovedToTheProcessedFolder() throws Exception {
		var id = this.mail.send(Letter.of("dora@example.org", SUPPORT, "Printer on fire", "It smokes."));
		var received = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.received.of(id), list -> list.size() == 1)
				.getFirst();
		assertThat(received.subject()).isEqualTo("Printer on fire");
		assertThat(received.text()).isEqualTo("It smokes.");
		assertThat(received.mailbox()).isEqualTo(SUPPORT);
		await().atMost(Duration.ofMinutes(1)).until(() -> isIn("Processed", id) && !isIn("INBOX", id));
	}

	@Test
	void sameMailAgainIsIgnoredButTheSameIdWithOtherContentIsNot() throws Exception {
		var first = new Letter("dora@example.org", SUPPORT, "Twice", "One.", List.of(),
				Optional.of("<twice@example.org>"),
				Optional.empty(), List.of());
		this.mail.send(first);
		this.mail.send(first);
		this.mail.send(new Letter("dora@example.org", SUPPORT, "Twice", "Two.", List.of(),
				Optional.of("<twice@example.org>"), Optional.empty(), List.of()));
		await().atMost(Duration.ofMinutes(1)).until(() -> outcomes("<twice@example.org>").size() == 3);
		assertThat(outcomes("<twice@example.org>")).containsExactly("PENDING", "IGNORED", "PENDING");
		await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of("<twice@example.org>").size() == 2);
		assertThat(this.received.of("<twice@example.org>")).extracting(MailReceived::text)
				.containsExactlyInAnyOrder("One.", "Two.");
	}

	@Test
	void mailThatCanNotBeReadIsQuarantinedAndStopsNothing() throws Exception {
		take(77, "Subject: no sender\n\nhello");
		take(78, "From: dora@example.org\nMessage-ID: <after@example.org>\n\nhello");
		await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of("<after@example.org>").size() == 1);
		assertThat(this.jdbc.sql("select outcome || ': ' || reason from intake_entry where uid = 77")
				.query(String.class)
				.single()).isEqualTo("QUARANTINED: The mail has no sender whom one could answer");
	}

	@Test
	void mailTellsWhichOfItsRecipientsAreMailboxesOfOurs() throws Exception {
		take(85, """
				From: dora@example.org
				To: Support <%s>, emil@example.org
				Cc: %s
				Message-ID: <several@example.org>

				hello
				""".formatted(SUPPORT, SUPPORT.replace("@", "+1@")));
		var received = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.received.of("<several@example.org>"), list -> list.size() == 1)
				.getFirst();
		assertThat(received.ours()).containsExactly(SUPPORT, SUPPORT.replace("@", "+1@"));
	}

	@Test
	void bounceIsNoTicketButIsToldOf() throws Exception {
		take(84, """
				From: MAILER-DAEMON@mx.example.org
				Message-ID: <report@mx.example.org>
				Content-Type: multipart/report; report-type=delivery-status; boundary="x"

				--x

				Your message came back.
				--x
				Content-Type: message/delivery-status

				Final-Recipient: rfc822; dora@example.org
				Action: failed
				Status: 5.1.1
				--x
				Content-Type: message/rfc822

				Message-ID: <ours@frontdesk.test>

				Text.
				--x--
				""");
		var report = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.received.of("<report@mx.example.org>"), list -> list.size() == 1)
				.getFirst();
		assertThat(report.classification()).isEqualTo(Classification.BOUNCE);
		assertThat(report.bounce()).extracting(MailReceived.Bounce::originalMessageId)
				.isEqualTo("<ours@frontdesk.test>");
		assertThat(outcomes("<report@mx.example.org>")).containsExactly("IGNORED");
	}

	@Test
	void reportFromNobodyIsToldOf() throws Exception {
		take(85, """
				From: <>
				Return-Path: <>
				Message-ID: <nobody@mx.example.org>

				<dora@example.org>: 550 5.1.1 User unknown
				""");
		var report = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.received.of("<nobody@mx.example.org>"), list -> list.size() == 1)
				.getFirst();
		assertThat(report.bounce()).extracting(MailReceived.Bounce::recipients)
				.isEqualTo(List.of("dora@example.org"));
		assertThat(outcomes("<nobody@mx.example.org>")).containsExactly("IGNORED");
	}

	@Test
	void reportOfADeliveryThatHasNotFailedIsNoTicket() throws Exception {
		var uid = 860;
		for (var action : List.of("delayed", "delivered", "relayed", "expanded")) {
			take(uid++, """
					From: MAILER-DAEMON@mx.example.org
					Message-ID: <%1$s@mx.example.org>
					Content-Type: multipart/report; report-type=delivery-status; boundary="x"

					--x
					Content-Type: message/delivery-status

					Final-Recipient: rfc822; dora@example.org
					Action: %1$s
					Status: 2.0.0
					--x--
					""".formatted(action));
			await().atMost(Duration.ofMinutes(1))
					.untilAsserted(() -> assertThat(outcomes("<%s@mx.example.org>".formatted(action)))
							.containsExactly("IGNORED"));
		}
	}

	@Test
	void markAgainstAnswersIsToldOf() throws Exception {
		take(870, "From: dora@example.org\nPrecedence: bulk\nMessage-ID: <bulk@example.org>\n\nhello");
		var mail = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.received.of("<bulk@example.org>"), list -> list.size() == 1)
				.getFirst();
		assertThat(mail.classification()).isEqualTo(Classification.PERSON);
		assertThat(mail.noAnswer()).isEqualTo("Precedence: bulk");
	}

	@Test
	void checkOfTheReplyAddressIsNoTicketButIsToldOfAndAnyOtherMailOfOursIsNot() throws Exception {
		var signed = new SignedReferences(KEY);
		take(91, "From: %s\nTo: %s\nMessage-ID: <loop@frontdesk.test>\n\nours".formatted(SUPPORT,
				signed.replyAddress(2233444, "dora@example.org", SUPPORT)));
		take(92, "From: %s\nTo: %s\nMessage-ID: <check@frontdesk.test>\n\nours, too".formatted(SUPPORT,
				signed.checkAddress(2233444, SUPPORT)));
		var check = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.received.of("<check@frontdesk.test>"), list -> list.size() == 1)
				.getFirst();
		assertThat(check.classification()).isEqualTo(Classification.LOOP);
		assertThat(outcomes("<check@frontdesk.test>")).containsExactly("IGNORED");
		assertThat(outcomes("<loop@frontdesk.test>")).containsExactly("IGNORED");
		assertThat(this.received.of("<loop@frontdesk.test>")).isEmpty();
	}

	@Test
	void placeOnTheServerIsTakenOnce() throws Exception {
		take(79, "From: dora@example.org\nMessage-ID: <place@example.org>\n\nhello");
		take(79, "From: dora@example.org\nMessage-ID: <place@example.org>\n\nhello");
		await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of("<place@example.org>").size() == 1);
		assertThat(outcomes("<place@example.org>")).hasSize(1);
	}

	@Test
	void placeThatAServerGivesAgainCostsNoMail() throws Exception {
		take(80, "From: dora@example.org\nMessage-ID: <had@example.org>\n\nhello");
		take(80, "From: dora@example.org\nMessage-ID: <has@example.org>\n\nhello");
		await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of("<has@example.org>").size() == 1);
		assertThat(outcomes("<had@example.org>")).hasSize(1);
	}

	@Test
	void mailWithoutAMessageIdIsKnownByItsBytes() throws Exception {
		take(81, "From: dora@example.org\nSubject: Without an id\n\nhello");
		take(82, "From: dora@example.org\nSubject: Without an id\n\nhello");
		take(83, "From: dora@example.org\nSubject: Without an id\n\nhello!");
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.jdbc
						.sql("select outcome from intake_entry where subject = 'Without an id' order by uid")
						.query(String.class)
						.list()
						.equals(List.of("PENDING", "IGNORED", "PENDING")));
	}

	@Test
	void hundredMailsAreHundredEntries() throws Exception {
		var ids = IntStream.range(0, 100).mapToObj(i -> "<bulk-%d@example.org>".formatted(i)).toList();
		for (var id : ids) {
			this.mail.send(new Letter("dora@example.org", SUPPORT, "Bulk", id, List.of(), Optional.of(id),
					Optional.empty(), List.of()));
		}
		await().atMost(Duration.ofMinutes(2))
				.until(() -> ids.stream().allMatch(id -> this.received.of(id).size() == 1));
		assertThat(this.jdbc.sql("select count(*) from intake_entry where message_id like '<bulk-%'")
				.query(Long.class)
				.single()).isEqualTo(100);
	}

	private void take(long uid, String raw) throws IOException {
		this.intake.take(List.of(this.intake.keep(new MailIntake.MailPlace(SUPPORT, 1, uid), Instant.EPOCH,
				out -> out.write(raw.getBytes(StandardCharsets.UTF_8)))));
	}

	private boolean isIn(String folder, String id) throws MessagingException {
		return this.mail.read(SUPPORT, folder).stream().anyMatch(mail -> mail.messageId().equals(id));
	}

	private List<String> outcomes(String messageId) {
		return this.jdbc.sql("select outcome from intake_entry where message_id = ? order by uid")
				.param(messageId)
				.query(String.class)
				.list();
	}

}
