package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.Letter.Header;
import io.frontdesk.local.mail.ReceivedMail;

/** Staff answer our mails to them from their mail program; nobody else writes as they do. */
class StaffMailIT {

	private static final String ALICE = "alice@frontdesk.test";

	private static final String HER_WORDS = "Pull the plug.";

	@Test
	@DisplayName("Scenario 1, staff-answers-assignment: it is a reply, and the client is mailed her words")
	void answerToTheMailThatSheWasAssignedIsAReply() {
		var client = "olga@example.org";
		var ticket = opened(client);
		take(answer(ALICE, assigned(ticket), HER_WORDS), "follow-up", ticket);
		assertThat(messages(ticket)).containsExactly(tuple("client", client, true), tuple("reply", ALICE, true));
		assertThat(mailsOf(client, 2).getLast().text()).startsWith(HER_WORDS);
		assertThat(Frontdesk.root().all("/api/v1/tickets/%d/messages".formatted(ticket)).getLast().get("delivery")
				.get("state").asString()).isIn("pending", "sent");
	}

	@Test
	@DisplayName("Scenario 2, staff-answers-client-reply: the same, and the client's answer is the client's")
	void answerToTheMailThatTheClientRepliedIsAReply() {
		var client = "paul@example.org";
		var ticket = opened(client);
		assigned(ticket);
		take(answer(client, mailsOf(client, 1).getFirst(), "It still smokes."), "follow-up", ticket);
		var told = Frontdesk.awaitMail(ALICE,
				mail -> isAbout(ticket, mail) && mail.text().contains("It still smokes."));
		take(answer(ALICE, told, HER_WORDS), "follow-up", ticket);
		assertThat(messages(ticket)).containsExactly(tuple("client", client, true), tuple("client", client, true),
				tuple("reply", ALICE, true));
		var reply = mailsOf(client, 2).getLast();
		assertThat(reply.text()).startsWith(HER_WORDS);
		take(answer(client, reply, "It went out."), "follow-up", ticket);
		assertThat(messages(ticket)).hasSize(4).last().isEqualTo(tuple("client", client, true));
	}

	@Test
	@DisplayName("Scenario 3, staff-answer-does-not-reopen: the ticket stays closed")
	void answerOfStaffReopensNothing() {
		var client = "quinn@example.org";
		var ticket = opened(client);
		var assigned = assigned(ticket);
		assertThat(Frontdesk.api(ALICE).patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}").status())
				.isEqualTo(200);
		take(answer(ALICE, assigned, HER_WORDS), "follow-up", ticket);
		assertThat(messages(ticket)).containsExactly(tuple("client", client, true), tuple("reply", ALICE, true));
		assertThat(status(ticket)).isEqualTo("closed");
		assertThat(mailsOf(client, 3)).anySatisfy(mail -> assertThat(mail.text()).startsWith(HER_WORDS));
	}

	@Test
	@DisplayName("Scenario 4, forged-staff-by-client-address: nothing is hers, and nothing is mailed")
	void whoHasTheClientsMailDoesNotWriteAsStaff() {
		var client = "rosa@example.org";
		var ticket = opened(client);
		var assigned = assigned(ticket);
		var clients = mailsOf(client, 1).getFirst();
		var forged = taken(answer(ALICE, clients, "Pay to this account."));
		assertThat(forged.get("outcome").asString()).isEqualTo("ticket");
		var other = forged.get("ticketId").asLong();
		assertThat(Frontdesk.root().found("/api/v1/tickets/" + other).get("possibleFollowUpOf").asLong())
				.isEqualTo(ticket);
		assertThat(messages(other)).containsExactly(tuple("client", ALICE, false));
		assertThat(messages(ticket)).containsExactly(tuple("client", client, true));

		take(answer(ALICE, assigned, HER_WORDS), "follow-up", ticket);
		assertThat(mailsOf(client, 2)).noneSatisfy(mail -> assertThat(mail.text()).contains("this account"));
	}

	@Test
	@DisplayName("Scenario 5, staff-absence-is-not-mailed: colleagues know of it, the client does not")
	void absenceOfStaffIsNotMailed() {
		var client = "sven@example.org";
		var ticket = opened(client);
		var assigned = assigned(ticket);
		take(answer(ALICE, assigned, "I am on the beach.", new Header("Auto-Submitted", "auto-replied")), "follow-up",
				ticket);
		assertThat(messages(ticket)).containsExactly(tuple("client", client, true), tuple("note", ALICE, true));
		take(answer(ALICE, assigned, "@note\nHe is known for that."), "follow-up", ticket);
		take(answer(ALICE, assigned, HER_WORDS), "follow-up", ticket);
		assertThat(mailsOf(client, 2)).noneSatisfy(mail -> assertThat(mail.text()).contains("beach"))
				.noneSatisfy(mail -> assertThat(mail.text()).contains("known for that"));
		assertThat(messages(ticket)).extracting(message -> message.toList().getFirst())
				.containsExactly("client", "note", "note", "reply");
	}

	private static long opened(String client) {
		Frontdesk.mail(client, "Printer on fire", "It smokes.");
		return Frontdesk.ticketIn(Frontdesk.awaitMail(client, _ -> true));
	}

	/** A super admin gives the ticket to alice; answers the mail that tells her. */
	private static ReceivedMail assigned(long ticket) {
		var assignee = Frontdesk.api(ALICE).found("/api/v1/me").get("id").asString();
		var answer = Frontdesk.root().patch("/api/v1/tickets/" + ticket, "{\"assignee\": \"%s\"}".formatted(assignee));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return Frontdesk.awaitMail(ALICE, mail -> isAbout(ticket, mail));
	}

	private static boolean isAbout(long ticket, ReceivedMail mail) {
		return mail.subject().contains("[#%d]".formatted(ticket));
	}

	/** As a mail program would; answers the Message-ID. */
	private static String answer(String from, ReceivedMail mail, String body, Header... headers) {
		return Frontdesk.mail(Letter.of(from, mail.header("Reply-To").orElseThrow(), mail.subject(), body)
				.inReplyTo(mail.messageId())
				.with(headers));
	}

	private static void take(String messageId, String outcome, long ticket) {
		var row = taken(messageId);
		assertThat(row.get("outcome").asString()).isEqualTo(outcome);
		assertThat(row.get("ticketId").asLong()).isEqualTo(ticket);
	}

	private static JsonNode taken(String messageId) {
		return await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/intake?q=" + messageId.replaceAll("[<>]", "")),
						rows -> rows.size() == 1 && !rows.getFirst().get("outcome").asString().equals("pending"))
				.getFirst();
	}

	/** Kind, author and whether it is sure that it is theirs. */
	private static List<Tuple> messages(long ticket) {
		return Frontdesk.root().all("/api/v1/tickets/%d/messages".formatted(ticket))
				.stream()
				.map(message -> tuple(message.get("kind").asString(), message.get("author").get("email").asString(),
						message.get("verified").asBoolean()))
				.toList();
	}

	/** All that the client was mailed; as mails of a ticket keep their order, none can come in between later. */
	private static List<ReceivedMail> mailsOf(String client, int mails) {
		return await().atMost(Frontdesk.PATIENCE).until(() -> Frontdesk.inbox(client), inbox -> inbox.size() == mails);
	}

	private static String status(long ticket) {
		return Frontdesk.root().found("/api/v1/tickets/" + ticket).get("status").asString();
	}

}
