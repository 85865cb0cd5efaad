package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.ReceivedMail;

/** Whose a ticket is, and who is mailed about it, whatever stands in From. */
class AnsweredPersonIT {

	private final String run = UUID.randomUUID().toString().substring(0, 8);

	private final String nora = "nora." + this.run + "@home.example";

	private final String work = "nora." + this.run + "@work.example";

	@Test
	void webFormIsAnsweredToTheClientWhomItNames() throws MessagingException {
		var form = "noreply.%s@kettles.example".formatted(this.run);
		var ticket = ticketOf("From: Kettles <%s>\nReply-To: Nora Quist <%s>\n".formatted(form, this.nora));
		assertRequester(ticket, this.nora);
		assertThat(Frontdesk.ticketIn(mailTo(this.nora))).isEqualTo(ticket);
		assertThat(Frontdesk.inbox(form)).isEmpty();
		var own = "tim.%s@home.example".formatted(this.run);
		assertRequester(ticketOf("From: Website <support@frontdesk.test>\nReply-To: %s\n".formatted(own)), own);
		mailTo(own);
		assertThat(entry("From: support@frontdesk.test\n", "").get("classification").asString()).isEqualTo("loop");
	}

	@Test
	void personIsAnsweredWhereTheyWantItByStaffToo() throws MessagingException {
		var ticket = ticketOf("From: Nora Quist <%s>\nReply-To: <%s>\n".formatted(this.work, this.nora));
		assertRequester(ticket, this.work);
		assertThat(mailTo(this.nora).text()).doesNotContain("Quist", "kettle");
		reply(ticket, "We send another lid.");
		Frontdesk.awaitMail(this.nora, mail -> mail.text().contains("another lid"));
		assertThat(Frontdesk.inbox(this.work)).isEmpty();
	}

	@Test
	void listIsNeitherRequesterNorMailed() throws MessagingException {
		var list = "lab.%s@lists.example".formatted(this.run);
		var ticket = ticketOf("""
				From: Nora Quist via Lab <%1$s>
				List-Id: <%2$s>
				Reply-To: Nora Quist <%3$s>, %1$s
				""".formatted(list, list.replace('@', '.'), this.nora));
		assertRequester(ticket, this.nora);
		reply(ticket, "We send another lid.");
		Frontdesk.awaitMail(this.nora, mail -> mail.text().contains("another lid"));
		assertThat(Frontdesk.inbox(list)).isEmpty();
	}

	@Test
	void mailGoesToWhomStaffMakeTheRequester() throws MessagingException {
		var ticket = ticketOf("From: %s\n".formatted(this.work));
		var changed = Frontdesk.root().patch("/api/v1/tickets/" + ticket, """
				{"requester": {"email": "%s", "firstName": "Nora", "lastName": "Quist"}}""".formatted(this.nora));
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		assertRequester(ticket, this.nora);
		reply(ticket, "We send another lid.");
		Frontdesk.awaitMail(this.nora, mail -> mail.text().contains("another lid"));
		assertThat(Frontdesk.inbox(this.work)).noneMatch(mail -> mail.text().contains("another lid"));
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> !Frontdesk.root().all("/api/v1/users?q=" + this.nora).isEmpty());
	}

	@Test
	void mailJoinsItsAnswerThatLayBeforeIt() throws MessagingException {
		var id = "<%s@work.example>".formatted(UUID.randomUUID());
		var first = append("From: %s\nIn-Reply-To: %s\n".formatted(this.work, id), "");
		append("From: %s\n".formatted(this.work), id);
		assertThat(taken(id).get("ticketId").asLong()).isEqualTo(taken(first).get("ticketId").asLong());
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void mailsOfOneMomentAreInTheTicketsOfThoseThatTheyAnswer(boolean answerFirst) throws MessagingException {
		var asked = Stream.generate(() -> "<%s@work.example>".formatted(UUID.randomUUID())).limit(8).toList();
		var answers = Stream.generate(() -> "<%s@work.example>".formatted(UUID.randomUUID())).limit(8).toList();
		var mails = new ArrayList<byte[]>();
		for (var i = 0; i < asked.size(); i++) {
			var from = "From: %d.%s\n".formatted(i, this.work);
			var pair = List.of(mail(from, asked.get(i)),
					mail(from + "In-Reply-To: %s\n".formatted(asked.get(i)), answers.get(i)));
			mails.addAll(answerFirst ? pair.reversed() : pair);
		}
		Frontdesk.appendTogether(mails);
		for (var i = 0; i < asked.size(); i++) {
			assertThat(taken(answers.get(i)).get("ticketId").asLong())
					.isEqualTo(taken(asked.get(i)).get("ticketId").asLong());
		}
	}

	@Test
	void outlooksConversationIsOneTicket() throws MessagingException {
		var conversation = new byte[22];
		ThreadLocalRandom.current().nextBytes(conversation);
		var ticket = ticketOf("From: %s\nThread-Index: %s\n".formatted(this.work, encoded(conversation)));
		var answer = entry(
				"From: %s\nThread-Index: %s\n".formatted(this.work, encoded(Arrays.copyOf(conversation, 27))), "");
		assertThat(answer.get("outcome").asString()).isEqualTo("follow-up");
		assertThat(answer.get("ticketId").asLong()).isEqualTo(ticket);
	}

	@Test
	void whoeverIsDeactivatedIsIgnoredUntilReleasedAndNeverMailed() throws MessagingException {
		ticketOf("From: Eve Young <%s>\n".formatted(this.work));
		mailTo(this.work);
		var eve = await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/users?q=" + this.work), users -> users.size() == 1)
				.getFirst();
		var deleted = Frontdesk.root().json("DELETE", "/api/v1/users/" + eve.get("id").asString(), "");
		assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().found("/api/v1/users/" + eve.get("id").asString()),
						user -> !user.get("active").asBoolean());
		var ignored = await().atMost(Frontdesk.PATIENCE)
				.until(() -> entry("From: %s\n".formatted(this.work), ""),
						entry -> entry.get("outcome").asString().equals("ignored"));
		assertThat(ignored.get("reason").asString()).contains("deactivated");
		var released = Frontdesk.root().post("/api/v1/intake/%s/release".formatted(ignored.get("id").asString()), "{}");
		assertThat(released.status()).as(released.toString()).isEqualTo(200);
		var ticket = taken(ignored.get("messageId").asString()).get("ticketId").asLong();
		var states = await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/notifications?ticket=" + ticket), rows -> !rows.isEmpty());
		assertThat(states).extracting(row -> row.get("state").asString()).containsOnly("suppressed");
		assertThat(Frontdesk.inbox(this.work)).noneMatch(mail -> mail.text().contains("" + ticket));
	}

	private static ReceivedMail mailTo(String address) {
		return Frontdesk.awaitMail(address, _ -> true);
	}

	private static String encoded(byte[] index) {
		return Base64.getEncoder().encodeToString(index);
	}

	private static void reply(long ticket, String body) {
		Frontdesk.root()
				.created("/api/v1/tickets/%d/messages".formatted(ticket),
						"{\"kind\": \"reply\", \"body\": \"%s\"}".formatted(body));
	}

	private static void assertRequester(long ticket, String address) {
		assertThat(Frontdesk.root().found("/api/v1/tickets/" + ticket).at("/requester/email").asString())
				.isEqualTo(address);
	}

	private static long ticketOf(String headers) throws MessagingException {
		var entry = entry(headers, "");
		assertThat(entry.get("outcome").asString()).isEqualTo("ticket");
		return entry.get("ticketId").asLong();
	}

	private static JsonNode entry(String headers, String id) throws MessagingException {
		return taken(append(headers, id));
	}

	/** @param id empty for a new one; answers it */
	private static String append(String headers, String id) throws MessagingException {
		var messageId = id.isEmpty() ? "<%s@e2e.example>".formatted(UUID.randomUUID()) : id;
		Frontdesk.append(mail(headers, messageId));
		return messageId;
	}

	private static byte[] mail(String headers, String messageId) {
		return (headers + """
				To: support@frontdesk.test
				Subject: Lid of the kettle
				Message-ID: %s
				Content-Type: text/plain; charset=utf-8

				The lid of my kettle is cracked, %s.
				""".formatted(messageId, messageId.substring(1, 9))).replace("\n", "\r\n")
				.getBytes(StandardCharsets.UTF_8);
	}

	private static JsonNode taken(String messageId) {
		return await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/intake?q=" + messageId.replaceAll("[<>]", "")),
						rows -> rows.size() == 1 && !rows.getFirst().get("outcome").asString().equals("pending"))
				.getFirst();
	}

}
