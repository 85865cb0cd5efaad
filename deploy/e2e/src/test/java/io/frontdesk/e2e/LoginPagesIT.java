package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import io.frontdesk.local.mail.ReceivedMail;

/** Keycloak's pages in the product's face. A theme whose name is mistyped falls back to Keycloak's own without a word. */
class LoginPagesIT extends InBrowser {

	private static final Pattern LINK = Pattern.compile("http://\\S+/login-actions/action-token\\S+");

	@Test
	void whatIsWrongIsSaidAndNotWhoHasAnAccount() {
		this.page.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(heading("Log in")).isVisible();
		assertSound();
		for (var user : List.of("alice@frontdesk.test", "nobody-%s@frontdesk.test".formatted(UUID.randomUUID()))) {
			tryWith(user);
			assertThat(this.page.getByText("E-mail or password is wrong.")).isVisible();
		}
		assertSound();
	}

	@Test
	void colourIsTheProductsInBothThemes() {
		this.page.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(button("Log in")).hasCSS("background-color", "rgb(11, 100, 112)");
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(button("Log in")).hasCSS("background-color", "rgb(111, 208, 218)");
	}

	@Test
	void germanBrowserIsAskedInGerman() {
		open("de-DE");
		this.page.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(heading("Anmelden")).isVisible();
		assertThat(named(AriaRole.LINK, "Passwort vergessen?")).isVisible();
		assertSound();
	}

	@Test
	void newPasswordIsChosenByALinkThatWorksOnce() {
		var user = new Accounts().create("forgets-%s@example.org".formatted(UUID.randomUUID()), List.of("client"));
		this.page.navigate(Frontdesk.stack().url() + "/tickets");
		named(AriaRole.LINK, "Forgot password?").click();
		assertThat(heading("Choose a new password")).isVisible();
		assertSound();
		this.page.getByLabel("E-mail").fill(user);
		button("Continue").click();
		assertThat(this.page.getByText("If there is an account for this address")).isVisible();
		var link = link(Frontdesk.awaitMail(user, mail -> mail.subject().equals("Choose a new password")));

		this.page.navigate(link);
		assertThat(heading("Choose a password")).isVisible();
		assertSound();
		password("New password").fill("frontdesk once more");
		password("New password once more").fill("frontdesk once more");
		button("Continue").click();
		assertThat(this.page).hasURL(Frontdesk.stack().url() + "/tickets");

		open("en-US");
		this.page.navigate(link);
		assertThat(this.page.getByText("This link has expired or was used before.")).isVisible();
		assertSoundButForRequests(this.page);
	}

	private void tryWith(String user) {
		this.page.getByLabel("E-mail").fill(user);
		password("Password").fill("wrong");
		button("Log in").click();
	}

	private Locator password(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private static String link(ReceivedMail mail) {
		var link = LINK.matcher(mail.text());
		if (!link.find()) {
			throw new AssertionError("No link in: " + mail.text());
		}
		return link.group();
	}

}
