package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** A ticket is raised in the browser: by staff who write down a call (D34 of the web UI's stories), and by a client. */
class NewTicketIT extends InBrowser {

	@Test
	void callIsWrittenDownForAnAddressAndConfirmedThere() {
		logIn("alice@frontdesk.test", "/tickets");
		assertThat(named(AriaRole.LINK, "New ticket")).isVisible();
		this.page.keyboard().press("c");
		assertThat(heading("New ticket")).isVisible();
		requester().fill("Sanne");
		this.page.keyboard().press("Tab");
		assertThat(this.page.getByText("“Sanne” chooses nobody")).isVisible();
		requester().fill("Sanne Smit <sanne@example.org>");
		named(AriaRole.OPTION, "Use sanne@example.org").click();
		named(AriaRole.TEXTBOX, "Subject").fill("Gate is locked");
		named(AriaRole.TEXTBOX, "What they said").fill("She stands outside.");
		this.page.setInputFiles("input[type=file]",
				new FilePayload("gate.txt", "text/plain", "locked".getBytes(StandardCharsets.UTF_8)));
		assertThat(button("Remove gate.txt")).isVisible();
		assertThat(named(AriaRole.PROGRESSBAR, "Uploading gate.txt")).hasCount(0);
		this.page.reload();
		assertThat(named(AriaRole.TEXTBOX, "What they said")).hasValue("She stands outside.");
		button("Create ticket").click();

		var mail = Frontdesk.awaitMail("sanne@example.org", _ -> true);
		var ticket = Frontdesk.ticketIn(mail);
		assertThat(heading("#%d Gate is locked".formatted(ticket))).isVisible();
		assertThat(named(AriaRole.LINK, "gate.txt")).isVisible();
		assertThat(mail.subject()).contains("Gate is locked");
		this.page.navigate(Frontdesk.stack().url() + "/tickets/new");
		assertThat(named(AriaRole.TEXTBOX, "Subject")).hasValue("");
	}

	@Test
	void clientRaisesOneOfTheirOwnAndIsAskedNothingElse() {
		logIn("carol@example.com", "/tickets/new");
		assertThat(heading("New ticket")).isVisible();
		assertThat(this.page.getByRole(AriaRole.COMBOBOX)).hasCount(0);
		named(AriaRole.TEXTBOX, "Subject").fill("Door squeaks");
		named(AriaRole.TEXTBOX, "What you want to tell us").fill("All day.");
		button("Create ticket").click();
		assertThat(this.page).hasURL(Pattern.compile(".*/tickets/\\d+$"));
		var mail = Frontdesk.awaitMail("carol@example.com", it -> it.subject().contains("Door squeaks"));
		assertThat(this.page).hasURL(Pattern.compile(".*/tickets/" + Frontdesk.ticketIn(mail)));
		assertThat(this.page.getByText("All day.")).isVisible();
	}

	private Locator requester() {
		return named(AriaRole.COMBOBOX, "Name or address of whom it is for");
	}

}
