package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What people choose for themselves counts in every browser, and for the mails to them and by them. */
class ProfileIT extends InBrowser {

	/** Else each later ticket of this stack was told to somebody more. */
	private static final String NO_NEWS = "{\"preferences\": {\"mails\": {\"newTicket\": false}}}";

	private static final List<String> STAFF = List.of("admin", "ticket:read", "ticket:write", "user:read", "org:read");

	private final String staff = "petra-%s@frontdesk.test".formatted(UUID.randomUUID());

	@Test
	void languageThatWasChosenIsThatOfTheNextBrowser() {
		new Accounts().create(this.staff, STAFF);
		logIn(this.staff, "/tickets");
		button("Account: Test Walker").click();
		named(AriaRole.MENUITEM, "Profile").click();
		assertThat(heading("Profile")).isVisible();
		named(AriaRole.COMBOBOX, "Language").selectOption("Deutsch");
		assertThat(heading("Profil")).isVisible();
		assertThat(section("Sprache und Zeit")).containsText("Gespeichert.");
		close();
		open();
		logIn(this.staff, "/profile");
		assertThat(heading("Profil")).isVisible();
		assertThat(named(AriaRole.COMBOBOX, "Sprache")).hasValue("de");
		assertThat(this.page.locator("html")).hasAttribute("lang", "de");
		assertSound();
	}

	@Test
	void clientHasNoSettingsOfStaffAndCanSetNone() {
		var client = new Accounts().create("piet-%s@example.org".formatted(UUID.randomUUID()), List.of("client"));
		logIn(client, "/profile");
		assertThat(section("Appearance")).isVisible();
		assertThat(this.page.getByRole(AriaRole.HEADING).allTextContents()).containsExactly("Profile", "You",
				"Language and time", "Appearance", "Keyboard", "Password and second factor");
		assertThat(this.page.getByRole(AriaRole.SWITCH)).hasCount(1);
		var refused = Frontdesk.api(client).patch("/api/v1/me",
				"{\"preferences\": {\"mails\": {\"newTicket\": true}}}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().get("errors").get(0).get("field").asString())
				.isEqualTo("preferences.mails.newTicket");
		assertSound();
	}

	@Test
	void timesAreThoseOfTheZoneThatWasChosen() {
		new Accounts().create(this.staff, STAFF);
		var client = "zoe-%s@example.org".formatted(UUID.randomUUID());
		Frontdesk.mail(client, "Clock is wrong", "What time is it?");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail(client, _ -> true));
		logIn(this.staff, "/profile");
		named(AriaRole.COMBOBOX, "Time zone").selectOption("Pacific/Auckland");
		assertThat(section("Language and time")).containsText("Saved.");
		this.page.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		assertThat(heading("#%d Clock is wrong".formatted(ticket))).isVisible();
		var time = this.page.locator("time[title]").first();
		assertThat(time).hasAttribute("title", (String) time.evaluate("""
				time => new Intl.DateTimeFormat('en-US', {dateStyle: 'medium', timeStyle: 'short',
				  timeZone: 'Pacific/Auckland'}).format(new Date(time.dateTime))"""));
		assertSound();
	}

	@Test
	void staffAreMailedWhatTheyWantAndNothingElse() {
		new Accounts().create(this.staff, STAFF);
		try {
			assertMailedWhatIsWanted();
		} finally {
			assertThat(Frontdesk.api(this.staff).patch("/api/v1/me", NO_NEWS).status()).isEqualTo(200);
		}
	}

	private void assertMailedWhatIsWanted() {
		var client = "mila-%s@example.org".formatted(UUID.randomUUID());
		logIn(this.staff, "/profile");
		assertThat(wish("Every new ticket")).not().isChecked();
		choose("A ticket that somebody gives you");
		choose("Every new ticket");
		await("a new ticket that is told").atMost(Frontdesk.PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
			Frontdesk.mail(client, "Printer on fire", "It smokes.");
			return Frontdesk.inbox(this.staff).stream().anyMatch(mail -> mail.text().contains("New ticket"));
		});
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail(client, _ -> true));
		var assignee = Frontdesk.api(this.staff).found("/api/v1/me").get("id").asString();
		assertThat(Frontdesk.root().patch("/api/v1/tickets/" + ticket, "{\"assignee\": \"%s\"}".formatted(assignee))
				.status()).isEqualTo(200);
		Frontdesk.mail(client, "Re: Printer on fire [#%d]".formatted(ticket), "It went out.");
		Frontdesk.awaitMail(this.staff, mail -> mail.text().contains("It went out."));
		assertThat(Frontdesk.inbox(this.staff)).noneMatch(mail -> mail.text().contains("gave you ticket"));
		assertSound();
	}

	@Test
	void passwordAndSecondFactorAreChangedAtKeycloak() {
		logIn("alice@frontdesk.test", "/profile");
		named(AriaRole.LINK, "Change password or second factor").click();
		assertThat(this.page).hasURL(Pattern.compile(Frontdesk.stack().issuer() + "/account/.*"));
		assertThat(heading("Signing in")).isVisible();
		this.page.getByText("Back to Frontdesk").click();
		assertThat(this.page).hasURL(Pattern.compile(Frontdesk.stack().url() + "/.*"));
	}

	private void choose(String mail) {
		wish(mail).click();
		assertThat(section("Mails to you")).containsText("Saved.");
	}

	private Locator wish(String mail) {
		return named(AriaRole.SWITCH, mail);
	}

	private Locator section(String name) {
		return named(AriaRole.REGION, name);
	}

}
