package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Files that staff send along with a reply: T14 of the web UI's tasks. */
class AttachmentIT extends InBrowser {

	private static final int MEGABYTE = 1024 * 1024;

	/** What a browser tells a page when somebody pastes or drops a file. */
	private static final String GIVE = """
			(target, {how, name, type, size, text}) => {
				const data = new DataTransfer();
				data.items.add(new File([text ?? new Uint8Array(size)], name, {type}));
				const init = {bubbles: true, cancelable: true};
				target.dispatchEvent(how === 'paste'
					? new ClipboardEvent('paste', {...init, clipboardData: data})
					: new DragEvent('drop', {...init, dataTransfer: data}));
			}""";

	private static final String HEADERS = """
			async address => {
				const answer = await fetch(address);
				return ['content-disposition', 'x-content-type-options', 'content-security-policy', 'content-type']
					.map(name => `${name}: ${answer.headers.get(name)}`);
			}""";

	@Test
	void filesThatArePastedAndDroppedLeaveWithTheReplyAndAreDownloadsOnly() {
		Frontdesk.mail("anke@example.org", "Plan is missing", "Of the second floor.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("anke@example.org", _ -> true));
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(this.page.getByText("Of the second floor.")).isVisible();
		compose("reply");
		this.page.keyboard().type("Here it is.");
		var composer = named(AriaRole.REGION, "Reply");
		var sent = new CopyOnWriteArrayList<String>();
		this.page.onRequest(request -> {
			if (request.method().equals("POST") && request.url().contains("/api/v1/attachments")) {
				sent.add(request.url().replaceFirst(".*filename=", ""));
			}
		});

		give(text("reply"), Map.of("how", "paste", "name", "screen.png", "type", "image/png", "size", 70));
		assertThat(button("Remove screen.png")).isVisible();
		give(composer, Map.of("how", "drop", "name", "plan.bin", "type", "application/octet-stream", "size",
				2 * MEGABYTE));
		assertThat(button("Remove plan.bin")).isVisible();
		give(composer, Map.of("how", "drop", "name", "plan.svg", "type", "image/svg+xml", "text",
				"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(2)</script></svg>"));
		assertThat(button("Remove plan.svg")).isVisible();
		give(composer, Map.of("how", "drop", "name", "film.mp4", "type", "video/mp4", "size", 30 * MEGABYTE));
		assertThat(composer.getByText("It is too large: a file may have 25 MB.")).isVisible();
		assertThat(sent).containsExactlyInAnyOrder("screen.png", "plan.bin", "plan.svg");
		assertSound();
		button("Remove film.mp4").click();
		button("Send to anke@example.org").click();

		var mail = Frontdesk.awaitMail("anke@example.org", it -> it.text().contains("Here it is."));
		assertThat(mail.text()).contains("screen.png", "plan.bin", "plan.svg").doesNotContain("film.mp4");
		var article = this.page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("plan.svg"));
		for (var name : List.of("screen.png", "plan.bin", "plan.svg")) {
			var link = article.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
			assertThat(link).hasAttribute("download", name);
			@SuppressWarnings("unchecked")
			var headers = (List<String>) this.page.evaluate(HEADERS, link.getAttribute("href"));
			assertThat(headers).as(name).anyMatch(it -> it.startsWith("content-disposition: attachment"))
					.contains("x-content-type-options: nosniff");
		}
		assertSound();
	}

	private static void give(Locator target, Map<String, Object> file) {
		target.evaluate(GIVE, file);
	}

}
