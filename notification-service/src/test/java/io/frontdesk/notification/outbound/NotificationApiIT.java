package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

@NotificationServiceTest
class NotificationApiIT {

	private final Api root;

	private final Api alice;

	private final Post post;

	@Autowired
	NotificationApiIT(MockMvcTester mvc, Post post) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.alice = new Api(mvc, Callers.admin(Features.MAIL_READ));
		this.post = post;
	}

	@Test
	void sentMailIsShownAsTheContractSaysAndInWhole() {
		var ticket = Post.newTicket();
		var event = Tickets.replied(ticket, "shown@example.org", "1 < 2", "<p>1 &lt; <b>2</b></p>",
				List.of("copy@example.org"), List.of());
		this.post.tell(event);
		this.post.settled(ticket, 2);
		var shown = items("?to=Shown@example.org").getFirst();
		assertThat(shown.propertyNames()).containsExactlyInAnyOrder("id", "kind", "to", "ticketId", "message", "state",
				"reason", "attempts", "subject", "messageId", "createdAt", "nextAttemptAt", "sentAt");
		assertThat(shown.get("kind").asString()).isEqualTo("reply");
		assertThat(shown.get("to").asString()).isEqualTo("shown@example.org");
		assertThat(shown.get("ticketId").asLong()).isEqualTo(ticket);
		assertThat(shown.get("message").asString()).isEqualTo(event.message().id().toString());
		assertThat(shown.get("state").asString()).isEqualTo("sent");
		assertThat(shown.get("nextAttemptAt").isNull()).isTrue();
		assertThat(shown.get("sentAt").isNull()).isFalse();
		var whole = Api.json(this.root.get("/notifications/" + shown.get("id").asString()));
		assertThat(whole.get("text").asString()).startsWith("1 < 2\n\n-- \nAlice Adams");
		assertThat(whole.get("html").asString()).contains("<p>1 &lt; <b>2</b></p>", "Alice Adams");
		assertThat(whole.get("cc").get(0).asString()).isEqualTo("copy@example.org");
		assertThat(whole.get("messageId")).isEqualTo(shown.get("messageId"));
		assertThat(whole.get("references")).hasSize(1);
	}

	@Test
	void filtersNarrowTheList() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "filter@example.org"),
				Tickets.closed(ticket, "filter@example.org", Person.of("filter@example.org", "")));
		this.post.settled(ticket, 2);
		var mine = "?to=filter@example.org";
		assertThat(items(mine)).hasSize(2);
		assertThat(items(mine + "&state=suppressed")).singleElement()
				.satisfies(it -> assertThat(it.get("reason").asString()).contains("changed the status"));
		assertThat(items(mine + "&kind=created&state=sent")).hasSize(1);
		assertThat(items(mine + "&state=held")).isEmpty();
		assertThat(items(mine + "&ticket=" + (ticket + 1_000_000))).isEmpty();
		assertThat(items("?ticket=" + ticket)).hasSize(2);
		assertThat(items(mine + "&createdFrom=2020-01-01&createdTo=2120-01-01")).hasSize(2);
		assertThat(items(mine + "&createdFrom=2120-01-01")).isEmpty();
		assertThat(items(mine + "&createdTo=2020-01-01T00:00:00Z")).isEmpty();
	}

	@Test
	void pagesCoverEverythingOnceTheNewestFirst() {
		var tickets = IntStream.range(0, 7).mapToObj(_ -> Post.newTicket()).toList();
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, "pages@example.org")));
		tickets.forEach(ticket -> this.post.settled(ticket, 1));
		var seen = new ArrayList<String>();
		var query = "?to=pages@example.org&limit=3";
		var cursor = "";
		for (var page = 0; page < 3; page++) {
			var answer = Api.json(this.root.get("/notifications" + query + cursor));
			assertThat(answer.get("total").asInt()).isEqualTo(7);
			assertThat(answer.get("totalCapped").asBoolean()).isFalse();
			answer.get("items").forEach(item -> seen.add(item.get("createdAt").asString() + item.get("id").asString()));
			cursor = "&cursor=" + answer.get("nextCursor").asString("");
		}
		assertThat(seen).hasSize(7).doesNotHaveDuplicates();
		assertThat(cursor).isEqualTo("&cursor=");
	}

	@Test
	void suppressedMailCanBeSentAfterAll() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "noreply@after-all.example"));
		this.post.settled(ticket, 1);
		var id = items("?ticket=" + ticket).getFirst().get("id").asString();
		assertThat(this.root.post("/notifications/" + id + "/retry", null)).hasStatusOk();
		assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
		assertThat(this.post.inbox("noreply@after-all.example")).hasSize(1);
		assertThat(this.root.post("/notifications/" + id + "/retry", null)).hasStatus(409)
				.bodyJson().extractingPath("$.type").isEqualTo("/problems/not-to-be-retried");
	}

	@Test
	void failedReplyGoesToAnotherAddressAsAMailThatOnlyThatOneKnows() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "noreply@readdressed.example"));
		this.post.settled(ticket, 1);
		var mail = items("?ticket=" + ticket).getFirst();
		var retry = "/notifications/" + mail.get("id").asString() + "/retry";
		var wanted = "new-%d@readdressed.example".formatted(ticket);
		assertThat(this.root.post(retry, "{\"to\": \" %s\"}".formatted(wanted))).hasStatus(400);
		var answer = Api.json(this.root.post(retry, "{\"to\": \"%s\"}".formatted(wanted.toUpperCase(Locale.ROOT))));
		assertThat(answer.get("to").asString()).isEqualTo(wanted);
		assertThat(answer.get("addressedTo").asString()).isEqualTo(wanted);
		assertThat(answer.get("messageId")).isNotEqualTo(mail.get("messageId"));
		assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
		assertThat(this.post.inbox(wanted)).hasSize(1);
		assertThat(this.post.inbox("noreply@readdressed.example")).isEmpty();
		assertThat(items("?ticket=" + ticket)).singleElement()
				.satisfies(it -> assertThat(it.get("to").asString()).isEqualTo(wanted));
	}

	@ParameterizedTest
	@ValueSource(strings = {"support@frontdesk.test", "Support+5@Frontdesk.test"})
	void mailIsSentToNoAddressOfOurs(String ours) {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "noreply@barred.example"));
		this.post.settled(ticket, 1);
		var id = items("?ticket=" + ticket).getFirst().get("id").asString();
		assertThat(this.root.post("/notifications/" + id + "/retry", "{\"to\": \"%s\"}".formatted(ours))).hasStatus(422)
				.bodyJson().extractingPath("$.type").isEqualTo("/problems/recipient-barred");
		assertThat(items("?ticket=" + ticket).getFirst().get("state").asString()).isEqualTo("suppressed");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "x", "a b@example.org", "a@example.org\\nBcc: b@example.org", "a@b@c",
			"Anna <a@b.example>"})
	void otherAddressIsOne(String address) {
		assertThat(this.root.post("/notifications/" + UUID.randomUUID() + "/retry",
				"{\"to\": \"%s\"}".formatted(address))).hasStatus(400);
	}

	@Test
	void whoMayNotReadMailSendsItAgainWithoutBeingTold() {
		var blind = new Api(this.root.mvc(), Callers.admin(Features.MAIL_MANAGE));
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "noreply@blind.example"));
		this.post.settled(ticket, 1);
		var id = items("?ticket=" + ticket).getFirst().get("id").asString();
		for (var answer : List.of(blind.post("/notifications/" + id + "/retry", null),
				blind.post("/notifications/retry", "{\"reason\": \"no reason\"}"))) {
			assertThat(answer).hasStatus(204);
			assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
		}
		assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
	}

	@ParameterizedTest
	@ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?state=lost", "?kind=spam", "?ticket=x",
			"?cursor=x", "?cursor=%00", "?cursor=MSAyIDMgNA", "?createdFrom=yesterday", "?createdTo=2026-13-01",
			"?createdFrom=%00", "?to=a%00b"})
	void badParameterIsAProblem(String query) {
		assertThat(this.root.get("/notifications" + query)).hasStatus(400)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void cursorOfOtherFiltersIsAProblem() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "a-cursor@example.org"),
				Tickets.closed(ticket, "a-cursor@example.org", Tickets.ALICE));
		this.post.settled(ticket, 2);
		var cursor = Api.json(this.root.get("/notifications?limit=1&ticket=" + ticket)).get("nextCursor").asString();
		assertThat(this.root.get("/notifications?limit=1&ticket=" + ticket + "&cursor=" + cursor)).hasStatusOk();
		assertThat(this.root.get("/notifications?limit=1&cursor=" + cursor)).hasStatus(400);
		assertThat(this.alice.get("/notifications?limit=1&ticket=" + ticket + "&cursor=" + cursor)).hasStatus(400);
	}

	@ParameterizedTest
	@ValueSource(strings = {"x", "%00", "1-1-1-1-1", "463d327b-725f-4b45-85e5-46bd35b0bd35"})
	void idThatNothingHasIsAProblem(String id) {
		assertThat(this.root.get("/notifications/" + id)).hasStatus4xxClientError();
		assertThat(this.root.post("/notifications/" + id + "/retry", null)).hasStatus4xxClientError();
		assertThat(this.root.get("/notifications/" + UUID.randomUUID())).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = {"?limit=0", "?limit=201", "?cursor=%00"})
	void badParameterOfMutesIsAProblem(String query) {
		assertThat(this.root.get("/notifications/mutes" + query)).hasStatus(400);
	}

	private List<JsonNode> items(String query) {
		var answer = this.root.get("/notifications" + query);
		assertThat(answer).hasStatusOk();
		return Api.json(answer).get("items").valueStream().toList();
	}

}
