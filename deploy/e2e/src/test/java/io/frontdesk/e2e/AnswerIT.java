package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Staff answer a ticket in the browser: T5, T6, T7 and T10 of the web UI's tasks, and D2, D4, D7, D10 and D11 of its stories. */
class AnswerIT extends InBrowser {

	@Test
	void replyIsTakenBackWholeAndLeavesOnceWithItsLastWords() {
		open("nele@example.org", "Kettle is cold");
		compose("reply");
		assertThat(text("reply")).isFocused();
		text("reply").fill("Dear Nele, call us.");
		named(AriaRole.TEXTBOX, "Add an address").fill("otto@example.net");
		this.page.keyboard().press("Enter");
		button("Send to nele@example.org and 1 other").click();
		assertThat(button("Undo")).isVisible();
		this.page.keyboard().press("z");
		assertThat(text("reply")).hasText("Dear Nele, call us.");
		assertThat(this.page.getByText("otto@example.net")).hasCount(1);
		assertThat(button("Undo")).hasCount(0);
		text("reply").fill("Dear Nele, we call you.");
		this.page.keyboard().press("Control+Enter");
		assertThat(text("reply")).hasCount(0);

		var mail = Frontdesk.awaitMail("nele@example.org", it -> it.text().contains("Dear Nele"));
		assertThat(mail.text()).contains("we call you").doesNotContain("call us.");
		assertThat(mail.inReplyTo()).isPresent();
		assertThat(Frontdesk.awaitMail("otto@example.net", _ -> true).text()).contains("we call you");
		assertThat(Frontdesk.inbox("nele@example.org").stream().filter(it -> it.text().contains("Dear Nele")))
				.hasSize(1);
		assertThat(named(AriaRole.ARTICLE, "Alice Adams replied").getByText("Sent")).isVisible();
		this.page.reload();
		assertThat(button("Reply to nele@example.org")).isVisible();
		assertThat(this.page.getByText("draft")).hasCount(0);
	}

	@Test
	void formattedReplyLeavesAsTextAndAsHtmlAndIsTakenBackAsItWas() {
		var ticket = open("orla@example.org", "Fuse is blown");
		compose("reply");
		var keyboard = this.page.keyboard();
		keyboard.type("Dear Orla,");
		keyboard.press("Enter");
		keyboard.type("- pull ");
		keyboard.press("Control+b");
		keyboard.type("the plug");
		keyboard.press("Control+b");
		keyboard.press("Enter");
		keyboard.type("call us");
		keyboard.press("Enter");
		keyboard.press("Enter");
		keyboard.press("Tab");
		keyboard.press("Shift+Tab");
		assertThat(text("reply")).isFocused();
		keyboard.type("See ");
		button("Link").click();
		keyboard.type("example.org/fuses");
		keyboard.press("Enter");
		assertThat(text("reply").locator("li")).hasText(new String[]{"pull the plug", "call us"});
		assertSound();
		this.page.keyboard().press("Control+Enter");
		button("Undo").click();
		assertThat(text("reply").locator("strong")).hasText("the plug");
		assertThat(text("reply").locator("a")).hasAttribute("href", "https://example.org/fuses");
		assertThat(button("Undo")).hasCount(0);
		button("Send to orla@example.org").click();

		var mail = Frontdesk.awaitMail("orla@example.org", it -> it.text().contains("Dear Orla"));
		assertThat(mail.text().lines()).containsSubsequence("Dear Orla,", "- pull the plug", "- call us",
				"See https://example.org/fuses");
		var root = Frontdesk.root();
		assertThat(root.all("/api/v1/notifications?kind=reply&ticket=" + ticket))
				.extracting(it -> root.found("/api/v1/notifications/" + it.get("id").asString()).get("html").asString())
				.singleElement(InstanceOfAssertFactories.STRING)
				.contains("<li><div>pull <strong>the plug</strong></div></li>");
		assertThat(named(AriaRole.ARTICLE, "Alice Adams replied").frameLocator("iframe").locator("strong"))
				.hasText("the plug");
	}

	@Test
	void noteIsForStaffWhateverBecomesOfThePage() {
		var ticket = open("carol@example.com", "Chair is broken");
		compose("note");
		assertThat(named(AriaRole.REGION, "Internal note")).containsText("Only staff can read this");
		text("note").fill("Carol sat on it on purpose.");
		this.page.reload();
		assertThat(text("note")).hasText("Carol sat on it on purpose.");
		assertThat(text("reply")).hasCount(0);
		button("Save note").click();
		assertThat(named(AriaRole.ARTICLE, "Internal note by Alice Adams")).containsText("on purpose");
		compose("reply");
		assertThat(text("reply")).hasText("");
		assertThat(Frontdesk.api("carol@example.com").get("/api/v1/tickets/%d/messages".formatted(ticket)).body())
				.contains("Chair").doesNotContain("on purpose");
	}

	@Test
	void replyOfAColleagueStopsOneThatWasBegunBefore() {
		var ticket = open("piet@example.org", "Window is stuck");
		compose("reply");
		text("reply").fill("Push harder.");
		var messages = "/api/v1/tickets/%d/messages".formatted(ticket);
		var sending = new AtomicBoolean();
		this.page.route("**" + messages + "**", route -> {
			sending.compareAndSet(false, route.request().method().equals("POST"));
			if (sending.get()) {
				route.resume();
			} else {
				route.abort();
			}
		});
		Frontdesk.root().created(messages, "{\"kind\": \"reply\", \"body\": \"Somebody comes.\"}");
		this.page.keyboard().press("Control+Enter");
		var dialog = this.page.getByRole(AriaRole.DIALOG);
		assertThat(dialog).containsText("the conversation went on");
		assertThat(dialog).containsText("Somebody comes.");
		dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Review")).click();
		assertThat(text("reply")).hasText("Push harder.");
		assertThat(this.page.getByText("wrote while you were writing")).isVisible();
		button("Discard").click();
		Frontdesk.awaitMail("piet@example.org", it -> it.text().contains("Somebody comes."));
		assertThat(Frontdesk.inbox("piet@example.org")).noneMatch(it -> it.text().contains("Push harder."));
	}

	@Test
	void othersOfTheNewestMessageGetCopiesAndWhoWasDroppedStaysSo() throws Exception {
		Frontdesk.append("""
				From: zadie@example.org
				To: support@frontdesk.test, tim@bolt.example
				Cc: ulla@example.org
				Subject: Roof is thin

				It sags.
				""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("zadie@example.org", _ -> true));
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(this.page.getByRole(AriaRole.ARTICLE).first()).isVisible();
		compose("reply");
		assertThat(button("Send to zadie@example.org and 2 others")).isVisible();
		button("No copy to ulla@example.org").click();
		text("reply").fill("Do not stand on it.");
		button("Send to zadie@example.org and 1 other").click();
		Frontdesk.awaitMail("tim@bolt.example", it -> it.text().contains("Do not stand on it."));
		compose("reply");
		assertThat(button("Send to zadie@example.org and 1 other")).isVisible();
		Frontdesk.root()
				.created("/api/v1/tickets/%d/messages".formatted(ticket),
						"{\"kind\": \"reply\", \"body\": \"Nor under it.\"}");
		Frontdesk.awaitMail("tim@bolt.example", it -> it.text().contains("Nor under it."));
		Frontdesk.awaitMail("zadie@example.org", it -> it.text().contains("Nor under it."));
		assertThat(Frontdesk.inbox("ulla@example.org")).isEmpty();
	}

	@Test
	void pdfIsDrawnByThePageAndServedAsADownload() throws Exception {
		Frontdesk
				.append("""
						From: rita@example.org
						To: support@frontdesk.test
						Subject: My invoice
						MIME-Version: 1.0
						Content-Type: multipart/mixed; boundary=b

						--b
						Content-Type: text/plain

						Here it is.
						--b
						Content-Type: application/pdf
						Content-Disposition: attachment; filename=invoice.pdf

						%PDF-1.4
						1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
						2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
						3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
						4 0 obj<</Length 41>>stream
						BT /F 24 Tf 20 40 Td (Invoice 4711) Tj ET
						endstream endobj
						5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
						trailer<</Root 1 0 R>>
						%%EOF
						--b--
						"""
						.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("rita@example.org", _ -> true));
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(named(AriaRole.LINK, "invoice.pdf")).hasAttribute("download", "invoice.pdf");
		button("Preview invoice.pdf").click();
		assertThat(named(AriaRole.IMG, "Page 1 of 1")).isVisible();
		assertThat(this.page.getByText("Invoice 4711")).hasCount(1);
		assertThat((Boolean) named(AriaRole.IMG, "Page 1 of 1").evaluate("""
				canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
				  .some((value, at) => at % 4 < 3 && value < 128)""")).as("something black is drawn").isTrue();
	}

	@Test
	void everyPropertyIsChangedAndSurvivesAReload() {
		var root = Frontdesk.root();
		var company = root.created("/api/v1/companies", "{\"name\": \"Rubin\"}").get("id").asString();
		var project = root.created("/api/v1/projects", """
				{"name": "Rubin move", "company": "%s"}""".formatted(company)).get("id").asString();
		root.created("/api/v1/tasks", """
				{"name": "Pack boxes", "project": "%s"}""".formatted(project));
		open("quentin@example.org", "Boxes are missing");
		select("Project", "Rubin move");
		assertThat(this.page.getByText("Project: Rubin move. Saved.").first()).isVisible();
		select("Task", "Pack boxes");
		assertThat(this.page.getByText("Task: Pack boxes. Saved.").first()).isVisible();
		this.page.keyboard().press("Escape");
		button("Take it").click();
		assertThat(this.page.getByText("Assignee: Alice Adams. Saved.").first()).isVisible();
		named(AriaRole.TEXTBOX, "Add a tag").fill("boxes");
		this.page.keyboard().press("Enter");
		assertThat(this.page.getByText("Tags: boxes. Saved.").first()).isVisible();
		this.page.reload();
		assertThat(named(AriaRole.COMBOBOX, "Project")).hasValue("Rubin move");
		assertThat(named(AriaRole.COMBOBOX, "Task")).hasValue("Pack boxes");
		assertThat(named(AriaRole.COMBOBOX, "Assignee")).hasValue("Alice Adams (alice@frontdesk.test)");
		assertThat(button("Remove tag boxes")).isVisible();
		this.page.getByText("History: ").click();
		assertThat(named(AriaRole.REGION, "History")).containsText("moved the ticket to the task Pack boxes");
	}

	/** The last step of T22: the server knows nobody there. */
	@Test
	void refusedReplyGoesToTheAddressThatWasMeant() {
		var wrong = "paula@refused.frontdesk.test";
		var right = "paula@example.org";
		var ticket = Frontdesk.root()
				.created("/api/v1/tickets",
						"""
								{"requester": {"email": "%s"}, "subject": "Oven is out", "message": "By phone: the oven.", "confirm": false}
								"""
								.formatted(wrong))
				.get("id").asLong();
		logIn("root@frontdesk.test", "/tickets/" + ticket);
		compose("reply");
		text("reply").fill("We come tomorrow.");
		this.page.keyboard().press("Control+Enter");
		assertThat(this.page.getByText("The reply to %s was not delivered".formatted(wrong))).isVisible();
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("550 5.1.1");
		button("Edit address").click();
		assertSound();
		named(AriaRole.TEXTBOX, "Send to").fill(right);
		this.page.keyboard().press("Enter");
		assertThat(this.page.getByRole(AriaRole.ALERT)).hasCount(0);
		assertThat(named(AriaRole.ARTICLE, "Root Frontdesk replied").getByText("Sent")).isVisible();
		assertThat(Frontdesk.awaitMail(right, _ -> true).text()).contains("We come tomorrow.");
	}

	private long open(String from, String subject) {
		Frontdesk.mail(from, subject, subject + ", what now?");
		var ticket = Frontdesk
				.ticketIn(Frontdesk.awaitMail(from,
						it -> it.text().contains("ticket id is") && subjectOf(Frontdesk.ticketIn(it)).equals(subject)));
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(heading("#%d %s".formatted(ticket, subject))).isVisible();
		assertThat(this.page.getByRole(AriaRole.ARTICLE).first()).isVisible();
		return ticket;
	}

	/** Automatic replies to whom nothing proves have no word of theirs. */
	private static String subjectOf(long ticket) {
		return Frontdesk.root().get("/api/v1/tickets/" + ticket).json().get("subject").asString();
	}

	private void select(String field, String choice) {
		named(AriaRole.COMBOBOX, field).click();
		named(AriaRole.OPTION, choice).click();
	}

}
