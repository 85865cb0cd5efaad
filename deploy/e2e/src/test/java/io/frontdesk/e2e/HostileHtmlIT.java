package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** T15 of the web UI's tasks, many times over. */
class HostileHtmlIT extends InBrowser {

	private static final int MAILS_A_TICKET = 10;

	private static final String SUBJECT = "Hostilemarkup";

	/** Names of elements and attributes that no mail needs; the page's own meta says which charset it is in. */
	private static final String DANGEROUS = """
			[...document.querySelectorAll('*')]
			  .flatMap(element => [element.localName, ...element.getAttributeNames()])
			  .filter(name => /^(script|svg|math|i?frame|object|embed|form|input|button|base|link|video|audio|on.*)$/.test(name))
			""";

	@Test
	void nothingInAMailRunsOrIsFetchedUntilItIsAskedFor() throws Exception {
		var attacks = HostileHtml.all();
		assertThat(attacks).hasSize(160).doesNotHaveDuplicates();
		Frontdesk.appendTogether(IntStream.range(0, attacks.size()).mapToObj(i -> mail(i, attacks.get(i))).toList());
		var tickets = tickets(attacks.size() / MAILS_A_TICKET);

		var complaints = new ArrayList<String>();
		logIn("alice@frontdesk.test", "/tickets");
		assertThat(heading("Tickets")).isVisible();
		this.page.onDialog(dialog -> {
			complaints.add(dialog.message());
			dialog.dismiss();
		});
		this.page.onConsoleMessage(message -> {
			if (message.type().equals("error")) {
				complaints.add(message.text());
			}
		});
		for (var ticket : tickets) {
			var address = Frontdesk.stack().url() + "/tickets/" + ticket;
			this.page.navigate(address);
			button("Show 4 earlier messages").click();
			assertThat(this.page.getByRole(AriaRole.ARTICLE)).hasCount(MAILS_A_TICKET);
			for (var message : this.page.getByRole(AriaRole.ARTICLE).all()) {
				message.scrollIntoViewIfNeeded();
				assertThat(message.frameLocator("iframe").getByText("Harmless words")).isVisible();
				var frame = requireNonNull(message.locator("iframe").elementHandle().contentFrame());
				assertThat(frame.evaluate(DANGEROUS)).as(frame.content()).isEqualTo(List.of());
			}
			assertThat(this.page.evaluate("window.ran")).isNull();
			assertThat(this.page.url()).isEqualTo(address);
			assertThat(this.context.pages()).hasSize(1);
		}
		assertThat(requestsElsewhere()).isEmpty();
		assertThat(complaints).isEmpty();
		assertThat(this.page.locator("iframe").first()).hasAttribute("sandbox",
				"allow-same-origin allow-popups allow-popups-to-escape-sandbox");
	}

	@Test
	void pictureFromElsewhereIsFetchedOnceItIsAskedForAndAPixelNever() throws Exception {
		Frontdesk.append(mail("pixel@example.org", "Pictures", "<p>Pictures</p><img src=\"https://pictures.example/a\" "
				+ "width=\"90\" height=\"30\"><img src=\"https://pixels.example/b\" width=\"1\" height=\"1\">", ""));
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("pixel@example.org", _ -> true));
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(this.page.getByText("1 picture from elsewhere is not loaded")).isVisible();
		assertThat(requestsElsewhere()).isEmpty();
		this.page.waitForRequest("https://pictures.example/a", () -> button("Show once").click());
		assertThat(this.page.getByText("from elsewhere is not loaded")).hasCount(0);
		assertThat(requestsElsewhere()).containsOnly("https://pictures.example/a");
	}

	/** Each has as many messages as one page of frames may. */
	private static List<Long> tickets(int many) {
		var root = Frontdesk.root();
		return await().atMost(Frontdesk.PATIENCE)
				.until(() -> root.all("/api/v1/tickets?q=" + SUBJECT).stream()
						.map(ticket -> ticket.get("id").asLong())
						.filter(id -> root.found("/api/v1/tickets/%d/messages".formatted(id)).get("total")
								.asInt() == MAILS_A_TICKET)
						.toList(), found -> found.size() == many);
	}

	private static byte[] mail(int number, String html) {
		var first = number - number % MAILS_A_TICKET;
		return mail("hostile%d@example.org".formatted(first), SUBJECT + " " + first,
				"<p>Harmless words %d</p>%s".formatted(number, html),
				"Message-ID: <hostile-%d@example.org>\r\n".formatted(number)
						+ (number == first ? "" : "In-Reply-To: <hostile-%d@example.org>\r\n".formatted(first)));
	}

	private static byte[] mail(String from, String subject, String html, String headers) {
		return """
				From: %s
				To: support@frontdesk.test
				Subject: %s
				%sMIME-Version: 1.0
				Content-Type: text/html; charset=utf-8

				%s
				""".formatted(from, subject, headers.replace("\r\n", "\n"), html)
				.replace("\n", "\r\n")
				.getBytes(StandardCharsets.UTF_8);
	}

}
