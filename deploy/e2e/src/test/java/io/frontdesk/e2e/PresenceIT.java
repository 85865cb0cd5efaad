package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Two of the staff at one ticket see each other (T11 of the web UI's tests). */
class PresenceIT extends InBrowser {

	@Test
	void whoReadsAndWhoAnswersIsSeenWithoutAReload() {
		Frontdesk.mail("pia@example.org", "Two at once", "Who answers?");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("pia@example.org", _ -> true));
		var root = Frontdesk.api("root@frontdesk.test");
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(heading("#%d Two at once".formatted(ticket))).isVisible();
		awaitStates(root, ticket, "viewing");
		compose("reply");
		awaitStates(root, ticket, "replying");

		root.post("/api/v1/tickets/%d/presence".formatted(ticket), "{\"state\": \"replying\"}");
		assertThat(this.page.getByText("Root Frontdesk is replying")).isVisible();
		root.post("/api/v1/tickets/%d/presence".formatted(ticket), "{\"state\": \"away\"}");
		assertThat(this.page.getByText("Root Frontdesk is replying")).hasCount(0);

		this.page.keyboard().press("Escape");
		root.post("/api/v1/tickets/%d/presence".formatted(ticket), "{\"state\": \"viewing\"}");
		this.page.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(this.page.getByText("Root Frontdesk is reading")).isVisible();
		awaitStates(root, ticket);
		assertSound();
	}

	/** Of all but Root, as Root is told. */
	private static void awaitStates(Api root, long ticket, String... states) {
		await().atMost(Frontdesk.PATIENCE)
				.untilAsserted(() -> assertThat(root.get("/api/v1/presence")
						.json()
						.get("items")
						.valueStream()
						.filter(it -> it.get("ticketId").asLong() == ticket)
						.filter(it -> !it.at("/person/email").asString().startsWith("root"))
						.map(it -> it.get("state").asString())).isEqualTo(List.of(states)));
	}

}
