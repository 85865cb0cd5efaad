package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ticket is raised in the browser: by staff who write down a call (D33 and D34 of the web UI's stories), and by a client. */
class NewTicketIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	private static final String SUBJECT = "A call about the gate";

	private static final String WORDS = "She was rude on the phone.";

	@Test
	void callIsWrittenDownForAnAddressAndConfirmedThere() {
		logIn(ALICE, "/tickets");
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
	@DisplayName("D33, a call is not a mail: with confirmation off none leaves, and the words of a note are in none")
	void noteIsInNoMailAndNoneLeavesThatNobodyWants() {
		var client = "thea@example.org";
		write(client, "A note for us", "Your note");
		assertThat(this.page.getByText(client + " gets a mail with the ticket's number and its subject. "
				+ "Your note is not in it.")).isVisible();
		named(AriaRole.SWITCH, "Confirm by mail").press("Space");
		assertThat(this.page.getByText(client + " gets no mail.")).isVisible();
		assertSound();
		var ticket = created();
		assertThat(this.page.getByText("#%d is created. The client gets no mail.".formatted(ticket))).isVisible();
		assertThat(this.page.getByText(WORDS)).isVisible();
		assertThat(mails(ticket, 1)).containsExactly("created suppressed");
		assigned(ticket);
		this.page.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close").setExact(true)).click();
		assertThat(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reopen").setExact(true)))
				.isVisible();
		assertThat(mails(ticket, 3)).containsExactlyInAnyOrder("created suppressed", "assigned sent",
				"status-changed suppressed");
		assertThat(Frontdesk.inbox(client)).isEmpty();
	}

	@Test
	@DisplayName("D33, a call is not a mail: the confirmation of a note says its subject, and none of its words")
	void confirmationOfANoteHasNoneOfItsWords() {
		var client = "umut@example.org";
		write(client, "A note for us", "Your note");
		var ticket = created();
		var mail = Frontdesk.awaitMail(client, _ -> true);
		assertThat(Frontdesk.ticketIn(mail)).isEqualTo(ticket);
		assertThat(mail.subject()).contains(SUBJECT);
		assertThat(mail.text()).doesNotContain(WORDS);
		assertThat(mails(ticket, 1)).containsExactly("created sent");
		assigned(ticket);
		assertThat(Frontdesk.inbox(client)).hasSize(1);
	}

	@Test
	@DisplayName("D33, a call is not a mail: our own message is the one mail that leaves")
	void messageOfOursIsTheOnlyMail() {
		var client = "vilma@example.org";
		write(client, "Our message to the client", "Your message");
		assertThat(this.page.getByText(client + " gets a mail with your message")).isVisible();
		var ticket = created();
		var mail = Frontdesk.awaitMail(client, _ -> true);
		assertThat(mail.text()).contains(WORDS);
		assertThat(mail.subject()).contains("[#%d]".formatted(ticket));
		assertThat(mails(ticket, 2)).containsExactlyInAnyOrder("created suppressed", "reply sent");
		assertThat(Frontdesk.inbox(client)).hasSize(1);
	}

	private void write(String client, String whose, String label) {
		logIn(ALICE, "/tickets/new");
		assertThat(heading("New ticket")).isVisible();
		requester().fill(client);
		named(AriaRole.OPTION, "Use " + client).click();
		named(AriaRole.TEXTBOX, "Subject").fill(SUBJECT);
		this.page.getByText(whose, new Page.GetByTextOptions().setExact(true)).click();
		named(AriaRole.TEXTBOX, label).fill(WORDS);
	}

	/** Answers the number that the ticket got. */
	private long created() {
		button("Create ticket").click();
		assertThat(this.page).hasURL(Pattern.compile(".*/tickets/\\d+$"));
		return Long.parseLong(this.page.url().replaceFirst(".*/", ""));
	}

	/** Kind and state of the ticket's mails, but for those that tell staff of a new one, once there are so many and each left or will not. */
	private static List<String> mails(long ticket, int mails) {
		var path = "/api/v1/tickets/%d/mail".formatted(ticket);
		return await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root()
						.all(path)
						.stream()
						.filter(mail -> !mail.get("kind").asString().equals("new-ticket"))
						.map(mail -> mail.get("kind").asString() + " " + mail.get("state").asString())
						.toList(), it -> it.size() == mails && it.stream().noneMatch(mail -> mail.endsWith("pending")));
	}

	/** Whoever is given the ticket is mailed, too, and not the words. */
	private static void assigned(long ticket) {
		var alice = Frontdesk.api(ALICE).found("/api/v1/me").get("id").asString();
		assertThat(Frontdesk.root()
				.patch("/api/v1/tickets/" + ticket, "{\"assignee\": \"%s\"}".formatted(alice))
				.status()).isEqualTo(200);
		var told = Frontdesk.awaitMail(ALICE, mail -> mail.subject().contains("[#%d]".formatted(ticket)));
		assertThat(told.text()).doesNotContain(WORDS);
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
