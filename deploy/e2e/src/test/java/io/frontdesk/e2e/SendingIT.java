package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What staff write goes to whom they saw, once, and nowhere while it can be taken back: stories of the web UI. */
class SendingIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	private static final String CAROL = "carol@example.com";

	private static final int SLOWEST = 2_000;

	@Test
	@DisplayName("D1, text stays with its ticket, however late and in whatever order answers come")
	void textStaysWithItsTicket() {
		var first = raise("adam@example.org", "First of two");
		var second = raise("bela@example.org", "Second of two");
		logIn(ALICE, "/tickets/" + first);
		assertThat(heading("#%d First of two".formatted(first))).isVisible();
		this.page.route("**/api/v1/**", route -> {
			if (route.request().method().equals("GET") && !route.request().url().endsWith("/stream")) {
				this.page.waitForTimeout(ThreadLocalRandom.current().nextInt(SLOWEST));
			}
			route.resume();
		});
		compose("reply");
		this.page.keyboard().type("Dear Adam, ");
		go(second);
		go(first);
		go(second);
		assertThat(button("Reply to bela@example.org")).isVisible();
		assertThat(this.page.getByText("Dear Adam")).hasCount(0);
		compose("reply");
		this.page.keyboard().type("Dear Bela, ");
		assertThat(button("Send to bela@example.org")).isVisible();
		this.page.goBack();
		assertThat(heading("#%d First of two".formatted(first))).isVisible();
		assertThat(text("reply")).hasText("Dear Adam,");
		assertThat(button("Send to adam@example.org")).isVisible();
		this.page.goForward();
		assertThat(heading("#%d Second of two".formatted(second))).isVisible();
		assertThat(text("reply")).hasText("Dear Bela,");
		this.page.unroute("**/api/v1/**");
		assertSound();
	}

	/** As a link of the page would. */
	private void go(long ticket) {
		this.page.evaluate("""
				path => {
					history.pushState(null, '', path);
					dispatchEvent(new PopStateEvent('popstate'));
				}""", "/tickets/" + ticket);
	}

	@Test
	@DisplayName("D3, the requester changed while one wrote: nothing leaves before the writer has seen who it is now")
	void nothingLeavesForWhomItsWriterDidNotSee() {
		var ticket = raise("clea@example.org", "Whose is it");
		logIn(ALICE, "/tickets/" + ticket);
		compose("reply");
		this.page.keyboard().type("Between us: it is late.");
		assertThat(button("Send to clea@example.org")).isVisible();
		var sent = new AtomicBoolean();
		this.page.route("**/api/v1/tickets/%d**".formatted(ticket), route -> {
			sent.compareAndSet(false, route.request().url().endsWith("/messages")
					&& route.request().method().equals("POST"));
			if (sent.get() || !route.request().method().equals("GET")) {
				route.resume();
			} else {
				route.abort();
			}
		});
		change(ticket, "{\"requester\": {\"email\": \"dora.bolt@example.net\"}}");
		this.page.keyboard().press("Control+Enter");
		assertThat(this.page
				.getByText("You began this reply to clea@example.org. Answers now go to dora.bolt@example.net."))
				.isVisible();
		assertThat(text("reply")).hasText("Between us: it is late.");
		assertThat(replies(ticket)).isEmpty();
		assertThat(button("Send to")).isDisabled();
		button("Write to dora.bolt@example.net").click();
		button("Send to dora.bolt@example.net").click();
		assertThat(button("Undo")).isVisible();
		assertThat(Frontdesk.awaitMail("dora.bolt@example.net", it -> it.text().contains("Between us")).text())
				.contains("it is late");
		assertThat(Frontdesk.inbox("clea@example.org")).noneMatch(it -> it.text().contains("Between us"));
	}

	@Test
	@DisplayName("D5, a held reply does not exist for the client, nor does one that was taken back")
	void heldReplyDoesNotExistForTheClient() {
		var carol = Frontdesk.api(CAROL);
		var ticket = carol.created("/api/v1/tickets", "{\"subject\": \"Held for a while\", \"message\": \"Well?\"}")
				.get("id")
				.asLong();
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(this.page.getByRole(AriaRole.ARTICLE).first()).isVisible();
		var before = seenBy(carol, ticket);
		compose("reply");
		this.page.keyboard().type("You are wrong.");
		this.page.keyboard().press("Control+Enter");
		assertThat(button("Undo")).isVisible();
		assertThat(seenBy(carol, ticket)).isEqualTo(before);
		button("Undo").click();
		assertThat(text("reply")).hasText("You are wrong.");
		assertThat(seenBy(carol, ticket)).isEqualTo(before);
		assertThat(Frontdesk.root().all("/api/v1/notifications?kind=reply&ticket=" + ticket)).isEmpty();
		button("Discard").click();
		assertSound();
	}

	private static List<String> seenBy(Api client, long ticket) {
		var path = "/api/v1/tickets/" + ticket;
		return Stream.of(client.get(path), client.get(path + "/messages"), client.get("/api/v1/tickets?q=%23" + ticket))
				.flatMap(answer -> Stream.of(answer.header("ETag"), answer.body()))
				.toList();
	}

	@Test
	@DisplayName("D6, send and close is one step: Undo takes back both")
	void sendAndCloseIsTakenBackAsOne() {
		var ticket = raise("egon@example.org", "Done at last");
		logIn(ALICE, "/tickets/" + ticket);
		compose("reply");
		this.page.keyboard().type("It is done.");
		assertThat(this.page.getByText("mails the reply, then that the ticket is closed")).isVisible();
		button("Send and close").click();
		assertThat(this.page.getByText("It closes the ticket, and a second mail says so.")).isVisible();
		button("Undo").click();
		assertThat(text("reply")).hasText("It is done.");
		assertThat(state(ticket)).isEqualTo("open");
		assertThat(Frontdesk.root().get("/api/v1/tickets/%d/history".formatted(ticket)).body())
				.doesNotContain("closed");
		button("Send and close").click();
		Frontdesk.awaitMail("egon@example.org", it -> it.text().contains("It is done."));
		await().atMost(Frontdesk.PATIENCE).until(() -> state(ticket).equals("closed"));
		assertThat(button("Reopen")).isVisible();
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root()
						.all("/api/v1/notifications?state=sent&ticket=" + ticket)
						.stream()
						.map(it -> it.get("kind").asString())
						.sorted()
						.toList()
						.equals(List.of("reply", "status-changed")));
		assertSound();
	}

	@Test
	@DisplayName("D6, send and close: a ticket is not closed over words that came inside the hold, and says why")
	void ticketIsNotClosedOverWordsThatCameMeanwhile() {
		var carol = Frontdesk.api(CAROL);
		var ticket = carol.created("/api/v1/tickets", "{\"subject\": \"Done, or not\", \"message\": \"Well?\"}")
				.get("id")
				.asLong();
		logIn(ALICE, "/tickets/" + ticket);
		compose("reply");
		this.page.keyboard().type("It works now.");
		button("Send and close").click();
		assertThat(button("Undo")).isVisible();
		carol.created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"Now it smokes.\"}");
		assertThat(this.page.getByText("The client wrote meanwhile: the ticket stays open.")).isVisible();
		assertThat(named(AriaRole.ARTICLE, "replied")
				.getByText("The ticket was not closed with it: the client wrote before it left.")).isVisible();
		assertThat(state(ticket)).isEqualTo("open");
		assertThat(this.page.getByRole(AriaRole.ARTICLE).last()).containsText("Now it smokes.");
		assertSound();
	}

	@Test
	@DisplayName("D18, files are as safe as the text: over a failed send, a logout and a login")
	void filesOfADraftOutliveWhatGoesWrong() {
		var ticket = raise("fritz@example.org", "Two plans");
		logIn(ALICE, "/tickets/" + ticket);
		compose("reply");
		this.page.keyboard().type("Both plans.");
		var chosen = this.page.waitForFileChooser(() -> button("Attach files").click());
		saving(() -> chosen.setFiles(new FilePayload[]{new FilePayload("one.txt", "text/plain", "one".getBytes()),
				new FilePayload("two.txt", "text/plain", "two".getBytes()),
				new FilePayload("three.txt", "text/plain", "three".getBytes())}), "three.txt");
		var messages = "**/api/v1/tickets/%d/messages".formatted(ticket);
		this.page.route(messages, route -> {
			if (route.request().method().equals("POST")) {
				route.fulfill(new Route.FulfillOptions().setStatus(503));
			} else {
				route.resume();
			}
		});
		button("Send to fritz@example.org").click();
		assertThat(this.page.getByText("The message was not sent. The draft is kept.")).isVisible();
		this.page.unroute(messages);
		saving(() -> button("Remove two.txt").click(), "one.txt");

		named(AriaRole.BUTTON, "Account: ").click();
		named(AriaRole.MENUITEM, "Log out").click();
		assertThat(heading("You are logged out")).isVisible();
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(text("reply")).hasText("Both plans.");
		assertThat(button("Remove one.txt")).isVisible();
		assertThat(button("Remove three.txt")).isVisible();
		assertThat(this.page.getByText("two.txt")).hasCount(0);
		button("Send to fritz@example.org").click();
		var mail = Frontdesk.awaitMail("fritz@example.org", it -> it.text().contains("Both plans."));
		assertThat(mail.text()).contains("one.txt", "three.txt").doesNotContain("two.txt");
		assertSoundButForRequests(this.page);
	}

	/** Until the server has a draft with what the action brought. */
	private void saving(Runnable action, String name) {
		this.page.waitForResponse((Response answer) -> answer.url().endsWith("/drafts/reply") && answer.ok()
				&& answer.request().method().equals("PUT") && answer.text().contains(name), action);
	}

	private static long raise(String requester, String subject) {
		return Frontdesk.root()
				.created("/api/v1/tickets", """
						{"requester": {"email": "%s"}, "subject": "%s", "message": "What now?", "confirm": false}
						""".formatted(requester, subject))
				.get("id")
				.asLong();
	}

	private static void change(long ticket, String fields) {
		var path = "/api/v1/tickets/" + ticket;
		var root = Frontdesk.root();
		assertThat(root.patch(path, fields, "If-Match", root.get(path).header("ETag")).status()).isEqualTo(200);
	}

	private static String state(long ticket) {
		return Frontdesk.root().found("/api/v1/tickets/" + ticket).get("status").asString();
	}

	private static List<JsonNode> replies(long ticket) {
		return Frontdesk.root()
				.all("/api/v1/tickets/%d/messages".formatted(ticket))
				.stream()
				.filter(message -> message.get("kind").asString().equals("reply"))
				.toList();
	}

}
