package io.frontdesk.ticket.raising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Heard;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

/** Staff who raise a ticket say whose its first words are, and whether its requester is told of it. */
@TicketServiceTest
@Import(Heard.class)
class TicketOpeningIT {

	private static final String WORDS = "She was rude on the phone.";

	private final MockMvcTester mvc;

	private final Heard heard;

	private final Api alice;

	private String client = "";

	private Api anna;

	@Autowired
	TicketOpeningIT(MockMvcTester mvc, Heard heard) {
		this.mvc = mvc;
		this.heard = heard;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.anna = this.alice;
	}

	/** D33 of the web UI's stories: closing it at once tells nobody. */
	@Test
	void ticketIsQuietUntilItsRequesterHearsOfIt() {
		assertThat(quiet(raise(""))).isFalse();
		var noted = raise(", \"from\": \"note\", \"confirm\": false");
		assertThat(quiet(noted)).isTrue();
		write(noted, "{\"kind\": \"note\", \"body\": \"Indeed.\"}");
		this.alice.send(HttpMethod.PATCH, "/tickets/" + noted, "{\"status\": \"closed\"}");
		assertThat(quiet(noted)).isTrue();
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/bulk/preview",
				"{\"ids\": [%d], \"change\": {\"status\": \"open\"}}".formatted(noted))).bodyJson()
				.extractingPath("$.mailed").asArray().isEmpty();
		write(noted, "{\"kind\": \"reply\", \"body\": \"Dear Anna\", \"hold\": 0}");
		assertThat(quiet(noted)).isFalse();
		assertThat(this.anna.read("/tickets/" + noted).get("quiet").isNull()).isTrue();
	}

	private boolean quiet(long ticket) {
		return this.alice.read("/tickets/" + ticket).get("quiet").asBoolean();
	}

	private void write(long ticket, String message) {
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket), message))
				.hasStatus(HttpStatus.CREATED);
	}

	@BeforeEach
	void annaCalls() {
		this.client = "anna-%s@example.org".formatted(UUID.randomUUID());
		this.anna = new Api(this.mvc, Callers.client(this.client));
	}

	@Test
	void wordsAreTheClientsUnlessStaffSayOtherwise() {
		var ticket = raise("");
		var message = onlyMessage(this.anna, ticket);
		assertThat(message.get("kind").asString()).isEqualTo("client");
		assertThat(message.get("author").get("email").asString()).isEqualTo(this.client);
		var created = created(ticket);
		assertThat(created.from()).isEqualTo(MessageKind.CLIENT);
		assertThat(created.confirms()).isTrue();
		assertThat(created.ticket().message()).isEqualTo(WORDS);
	}

	@Test
	void noteIsForTheHouseAloneAndInNoEvent() {
		var ticket = raise(", \"from\": \"note\", \"confirm\": false");
		assertThat(this.anna.read("/tickets/" + ticket).get("message").asString()).isEmpty();
		assertThat(messages(this.anna, ticket)).isEmpty();
		assertThat(this.anna.read("/tickets?q=rude").get("items")).isEmpty();
		var note = onlyMessage(this.alice, ticket);
		assertThat(note.get("kind").asString()).isEqualTo("note");
		assertThat(note.get("author").get("email").asString()).isEqualTo("alice@frontdesk.test");
		var created = created(ticket);
		assertThat(created.from()).isEqualTo(MessageKind.NOTE);
		assertThat(created.confirms()).isFalse();
		assertThat(created.ticket().message()).isEmpty();
		assertThat(created.ticket().requester().email()).isEqualTo(this.client);
	}

	@Test
	void replyIsHeldAndNowhereUntilItLeaves() {
		var ticket = raise(", \"from\": \"reply\"");
		assertThat(this.anna.read("/tickets/" + ticket).get("message").asString()).isEmpty();
		assertThat(messages(this.anna, ticket)).isEmpty();
		var reply = onlyMessage(this.alice, ticket);
		assertThat(reply.get("kind").asString()).isEqualTo("reply");
		assertThat(reply.get("heldUntil").isNull()).isFalse();
		var created = created(ticket);
		assertThat(created.opensWithReply()).isTrue();
		assertThat(created.ticket().message()).isEmpty();

		await().atMost(Duration.ofMinutes(1)).until(() -> !messages(this.anna, ticket).isEmpty());
		await().atMost(Duration.ofMinutes(1)).until(() -> !replies(ticket).isEmpty());
		var sent = replies(ticket).getFirst();
		assertThat(sent.message().body()).isEqualTo(WORDS);
		assertThat(sent.ticket().message()).isEqualTo(WORDS);
		var row = this.alice.read("/tickets?q=" + ticket).get("items").get(0);
		assertThat(row.get("firstReplyAt").isNull()).isFalse();
		assertThat(row.get("waitingOn").asString()).isEqualTo("client");
	}

	@Test
	void replyThatIsTakenBackLeavesTheTicketWithoutWords() {
		var ticket = raise(", \"from\": \"reply\"");
		var path = "/tickets/%d/messages".formatted(ticket);
		var reply = onlyMessage(this.alice, ticket).get("id").asString();
		assertThat(this.alice.send(HttpMethod.DELETE, path + "/" + reply, "")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(messages(this.alice, ticket)).isEmpty();
		this.alice.post(path, "{\"kind\": \"note\", \"body\": \"%s\"}".formatted(WORDS));
		assertThat(this.alice.read("/tickets/" + ticket).get("message").asString()).isEmpty();
		this.anna.post(path, "{\"kind\": \"reply\", \"body\": \"It is me.\"}");
		assertThat(this.alice.read("/tickets/" + ticket).get("message").asString()).isEqualTo("It is me.");
	}

	@Test
	void sameKeySentAgainMakesOneTicketWithOneReply() {
		var body = wish(", \"from\": \"reply\"");
		var key = UUID.randomUUID().toString();
		var first = Api.json(this.alice.send(HttpMethod.POST, "/tickets", body, "Idempotency-Key", key),
				HttpStatus.CREATED);
		var again = Api.json(this.alice.send(HttpMethod.POST, "/tickets", body, "Idempotency-Key", key),
				HttpStatus.CREATED);
		assertThat(again.get("id")).isEqualTo(first.get("id"));
		assertThat(messages(this.alice, first.get("id").asLong())).hasSize(1);
		assertThat(this.alice.send(HttpMethod.POST, "/tickets", wish(", \"from\": \"note\""), "Idempotency-Key", key))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"from\": \"staff\"", "\"from\": \"NOTE\"", "\"from\": 1", "\"from\": {}",
			"\"confirm\": \"perhaps\"", "\"confirm\": {}"})
	void whatIsNoneOfTheseIsRefused(String field) {
		assertThat(this.alice.send(HttpMethod.POST, "/tickets", wish(", " + field)))
				.hasStatus(HttpStatus.BAD_REQUEST);
	}

	private long raise(String more) {
		return this.alice.post("/tickets", wish(more)).get("id").asLong();
	}

	private String wish(String more) {
		return "{\"requester\": {\"email\": \"%s\"}, \"subject\": \"A call\", \"message\": \"%s\"%s}"
				.formatted(this.client, WORDS, more);
	}

	private static JsonNode messages(Api reader, long ticket) {
		return reader.read("/tickets/%d/messages".formatted(ticket)).get("items");
	}

	private static JsonNode onlyMessage(Api reader, long ticket) {
		var messages = messages(reader, ticket);
		assertThat(messages).hasSize(1);
		assertThat(messages.get(0).get("body").asString()).isEqualTo(WORDS);
		return messages.get(0);
	}

	private TicketCreated created(long ticket) {
		await().atMost(Duration.ofMinutes(1)).until(() -> !this.heard.of(TicketCreated.class, ticket).isEmpty());
		return this.heard.of(TicketCreated.class, ticket).getFirst();
	}

	private List<TicketMessageAdded> replies(long ticket) {
		return this.heard.of(TicketMessageAdded.class, ticket);
	}

}
