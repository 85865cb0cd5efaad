package io.frontdesk.notification.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.EventJson;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.identity.Callers;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

/** The first half, by ticket-service, makes the event; here the mail that is shown is held against the one that is sent. */
@NotificationServiceTest
class ReplyPreviewIT {

	private static final String PATH = "/notifications/preview";

	private final Api root;

	private final Post post;

	private final Blobs blobs;

	@Autowired
	ReplyPreviewIT(MockMvcTester mvc, Post post, Blobs blobs) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.post = post;
		this.blobs = blobs;
	}

	@Test
	void mailThatIsShownIsTheOneThatIsSent() throws Exception {
		var ticket = Post.newTicket();
		var blob = this.blobs.store(out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)));
		var reply = Tickets.replied(ticket, "shown@example.de", "Pull the plug.", "<p>Pull the <b>plug</b>.</p>",
				List.of("Boss@example.org", "support@frontdesk.test"),
				List.of(new StoredFile("plug.csv", "text/csv", blob.size(), blob.key(), blob.key())));
		var shown = show(reply, null);
		assertThat(this.post.states(ticket)).as("nothing is written down").isEmpty();
		assertThat(shown.get("text").asString()).contains("Um zu antworten");
		assertThat(shown.get("html").asString()).contains("<p>Pull the <b>plug</b>.</p>");
		assertThat(shown.get("closing").isNull()).isTrue();
		assertThat(shown.get("suppressed").isNull()).isTrue();

		this.post.tell(reply);
		var sent = this.post.inbox("shown@example.de", 1).getFirst();
		assertThat(shown.get("subject").asString()).isEqualTo(sent.subject()).contains("[#%d]".formatted(ticket));
		assertThat(lines(sent.text())).isEqualTo(read(shown) + "\n[attached: plug.csv]");
		assertThat(sent.from()).isEqualTo(
				"%s <%s>".formatted(shown.at("/from/name").asString(), shown.at("/from/address").asString()));
		assertThat(shown.get("to").asString()).isEqualTo(sent.to());
		assertThat(shown.get("cc").valueStream().map(JsonNode::asString)).containsExactly("boss@example.org");
		assertThat(sent.header("Cc")).hasValue("boss@example.org");

		var kept = kept(ticket, "reply");
		assertThat(shown.get("text")).isEqualTo(kept.get("text"));
		assertThat(shown.get("html")).isEqualTo(kept.get("html"));
		assertThat(shown.get("attachments")).isEqualTo(kept.get("attachments"));
	}

	@Test
	void closingIsShownAsTheRequesterIsToldOfIt() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "closing@example.org", Proof.PROVEN));
		this.post.inbox("closing@example.org", 1);
		var reply = Tickets.replied(ticket, "closing@example.org", "Done.", null, List.of(), List.of());
		var closed = Tickets.closed(ticket, "closing@example.org", Tickets.ALICE);
		var shown = show(reply, closed).get("closing");
		assertThat(shown.get("text").asString()).contains("is now closed");

		this.post.tell(closed);
		var sent = this.post.inbox("closing@example.org", 2).getLast();
		assertThat(shown.get("subject").asString()).isEqualTo(sent.subject());
		assertThat(lines(sent.text())).isEqualTo(read(shown));
		assertThat(shown.get("html")).isEqualTo(kept(ticket, "status-changed").get("html"));
	}

	@Test
	void mailThatWouldNotBeSentSaysWhy() {
		var ticket = Post.newTicket();
		var reply = Tickets.replied(ticket, "help@frontdesk.test", "Hello us.", null, List.of(), List.of());
		var shown = show(reply, Tickets.closed(ticket, "help@frontdesk.test", Tickets.ALICE));
		assertThat(shown.get("suppressed").asString()).isEqualTo("We are help@frontdesk.test");
		assertThat(shown.get("closing").isNull()).isTrue();
		this.post.tell(reply);
		assertThat(this.post.settled(ticket, 1)).containsExactly("SUPPRESSED: We are help@frontdesk.test");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"reply\": {}}", "{\"reply\": {\"message\": {\"kind\": \"reply\"}}}",
			"{\"reply\": {\"message\": {\"kind\": \"note\", \"body\": \"x\"}}}", "{\"reply\": 1}", "[]", ""})
	void whatIsNoReplyIsRefused(String body) {
		assertThat(this.root.post(PATH, body)).hasStatus(400);
	}

	@Test
	void noteIsNoReply() {
		var reply = Tickets.replied(Post.newTicket(), "note@example.org", "Secret.", null, List.of(), List.of());
		var note = EventJson.MAPPER.writeValueAsString(reply).replace("\"kind\":\"reply\"", "\"kind\":\"note\"");
		assertThat(note).contains("\"kind\":\"note\"");
		assertThat(this.root.post(PATH, "{\"reply\": %s}".formatted(note))).hasStatus(400);
	}

	private JsonNode show(TicketMessageAdded reply, @Nullable TicketStatusChanged closed) {
		var answer = this.root.post(PATH, "{\"reply\": %s, \"closed\": %s}".formatted(
				EventJson.MAPPER.writeValueAsString(reply), EventJson.MAPPER.writeValueAsString(closed)));
		assertThat(answer).hasStatusOk();
		return Api.json(answer);
	}

	/** As it was written down to be sent. */
	private JsonNode kept(long ticket, String kind) {
		var found = Api.json(this.root.get("/notifications?ticket=" + ticket)).get("items").valueStream()
				.filter(it -> it.get("kind").asString().equals(kind))
				.findFirst()
				.orElseThrow();
		return Api.json(this.root.get("/notifications/" + found.get("id").asString()));
	}

	/** As a mail program shows it, without the line end that a mail's text is ended by. */
	private static String read(JsonNode shown) {
		return shown.get("text").asString().stripTrailing();
	}

	private static String lines(String text) {
		return text.replace("\r\n", "\n");
	}

}
