package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each screen, filled, empty and in error: nothing for axe to find, room enough at 400 % zoom (WCAG 2.2, 1.4.10), and a focus
 * that is seen at each stop (2.4.7, 2.4.11), in forced colours, too.
 */
class ScreensIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	/** More than any of these screens has. */
	private static final int STOPS = 150;

	/** What is wrong with the element that has the focus; empty if nothing is, null if none has it. */
	private static final String FAULT = """
			() => {
				const it = document.activeElement;
				if (!it || it === document.body) {
					return null;
				}
				if (it.tagName === 'IFRAME') {
					return '';
				}
				const drawn = [[it], [it, '::after'], [it.parentElement], [it.nextElementSibling ?? it]];
				const ringed = drawn.some(which => {
					const {outlineStyle, outlineWidth} = getComputedStyle(...which);
					return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
				});
				const {left, top, right, bottom} = it.getBoundingClientRect();
				const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
				const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
				const hit = document.elementFromPoint(x, y);
				const seen = hit && (it.contains(hit) || hit.contains(it) || it.parentElement.contains(hit)
					|| it.labels?.[0]?.contains(hit));
				return [ringed ? '' : 'no ring', seen ? '' : `behind ${hit?.outerHTML.slice(0, 80)}`]
					.filter(Boolean).map(fault => `${fault}: ${it.outerHTML.slice(0, 160)}`).join('; ');
			}""";

	@BeforeEach
	void seeTheStillPage() {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(
				ReducedMotion.REDUCE));
	}

	@Test
	void listOfTickets() {
		raise("listed@screens.example", "On the list");
		logIn(ALICE, "/tickets");
		assertThat(named(AriaRole.LINK, "On the list").first()).isVisible();
		assertForEverybody();
	}

	@Test
	void listThatIsEmpty() {
		var client = new Accounts().create("empty-%s@screens.example".formatted(UUID.randomUUID()), List.of("client"));
		logIn(client, "/tickets");
		assertThat(this.page.getByText("Nothing yet")).isVisible();
		assertForEverybody();
	}

	@Test
	void listThatCannotBeLoaded() {
		this.page.route("**/api/v1/tickets?**", ScreensIT::fail);
		logIn(ALICE, "/tickets");
		assertThat(button("Try again")).isVisible();
		assertForEverybody();
	}

	@Test
	void ticket() {
		var ticket = raise("shown@screens.example", "On the screen");
		var alice = Frontdesk.api(ALICE);
		for (var message : List.of("{\"kind\": \"note\", \"body\": \"For us.\"}",
				"{\"kind\": \"reply\", \"body\": \"For you.\", \"html\": \"<p>For <b>you</b>.</p>\", \"hold\": 0}")) {
			alice.created("/api/v1/tickets/%d/messages".formatted(ticket), message);
		}
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(named(AriaRole.ARTICLE, "Alice Adams replied").getByText("Sent")).isVisible();
		assertForEverybody();
	}

	@Test
	void ticketThatIsAnswered() {
		var ticket = raise("answered@screens.example", "With a composer");
		logIn(ALICE, "/tickets/" + ticket);
		compose("reply");
		this.page.keyboard().type("Dear all");
		assertForEverybody();
		this.page.keyboard().press("Escape");
		compose("note");
		assertForEverybody();
	}

	@Test
	void ticketThatIsNotThere() {
		logIn(ALICE, "/tickets/9999999");
		assertThat(heading("Not found")).isVisible();
		assertForEverybody();
	}

	@Test
	void ticketThatCannotBeLoaded() {
		var ticket = raise("failed@screens.example", "Not to be loaded");
		this.page.route("**/api/v1/tickets/%d**".formatted(ticket), ScreensIT::fail);
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(button("Try again").first()).isVisible();
		assertForEverybody();
	}

	@Test
	void ticketWhosePartsCannotBeLoaded() {
		var ticket = raise("parts@screens.example", "Without its parts");
		this.page.route("**/api/v1/tickets/%d/**".formatted(ticket), ScreensIT::fail);
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(button("Try again").first()).isVisible();
		assertForEverybody();
	}

	@Test
	void newTicket() {
		logIn(ALICE, "/tickets/new");
		assertThat(heading("New ticket")).isVisible();
		assertForEverybody();
		named(AriaRole.COMBOBOX, "Name or address of whom it is for").fill("nobody of this name");
		assertThat(this.page.getByText("Nothing found")).isVisible();
		assertSound();
	}

	@Test
	void profile() {
		logIn(ALICE, "/profile");
		assertThat(heading("Profile")).isVisible();
		assertForEverybody();
	}

	@Test
	void addressThatIsNoPage() {
		logIn(ALICE, "/nowhere");
		assertThat(heading("Not found")).isVisible();
		assertForEverybody();
	}

	@Test
	void endOfALogin() {
		logIn(ALICE, "/logged-in");
		assertThat(heading("You are logged in")).isVisible();
		assertForEverybody();
	}

	private static void fail(Route route) {
		route.fulfill(new Route.FulfillOptions().setStatus(503));
	}

	private void assertForEverybody() {
		assertSoundButForRequests(this.page);
		this.page.setViewportSize(320, 256);
		assertThat(this.page.evaluate("document.documentElement.scrollWidth")).as("width at 400 %").isEqualTo(320);
		this.page.setViewportSize(1280, 800);
		this.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
		assertFocusIsSeen();
		assertSoundButForRequests(this.page);
		this.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
	}

	private void assertFocusIsSeen() {
		this.page.evaluate("document.activeElement.blur()");
		var seen = 0;
		for (var stop = 0; stop < STOPS; stop++) {
			this.page.keyboard().press("Tab");
			var fault = (String) this.page.evaluate(FAULT);
			if (fault == null && seen > 0) {
				break;
			}
			seen += (fault != null) ? 1 : 0;
			assertThat(fault).as("focus at stop %d of %s", stop, this.page.url()).isIn("", null);
		}
		assertThat(seen).as("stops of " + this.page.url()).isBetween(5, STOPS - 1);
	}

	private static long raise(String requester, String subject) {
		return Frontdesk.root()
				.created("/api/v1/tickets", """
						{"requester": {"email": "%s"}, "subject": "%s", "message": "What now?", "confirm": false}
						""".formatted(requester, subject))
				.get("id")
				.asLong();
	}

}
