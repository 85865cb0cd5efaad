package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Staff look at a reply before it leaves, and the client gets what was shown, and nothing else. */
class PreviewIT extends InBrowser {

	@Test
	void mailThatIsShownIsTheOneThatTheClientGets() {
		Frontdesk.mail("prue@example.org", "Lift is stuck", "Between 2 and 3.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("prue@example.org", _ -> true));
		Frontdesk.root().created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"note\", \"body\": \"The landlord overdid the budget.\"}");
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(this.page.getByText("The landlord overdid the budget.")).isVisible();
		compose("reply");
		var keyboard = this.page.keyboard();
		keyboard.type("Dear Prue,");
		keyboard.press("Enter");
		keyboard.press("Enter");
		keyboard.type("somebody <comes> ");
		keyboard.press("Control+b");
		keyboard.type("today");
		button("Preview mail").click();
		var dialog = named(AriaRole.DIALOG, "The mail as it leaves");
		var mail = dialog.getByTitle("The mail", new Locator.GetByTitleOptions().setExact(true));
		assertThat(mail.contentFrame().getByText("somebody <comes> today")).isVisible();
		assertThat(dialog).containsText("Toprue@example.org");
		assertSound();
		dialog.getByText("Plain text").click();
		var text = dialog.getByRole(AriaRole.REGION,
				new Locator.GetByRoleOptions().setName("The mail").setExact(true)).textContent();
		var subject = dialog.locator("dd").filter(new Locator.FilterOptions().setHasText("[#%d]".formatted(ticket)))
				.textContent();
		assertSound();
		assertThat(dialog.textContent()).doesNotContain("landlord");
		this.page.keyboard().press("Escape");
		assertThat(button("Preview mail")).isFocused();
		button("Send to prue@example.org").click();

		var sent = Frontdesk.awaitMail("prue@example.org", it -> it.text().contains("somebody"));
		assertThat(sent.subject()).isEqualTo(subject);
		assertThat(sent.text().replace("\r\n", "\n")).isEqualTo(text.stripTrailing());
		assertThat(Frontdesk.inbox("prue@example.org")).noneMatch(it -> it.text().contains("landlord"));
	}

	@Test
	void ticketOfNobodyHasNoPreviewAndAClientHasNone() {
		Frontdesk.mail("percy@example.org", "Lift is loud", "It squeaks.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("percy@example.org", _ -> true));
		var wanted = "{\"ticketId\": %d, \"body\": \"Oil it.\"}";
		var path = "/api/v1/notifications/preview";
		assertThat(Frontdesk.api("carol@example.com").post(path, wanted.formatted(ticket)).status()).isEqualTo(403);
		assertThat(Frontdesk.api("alice@frontdesk.test").post(path, wanted.formatted(1)).status()).isEqualTo(404);
		var shown = Frontdesk.api("alice@frontdesk.test").post(path, wanted.formatted(ticket));
		assertThat(shown.status()).isEqualTo(200);
		assertThat(shown.json().get("to").asString()).isEqualTo("percy@example.org");
	}

}
