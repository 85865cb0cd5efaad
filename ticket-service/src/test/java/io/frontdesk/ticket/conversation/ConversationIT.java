package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

@TicketServiceTest
class ConversationIT {

	private final Api alice;

	private final Api dora;

	private final Api carol;

	@Autowired
	ConversationIT(MockMvcTester mvc) {
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
		this.carol = new Api(mvc, Callers.client("carol@example.com"));
	}

	@Test
	void replyIsHeldUnseenByTheClientAndThenSent() {
		var ticket = this.dora.raise("Printer on fire");
		var reply = write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"Pull the plug.\"}");
		assertThat(reply.get("heldUntil").isNull()).isFalse();
		assertThat(bodies(this.alice, ticket)).containsExactly("It smokes.", "Pull the plug.");
		assertThat(bodies(this.dora, ticket)).containsExactly("It smokes.");
		await().atMost(Duration.ofMinutes(1)).until(() -> bodies(this.dora, ticket).size() == 2);
		var sent = this.dora.read("/tickets/" + ticket);
		assertThat(sent.get("waitingOn").asString()).isEqualTo("client");
		assertThat(this.alice.send(HttpMethod.DELETE,
				"/tickets/%d/messages/%s".formatted(ticket, reply.get("id").asString()), ""))
				.hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void heldReplyCanBeTakenBack() {
		var ticket = this.dora.raise("Printer on fire");
		var reply = write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"Oops.\", \"close\": true}");
		assertThat(this.alice.send(HttpMethod.DELETE,
				"/tickets/%d/messages/%s".formatted(ticket, reply.get("id").asString()), ""))
				.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(bodies(this.alice, ticket)).containsExactly("It smokes.");
		assertThat(this.alice.read("/tickets/" + ticket).get("status").asString()).isEqualTo("open");
	}

	/** Here the usual is 3 s. */
	@Test
	void replyIsHeldAsLongAsItsAuthorWants() {
		var ticket = this.dora.raise("Printer on fire");
		var atOnce = write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"At once.\", \"hold\": 0}");
		assertThat(atOnce.get("heldUntil").isNull()).isTrue();
		assertThat(bodies(this.dora, ticket)).contains("At once.");
		var later = write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"Later.\", \"hold\": 30}");
		assertThat(Duration.between(Instant.parse(later.get("sentAt").asString()),
				Instant.parse(later.get("heldUntil").asString()))).isEqualTo(Duration.ofSeconds(30));
		assertThat(bodies(this.dora, ticket)).doesNotContain("Later.");
		var note = write(this.alice, ticket, "{\"kind\": \"note\", \"body\": \"A note.\", \"hold\": 30}");
		assertThat(note.get("heldUntil").isNull()).isTrue();
	}

	@Test
	void ticketIsNotClosedOverWordsThatCameWhileTheReplyWasHeld() {
		var ticket = this.dora.raise("Printer on fire");
		var reply = write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"Solved.\", \"close\": true}");
		assertThat(reply.get("closing").asString()).isEqualTo("closes");
		write(this.dora, ticket, "{\"kind\": \"reply\", \"body\": \"It burns again.\"}");
		assertThat(message(this.alice, ticket, 1).get("closing").asString()).isEqualTo("kept-open");
		await().atMost(Duration.ofMinutes(1)).until(() -> message(this.alice, ticket, 1).get("heldUntil").isNull());
		assertThat(message(this.alice, ticket, 1).get("closing").asString()).isEqualTo("kept-open");
		assertThat(message(this.dora, ticket, 1).get("closing").isNull()).isTrue();
		assertThat(this.alice.read("/tickets/" + ticket).get("status").asString()).isEqualTo("open");
		var later = write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"Now it is out.\", \"close\": true}");
		assertThat(later.get("closing").asString()).isEqualTo("closes");
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.alice.read("/tickets/" + ticket).get("status").asString().equals("closed"));
	}

	@Test
	void replyThatClosesDoesSoWhenItIsSent() {
		var ticket = this.dora.raise("Printer on fire");
		write(this.alice, ticket, "{\"kind\": \"reply\", \"body\": \"Solved.\", \"close\": true}");
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.alice.read("/tickets/" + ticket).get("status").asString().equals("closed"));
	}

	@Test
	void noteIsForStaffOnly() {
		var ticket = this.dora.raise("Printer on fire");
		write(this.alice, ticket, "{\"kind\": \"note\", \"body\": \"Client is a pyromaniac.\"}");
		assertThat(bodies(this.alice, ticket)).contains("Client is a pyromaniac.");
		assertThat(this.dora.get("/tickets/%d/messages".formatted(ticket))).bodyText().doesNotContain("pyromaniac");
		assertThat(this.dora.read("/tickets/%d/messages".formatted(ticket)).get("total").asLong()).isEqualTo(1);
		assertThat(this.dora.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"note\", \"body\": \"Me too.\"}")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void clientsAnswerIsThereAtOnceAndReopens() {
		var ticket = this.dora.raise("Printer on fire");
		this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"status\": \"closed\"}");
		var answer = write(this.dora, ticket, "{\"kind\": \"reply\", \"body\": \"Still burning.\"}");
		assertThat(answer.get("kind").asString()).isEqualTo("client");
		assertThat(answer.get("heldUntil").isNull()).isTrue();
		assertThat(this.dora.read("/tickets/" + ticket).get("status").asString()).isEqualTo("open");
	}

	@Test
	void whoHasNotSeenTheNewestMessageIsToldOfIt() {
		var ticket = this.dora.raise("Printer on fire");
		var first = this.alice.read("/tickets/%d/messages".formatted(ticket)).get("items").get(0).get("id").asString();
		var newer = write(this.dora, ticket, "{\"kind\": \"reply\", \"body\": \"It went out.\"}").get("id").asString();
		var refused = Api.json(this.alice.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"Pull the plug.\", \"seenThrough\": \"%s\"}".formatted(first)),
				HttpStatus.CONFLICT);
		assertThat(refused.get("messages").get(0).asString()).isEqualTo(newer);
		write(this.alice, ticket,
				"{\"kind\": \"reply\", \"body\": \"Good.\", \"seenThrough\": \"%s\"}".formatted(newer));
	}

	@Test
	void strangerNeitherReadsNorWrites() {
		var ticket = this.dora.raise("Printer on fire");
		var message = this.dora.read("/tickets/%d/messages".formatted(ticket)).get("items").get(0).get("id").asString();
		for (var path : new String[]{"", "/messages", "/messages/" + message + "/body"}) {
			assertThat(this.carol.get("/tickets/" + ticket + path)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.carol.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"Hello.\"}")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"kind\": \"reply\"}", "{\"kind\": \"reply\", \"body\": \" \"}",
			"{\"kind\": \"song\", \"body\": \"la\"}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"cc\": [\"no address\"]}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"attachments\": [\"1\"]}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"attachments\": [\"00000000-0000-0000-0000-000000000001\"]}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"hold\": -1}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"hold\": 31}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"hold\": \"long\"}",
			"{\"kind\": \"reply\", \"body\": \"x\", \"seenThrough\": \"00000000-0000-0000-0000-000000000001\"}"})
	void badMessageIsAProblem(String body) {
		var ticket = this.dora.raise("Printer on fire");
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket), body))
				.hasStatus4xxClientError()
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(bodies(this.alice, ticket)).hasSize(1);
	}

	private static JsonNode write(Api as, long ticket, String body) {
		return as.post("/tickets/%d/messages".formatted(ticket), body);
	}

	private static JsonNode message(Api as, long ticket, int index) {
		return as.read("/tickets/%d/messages".formatted(ticket)).at("/items/" + index);
	}

	private static List<String> bodies(Api as, long ticket) {
		return StreamSupport.stream(as.read("/tickets/%d/messages".formatted(ticket)).get("items").spliterator(), false)
				.map(message -> message.get("body").asString())
				.toList();
	}

}
