package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff in the browser. */
class BrowserIT {

	private static Playwright playwright;

	private static Browser browser;

	private BrowserContext context;

	private Page page;

	@BeforeAll
	static void start() {
		playwright = Playwright.create(new Playwright.CreateOptions()
				.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions()
						.setExecutablePath(Path.of(System.getProperty("frontdesk.chromium", "/usr/bin/chromium")))
						.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
								"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	@AfterAll
	static void stop() {
		playwright.close();
	}

	@BeforeEach
	void open() {
		this.context = browser
				.newContext(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 800));
		this.context.setDefaultTimeout(30_000);
		this.page = this.context.newPage();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void aliceLogsInSeesTheTicketClosesItAndLogsOut() {
		Frontdesk.mail("ida@example.org", "Lamp flickers", "Every night.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("ida@example.org", _ -> true));

		logIn("alice@frontdesk.test", "/");
		assertThat(heading("Tickets")).isVisible();
		assertThat(this.page).hasURL(Pattern.compile(".*/tickets$"));
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lamp flickers")).click();
		assertThat(heading("#%d Lamp flickers".formatted(ticket))).isVisible();
		assertThat(this.page.getByText("Every night.")).isVisible();

		button("Close and tell ida@example.org").click();
		assertThat(button("Reopen and tell ida@example.org")).isVisible();
		Frontdesk.awaitMail("ida@example.org", mail -> mail.text().contains("is now closed"));

		button("Account: Alice Adams").click();
		this.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out")).click();
		assertThat(heading("You are logged out")).isVisible();
		this.page.goBack();
		assertThat(this.page.getByText("Lamp flickers")).hasCount(0);
		this.page.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		assertThat(this.page.getByLabel("Email")).isVisible();
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

	private void logIn(String user, String path) {
		this.page.navigate(Frontdesk.stack().url() + path);
		this.page.getByLabel("Email").fill(user);
		this.page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("frontdesk");
		button("Sign In").click();
	}

	private Locator heading(String name) {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

}
