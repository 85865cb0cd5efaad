package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A session that ends while somebody works: of the web UI's task T24, what is not about the network. */
class SessionEndIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	@Test
	@DisplayName("T24, a reply is sent once by whoever logs in again, and the other tab goes on, too")
	void replyIsSentOnceAfterANewLogin() {
		var ticket = raise("gustav@example.org", "Session is over");
		logIn(ALICE, "/tickets/" + ticket);
		compose("reply");
		this.page.keyboard().type("Dear Gustav, ");
		var tab = this.context.newPage();
		tab.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(named(tab, AriaRole.HEADING, "Tickets")).isVisible();
		mark(this.page);
		mark(tab);

		this.context.clearCookies();
		this.page.keyboard().type("all is well.");
		this.page.keyboard().press("Control+Enter");
		assertThat(named(AriaRole.DIALOG, "Your session has ended")).isVisible();
		assertThat(named(tab, AriaRole.DIALOG, "Your session has ended")).isVisible();
		assertSoundButForRequests(this.page);
		var popup = this.page.waitForPopup(() -> named(AriaRole.LINK, "Log in again").click());
		logIn(popup, ALICE);
		assertThat(named(AriaRole.DIALOG, "Your session has ended")).hasCount(0);
		assertThat(named(tab, AriaRole.DIALOG, "Your session has ended")).hasCount(0);

		var mail = Frontdesk.awaitMail("gustav@example.org", it -> it.text().contains("Dear Gustav"));
		assertThat(mail.text()).contains("Dear Gustav, all is well.");
		assertThat(named(AriaRole.ARTICLE, "Alice Adams replied").getByText("Sent")).isVisible();
		assertThat(Frontdesk.inbox("gustav@example.org").stream().filter(it -> it.text().contains("Dear Gustav")))
				.hasSize(1);
		Frontdesk.root().created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"note\", \"body\": \"Live.\"}");
		assertThat(named(AriaRole.ARTICLE, "Internal note")).containsText("Live.");
		assertStillTheSame(this.page);
		assertStillTheSame(tab);
		await().atMost(Frontdesk.PATIENCE).until(popup::isClosed);
		assertSoundButForRequests(this.page);
	}

	@Test
	@DisplayName("T24, what somebody wrote is not for whoever logs in instead of them")
	void nothingOfOneIsShownToAnother() {
		var ticket = raise("helge@example.org", "Somebody else");
		logIn(ALICE, "/tickets/" + ticket);
		compose("note");
		this.page.keyboard().type("Only mine.");
		this.context.clearCookies();
		button("Save note").click();
		var popup = this.page.waitForPopup(() -> named(AriaRole.LINK, "Log in again").click());
		logIn(popup, "root@frontdesk.test");
		assertThat(named(AriaRole.BUTTON, "Account: Root Frontdesk")).isVisible();
		assertThat(button("Reply to helge@example.org")).isVisible();
		assertThat(this.page.getByText("Only mine.")).hasCount(0);
		assertThat(Frontdesk.root().found("/api/v1/tickets/%d/messages".formatted(ticket)).get("total").asInt())
				.isOne();
	}

	private static long raise(String requester, String subject) {
		return Frontdesk.root()
				.created("/api/v1/tickets", """
						{"requester": {"email": "%s"}, "subject": "%s", "message": "What now?", "confirm": false}
						""".formatted(requester, subject))
				.get("id")
				.asLong();
	}

	private static Locator named(Page page, AriaRole role, String name) {
		return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
	}

}
