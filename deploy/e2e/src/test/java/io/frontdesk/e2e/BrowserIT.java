package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Staff in the browser: T1, T4 and T8 of the web UI's tasks. */
class BrowserIT extends InBrowser {

	@Test
	void aliceLogsInSeesTheTicketClosesItAndLogsOut() {
		Frontdesk.mail("ida@example.org", "Lamp flickers", "Every night.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("ida@example.org", _ -> true));

		logIn("alice@frontdesk.test", "/");
		assertThat(heading("Tickets")).isVisible();
		assertThat(this.page).hasURL(Pattern.compile(".*/tickets$"));
		var link = named(AriaRole.LINK, "Lamp flickers");
		link.focus();
		link.press("Enter");
		assertThat(heading("#%d Lamp flickers".formatted(ticket))).isFocused();
		assertThat(this.page.getByText("Every night.")).isVisible();
		assertSound();

		button("Close and tell ida@example.org").press("Enter");
		assertThat(button("Reopen and tell ida@example.org")).isVisible();
		Frontdesk.awaitMail("ida@example.org", mail -> mail.text().contains("is now closed"));
		assertThat(Frontdesk.inbox("ida@example.org")).hasSize(2);
		assertThat(this.page.getByText("Time to close")).isVisible();
		var closed = Frontdesk.root().found("/api/v1/tickets/" + ticket);
		assertThat(closed.get("status").asString()).isEqualTo("closed");
		assertThat(closed.get("responseTime").isNull()).isFalse();
		assertSound();

		button("Account: Alice Adams").click();
		this.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out")).click();
		assertThat(heading("You are logged out")).isVisible();
		assertThat(this.page.evaluate("fetch('/api/v1/me').then(answer => answer.status)")).isEqualTo(401);
		this.page.goBack();
		assertThat(this.page.getByText("Lamp flickers")).hasCount(0);
		this.page.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		assertThat(this.page.getByLabel("E-mail")).isVisible();
		assertThat(this.page.getByText("Lamp flickers")).hasCount(0);
	}

	@Test
	void linkSurvivesTheLogin() {
		Frontdesk.mail("jan@example.org", "Deep link", "Follow me.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("jan@example.org", _ -> true));
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(heading("#%d Deep link".formatted(ticket))).isVisible();
	}

	@Test
	void browserHoldsACookieThatScriptsCanNotReadAndNoToken() {
		logIn("alice@frontdesk.test", "/");
		assertThat(heading("Tickets")).isVisible();
		assertThat(this.context.cookies(Frontdesk.stack().url()))
				.filteredOn(cookie -> !cookie.name.equals("XSRF-TOKEN"))
				.isNotEmpty()
				.allSatisfy(cookie -> assertThat(cookie.httpOnly).as(cookie.name).isTrue())
				.noneSatisfy(cookie -> assertThat(cookie.value).startsWith("eyJ"));
		assertThat((String) this.page
				.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
				.doesNotContain("eyJ");
		assertThat(this.page.evaluate("""
				fetch('/api/v1/tickets/1234567', {method: 'PATCH', headers: {'Content-Type': 'application/json'},
				      body: '{"status": "closed"}'}).then(answer => answer.status)"""))
				.as("a change without the CSRF token").isEqualTo(403);
	}

	@Test
	void sessionSurvivesARestartOfTheGateway() {
		logIn("alice@frontdesk.test", "/");
		assertThat(heading("Tickets")).isVisible();
		Frontdesk.stack().stop("gateway-service");
		assertThat(Frontdesk.stack().start("gateway-service").isUp()).isTrue();
		this.page.reload();
		assertThat(heading("Tickets")).isVisible();
	}

}
