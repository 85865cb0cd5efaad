package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff need not write anew never looks canned: D13 of the web UI's stories. */
class CannedReplyIT extends InBrowser {

	private final Api root = Frontdesk.root();

	private String reply = "";

	@BeforeEach
	void keepOne() {
		this.reply = "/api/v1/canned-replies/" + this.root
				.created("/api/v1/canned-replies",
						"""
								{"name": "D13 greeting", "text": "Hello {{firstName}},\\n\\nabout “{{subject}}” ({{company}}).\\n\\n{{author}}"}
								""")
				.get("id").asString();
	}

	@AfterEach
	void forgetIt() {
		this.root.json("DELETE", this.reply, "");
	}

	@Test
	void valuesAreThoseOfNowAndNothingIsLeftToFillIn() {
		var ticket = this.root.created("/api/v1/tickets", """
				{"requester": {"email": "veronika@example.org", "firstName": "Veronika", "lastName": "Quist"},
				 "subject": "Shelf fell", "message": "Look out."}""").get("id").asLong();
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(heading("#%d Shelf fell".formatted(ticket))).isVisible();
		compose("reply");
		insert();
		assertText("Hello Veronika, about “Shelf fell”. Alice Adams");
		assertThat(text("reply")).isFocused();
		this.page.keyboard().press("Control+z");
		assertText("");
		insert();

		var changed = this.root.patch("/api/v1/tickets/" + ticket, """
				{"requester": {"email": "uma@example.org"}}""");
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		assertThat(this.page.getByText("the text still has: Veronika")).isVisible();
		assertSound();
		text("reply").press("Control+a");
		text("reply").press("Delete");
		assertThat(this.page.getByText("the text still has: Veronika")).hasCount(0);
		insert();
		assertText("Hello, about “Shelf fell”. Alice Adams");

		this.page.keyboard().type(" {{phone}}");
		button("Write to uma@example.org").click();
		button("Send to uma@example.org").click();
		var dialog = this.page.getByRole(AriaRole.DIALOG);
		assertThat(dialog).containsText("Something in braces is still to be filled in.");
		button("Back to the text").click();
		assertThat(dialog).hasCount(0);
		text("reply").fill("Hello, about “Shelf fell”.");
		button("Send to uma@example.org").click();
		assertThat(text("reply")).hasCount(0);
		var mail = Frontdesk.awaitMail("uma@example.org", it -> it.text().contains("Shelf fell"));
		assertThat(mail.text()).contains("Hello,").doesNotContain("Veronika", "{{", "null");
	}

	private void insert() {
		named(AriaRole.COMBOBOX, "Canned reply").fill("d13");
		named(AriaRole.OPTION, "D13 greeting").click();
	}

	/** Whatever the lines. */
	private void assertText(String words) {
		assertThat(text("reply")).hasText(words, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
	}

}
