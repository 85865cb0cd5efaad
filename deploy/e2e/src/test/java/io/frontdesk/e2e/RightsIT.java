package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What an admin sees who may do little: T17 of the web UI's tasks. */
class RightsIT extends InBrowser {

	/** DESIGN.md §10 says 5 s; a busy machine takes longer, and a page asks by itself only after a minute. */
	private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(30_000);

	@Test
	void whoMayOnlyReadHasNothingToChangeItWithUntilTheyAreGivenTheRight() {
		var leo = new Accounts().create("leo@frontdesk.test", "Leo", "Lang", List.of("admin", "ticket:read"));
		Frontdesk.mail("bert@example.org", "Socket sparks", "Near the sink.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("bert@example.org", _ -> true));
		logIn(leo, "/tickets/" + ticket);
		assertThat(this.page.getByText("Near the sink.")).isVisible();
		for (var change : List.of("Reply to", "Add internal note", "Close", "Take it", "Remove tag")) {
			assertThat(button(change)).hasCount(0);
		}
		for (var property : List.of("Priority", "Assignee", "Project", "Task")) {
			assertThat(named(AriaRole.COMBOBOX, property)).hasCount(0);
		}
		this.page.keyboard().press("r");
		assertThat(text("reply")).hasCount(0);
		assertThat(named(AriaRole.LINK, "New ticket")).hasCount(0);
		assertSound();
		var refused = Frontdesk.api(leo)
				.post("/api/v1/tickets/%d/messages".formatted(ticket), "{\"kind\": \"reply\", \"body\": \"Run.\"}");
		assertThat(refused.status()).isEqualTo(403);

		mark(this.page);
		var id = Frontdesk.root().found("/api/v1/users?q=" + leo).get("items").get(0).get("id").asString();
		give(id, "ticket:read", "ticket:write");
		assertThat(button("Reply to bert@example.org")).isVisible(SOON);
		assertStillTheSame(this.page);
		compose("reply");
		text("reply").fill("Stay away from it.");
		button("Send to bert@example.org").click();
		Frontdesk.awaitMail("bert@example.org", it -> it.text().contains("Stay away from it."));

		give(id, "ticket:read");
		assertThat(button("Reply to bert@example.org")).hasCount(0);
		assertThat(this.page.getByText("Near the sink.")).isVisible();
	}

	private static void give(String user, String... features) {
		var given = Frontdesk.root().json("PUT", "/api/v1/users/%s/features".formatted(user),
				"{\"features\": [\"%s\"]}".formatted(String.join("\", \"", features)));
		assertThat(given.status()).as(given.body()).isLessThan(300);
	}

}
