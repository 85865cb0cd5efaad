package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words that are not sent yet: D8, D9 and D10 of the web UI's stories, and of its task T24 what is about the network. */
class DraftIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	@AfterEach
	void nothingIsWrongWithThePage() {
		assertSoundButForRequests(this.page);
	}

	@Test
	void draftIsFoundInAnotherBrowserOfItsAuthorAndOfNobodyElse() {
		var ticket = open("uwe@example.org", "Stairs creak");
		compose("reply");
		saving(this.page, "reply", () -> text("reply").fill("Dear Uwe, we grease them."));
		assertThat(Frontdesk.root().get(draft(ticket, "reply")).status()).isEqualTo(204);

		var phone = elsewhere();
		logIn(phone, ALICE, "/tickets/" + ticket);
		assertThat(text(phone, "reply")).hasText("Dear Uwe, we grease them.");
		assertThat(phone.getByText("Draft from")).isVisible();
		saving(phone, "reply", () -> text(phone, "reply").fill("Dear Uwe, we grease them today."));

		this.page.evaluate("localStorage.clear()");
		this.page.reload();
		assertThat(text("reply")).hasText("Dear Uwe, we grease them today.");
		assertSound(phone);

		var colleague = elsewhere();
		logIn(colleague, "root@frontdesk.test", "/tickets/" + ticket);
		assertThat(button(colleague, "Reply to uwe@example.org")).isVisible();
		assertThat(colleague.getByText("grease")).hasCount(0);
		assertThat(colleague.getByText("draft")).hasCount(0);
	}

	@Test
	void draftThatIsSentIsGoneInEveryWindowAndDoesNotComeBack() {
		var ticket = open("vera@example.org", "Clock is slow");
		compose("note");
		saving(this.page, "note", () -> text("note").fill("It always was."));
		var tab = this.context.newPage();
		tab.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		assertThat(text(tab, "note")).hasText("It always was.");
		var phone = elsewhere();
		logIn(phone, ALICE, "/tickets/" + ticket);
		assertThat(text(phone, "note")).hasText("It always was.");

		button("Save note").click();
		for (var other : new Page[]{tab, phone}) {
			assertThat(other.getByText("Sent or discarded in another window.")).isVisible();
			assertThat(text(other, "note")).hasCount(0);
			other.reload();
			assertThat(button(other, "Reply to vera@example.org")).isVisible();
			assertThat(other.getByText("Draft from")).hasCount(0);
		}
		assertThat(Frontdesk.api(ALICE).get(draft(ticket, "note")).status()).isEqualTo(204);
		assertThat(notes(ticket)).isOne();
	}

	@Test
	void draftIsKeptOfflineAndSavedOnceTheNetworkIsBack() {
		var ticket = open("wim@example.org", "Lift stops");
		compose("reply");
		saving(this.page, "reply", () -> text("reply").fill("Dear Wim"));
		var alice = Frontdesk.api(ALICE);
		this.context.setOffline(true);
		text("reply").fill("Dear Wim, take the stairs.");
		assertThat(this.page.getByText("only in this browser so far")).isVisible();
		assertThat(button("Send to wim@example.org")).isDisabled();
		assertThat(alice.found(draft(ticket, "reply")).get("body").asString()).isEqualTo("Dear Wim");

		saving(this.page, "reply", () -> this.context.setOffline(false));
		assertThat(this.page.getByText("only in this browser so far")).hasCount(0);
		assertThat(alice.found(draft(ticket, "reply")).get("body").asString())
				.isEqualTo("Dear Wim, take the stairs.");
		assertThat(text("reply")).hasText("Dear Wim, take the stairs.");
	}

	@Test
	void replyWhoseAnswerIsLostIsSentOnceHoweverOftenItIsTried() {
		var ticket = open("xenia@example.org", "Roof leaks");
		var messages = "/api/v1/tickets/%d/messages".formatted(ticket);
		var posts = new AtomicInteger();
		this.page.route("**/api/v1/tickets/%d/**".formatted(ticket), route -> {
			var isPost = route.request().method().equals("POST") && route.request().url().endsWith(messages);
			if (isPost && posts.incrementAndGet() == 1) {
				assertThat(route.fetch().status()).isEqualTo(201);
				route.abort();
			} else if (posts.get() == 1 && !isPost) {
				route.abort();
			} else {
				route.resume();
			}
		});
		compose("reply");
		text("reply").fill("Dear Xenia, a bucket comes.");
		this.page.keyboard().press("Control+Enter");
		assertThat(this.page.getByText("The message was not sent. The draft is kept.")).isVisible();
		assertThat(Frontdesk.root().found(messages).get("total").asInt()).isEqualTo(2);
		button("Try again").last().click();
		assertThat(text("reply")).hasCount(0);

		Frontdesk.awaitMail("xenia@example.org", it -> it.text().contains("a bucket comes"));
		assertThat(posts).hasValue(2);
		assertThat(Frontdesk.root().found(messages).get("total").asInt()).isEqualTo(2);
		assertThat(Frontdesk.inbox("xenia@example.org").stream().filter(it -> it.text().contains("a bucket comes")))
				.hasSize(1);
		this.page.reload();
		assertThat(button("Reply to xenia@example.org")).isVisible();
		assertThat(this.page.getByText("Draft from")).hasCount(0);
	}

	@Test
	void pageThatIsGoneBeforeTheAnswerShowsTheMessageAndNoDraft() {
		var ticket = open("yara@example.org", "Bell is mute");
		var messages = "**/api/v1/tickets/%d/messages**".formatted(ticket);
		this.page.route(messages, route -> {
			if (route.request().method().equals("POST")) {
				route.fetch();
			}
			route.abort();
		});
		compose("note");
		text("note").fill("Ring it by hand.");
		button("Save note").click();
		assertThat(this.page.getByText("It was sent, though no answer came.")).isVisible();
		assertSoundButForRequests(this.page);
		this.page.unroute(messages);
		this.page.reload();
		assertThat(named(AriaRole.ARTICLE, "Internal note by Alice Adams")).containsText("by hand");
		assertThat(text("note")).hasCount(0);
		assertThat(this.page.getByText("Draft from")).hasCount(0);
		assertThat(notes(ticket)).isOne();
	}

	@Test
	void discardedDraftIsGoneAtTheServerAndCanBeBroughtBack() {
		var ticket = open("zoe@example.org", "Tap drips");
		compose("reply");
		saving(this.page, "reply", () -> text("reply").fill("Dear Zoe, turn it."));
		button("Discard").click();
		assertThat(button("Reply to zoe@example.org")).isFocused();
		var alice = Frontdesk.api(ALICE);
		await().atMost(Frontdesk.PATIENCE).until(() -> alice.get(draft(ticket, "reply")).status() == 204);
		saving(this.page, "reply", () -> button("Bring it back").click());
		assertThat(text("reply")).hasText("Dear Zoe, turn it.");
		assertThat(alice.found(draft(ticket, "reply")).get("body").asString()).isEqualTo("Dear Zoe, turn it.");
	}

	/** Until the server has what the action has written. */
	private static void saving(Page page, String kind, Runnable action) {
		page.waitForResponse((Response answer) -> answer.url().endsWith("/drafts/" + kind)
				&& answer.request().method().equals("PUT") && answer.ok(), action);
	}

	private static String draft(long ticket, String kind) {
		return "/api/v1/tickets/%d/drafts/%s".formatted(ticket, kind);
	}

	private static long notes(long ticket) {
		return Frontdesk.root()
				.all("/api/v1/tickets/%d/messages".formatted(ticket))
				.stream()
				.filter(message -> message.get("kind").asString().equals("note"))
				.count();
	}

	private long open(String from, String subject) {
		var ticket = Frontdesk.root()
				.created("/api/v1/tickets", """
						{"requester": {"email": "%s"}, "subject": "%s", "message": "What now?"}""".formatted(from,
						subject))
				.get("id")
				.asLong();
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(heading("#%d %s".formatted(ticket, subject))).isVisible();
		assertThat(this.page.getByRole(AriaRole.ARTICLE).first()).isVisible();
		return ticket;
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

}
