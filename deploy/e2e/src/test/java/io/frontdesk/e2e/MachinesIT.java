package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.ReceivedMail;

/** What programs write to us, from the mailbox to what becomes of it. */
class MachinesIT {

	private static final String SUPPORT = Frontdesk.stack().supportAddress();

	private static final String UNKNOWN = """
			Final-Recipient: rfc822; %s
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 Nobody of that name
			""";

	@Test
	void replyThatComesBackFromNobodyHasFailedByWhatItsReportAnswers() throws MessagingException {
		var reply = Reply.to("nils");
		var taken = take(report("<>", SUPPORT, UNKNOWN.formatted(reply.client()))
				.replace("MIME-Version", "In-Reply-To: " + reply.mail().messageId() + "\nMIME-Version"));
		assertThat(taken.get("outcome").asString()).isEqualTo("ignored");
		assertThat(reply.awaitState("failed").get("reason").asString()).endsWith("550 5.1.1 Nobody of that name");
		assertThat(mutes()).contains(reply.client());
	}

	@Test
	void replyThatComesBackToTheAddressToAnswerToHasFailed() throws MessagingException {
		var reply = Reply.to("nora");
		take(report("MAILER-DAEMON@mx.example.net", reply.mail().headers().get("reply-to").getFirst(),
				UNKNOWN.formatted(reply.client())));
		reply.awaitState("failed");
	}

	@Test
	void reportOfADelayIsNoTicketAndFailsNothing() throws MessagingException {
		var reply = Reply.to("nina");
		var taken = take(report("MAILER-DAEMON@mx.example.net", SUPPORT,
				UNKNOWN.formatted(reply.client()).replace("failed", "delayed").replace("5.1.1", "4.4.1"))
				.replace("MIME-Version", "In-Reply-To: " + reply.mail().messageId() + "\nMIME-Version"));
		assertThat(taken.get("outcome").asString()).isEqualTo("ignored");
		assertThat(taken.get("reason").asString()).contains("has not failed: delayed");
		assertThat(reply.awaitState("sent").get("reason").isNull()).isTrue();
		assertThat(mutes()).doesNotContain(reply.client());
	}

	@ParameterizedTest
	@ValueSource(strings = {"Precedence: bulk", "X-Auto-Response-Suppress: OOF", "X-Loop: desk@example.org"})
	void mailThatAsksForNoAnswerIsATicketAndGetsNone(String mark) throws MessagingException {
		var taken = take("From: %s@example.org\nTo: %s\nSubject: Disk\n%s\n\nIt is full.\n".formatted(UUID.randomUUID(),
				SUPPORT, mark));
		assertThat(taken.get("outcome").asString()).isEqualTo("ticket");
		assertThat(taken.get("classification").asString()).isEqualTo("person");
		assertThat(decided(taken.get("ticketId").asLong(), "created").get("reason").asString())
				.isEqualTo("The mail asks for no automatic answer: " + mark);
	}

	@Test
	void absenceThatOnlyItsSubjectTellsReopensNothing() throws MessagingException {
		var reply = Reply.to("noah");
		Frontdesk.root().patch("/api/v1/tickets/" + reply.ticket(), "{\"status\": \"closed\"}");
		var taken = take("From: %s\nTo: %s\nSubject: Automatikus válasz: %s\nIn-Reply-To: %s\n\nElutaztam.\n".formatted(
				reply.client(), SUPPORT, reply.mail().subject(), reply.mail().messageId()));
		assertThat(taken.get("outcome").asString()).isEqualTo("follow-up");
		assertThat(taken.get("classification").asString()).isEqualTo("auto-reply");
		assertThat(Frontdesk.root().found("/api/v1/tickets/" + reply.ticket()).get("status").asString())
				.isEqualTo("closed");
	}

	private static String report(String from, String to, String recipient) {
		return """
				Return-Path: <>
				From: %s
				To: %s
				Subject: Undelivered Mail
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="x"

				--x

				There is news of your mail.
				--x
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example.net

				%s
				--x--
				""".formatted(from, to, recipient);
	}

	/** What the ledger says of it. */
	private static JsonNode take(String mail) throws MessagingException {
		var id = UUID.randomUUID() + "@mx.example.net";
		Frontdesk.append(("Message-ID: <%s>\n%s".formatted(id, mail)).getBytes(StandardCharsets.UTF_8));
		return await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/intake?q=" + id),
						rows -> rows.size() == 1 && !rows.getFirst().get("outcome").asString().equals("pending"))
				.getFirst();
	}

	private static JsonNode decided(long ticket, String kind) {
		return await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/notifications?kind=%s&ticket=%d".formatted(kind, ticket)),
						mails -> mails.size() == 1 && !mails.getFirst().get("state").asString().equals("pending"))
				.getFirst();
	}

	private static String mutes() {
		return Frontdesk.root().all("/api/v1/notifications/mutes").toString();
	}

	/** A reply that a client got. */
	private record Reply(String client, long ticket, ReceivedMail mail) {

		static Reply to(String name) {
			var client = "%s-%s@example.org".formatted(name, UUID.randomUUID());
			Frontdesk.mail(client, "Order", "Where is it?");
			var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail(client, _ -> true));
			Frontdesk.root()
					.created("/api/v1/tickets/%d/messages".formatted(ticket),
							"{\"kind\": \"reply\", \"body\": \"On its way.\"}");
			var reply = new Reply(client, ticket,
					Frontdesk.awaitMail(client, mail -> mail.text().contains("On its way")));
			reply.awaitState("sent");
			return reply;
		}

		JsonNode awaitState(String state) {
			return await().atMost(Frontdesk.PATIENCE)
					.until(() -> decided(this.ticket, "reply"), it -> it.get("state").asString().equals(state));
		}

	}

}
