package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.frontdesk.local.mail.Letter;

/** Pages that are open in the browser follow what happens (UI.md §3.6): T3, T9, and the half of T6 that moves by itself. */
class LiveIT extends InBrowser {

	/** Long before a page asks by itself, which it does after a minute without a stream. */
	private static final Duration SOON = Duration.ofSeconds(20);

	private static final IsVisibleOptions IN_TIME = new IsVisibleOptions().setTimeout(SOON.toMillis());

	private final List<Request> streams = new CopyOnWriteArrayList<>();

	private final List<Request> ended = new CopyOnWriteArrayList<>();

	@BeforeEach
	void watch() {
		this.context.onRequest(request -> noteStream(request, this.streams));
		this.context.onRequestFinished(request -> noteStream(request, this.ended));
		this.context.onRequestFailed(request -> noteStream(request, this.ended));
	}

	private static void noteStream(Request request, List<Request> to) {
		if (request.url().endsWith("/api/v1/stream")) {
			to.add(request);
		}
	}

	@Test
	void mailThatArrivesIsInTheOpenList() {
		openList();
		Frontdesk.mail("kees@example.org", "Skylight leaks", "In the hall.");
		Frontdesk.awaitMail("kees@example.org", _ -> true);
		assertThat(link(this.page, "Skylight leaks")).isVisible(IN_TIME);
		assertStillTheSame(this.page);
		assertSound();
	}

	@Test
	void answerByMailIsInTheOpenTicketAndReopensIt() {
		Frontdesk.mail("mila@example.org", "Boiler hums", "All day.");
		var receipt = Frontdesk.awaitMail("mila@example.org", _ -> true);
		var ticket = Frontdesk.ticketIn(receipt);
		openTicket(ticket);
		Frontdesk.root().patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}");
		assertThat(button("Reopen and tell mila@example.org")).isVisible(IN_TIME);
		Frontdesk.mail(
				Letter.of("mila@example.org", Frontdesk.stack().supportAddress(), "Re: Boiler hums", "It stopped!")
						.inReplyTo(receipt.messageId()));
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/tickets/%d/messages".formatted(ticket)).size() == 2);
		assertThat(this.page.getByText("It stopped!")).isVisible(IN_TIME);
		assertThat(button("Close and tell mila@example.org")).isVisible(IN_TIME);
		assertThat(Frontdesk.root().found("/api/v1/tickets/" + ticket).get("responseTime").isNull()).isTrue();
		this.page.getByText("History: ").click();
		assertThat(named(AriaRole.REGION, "History").getByRole(AriaRole.LISTITEM)
				.filter(saying("reopened the ticket"))).containsText("by mail");
		assertStillTheSame(this.page);
		assertSound();
	}

	@Test
	void replyOfAColleagueBecomesSentAndSoDoesTheNoticeOfTheNewStatus() {
		Frontdesk.mail("noor@example.org", "Blinds are stuck", "Halfway.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("noor@example.org", _ -> true));
		openTicket(ticket);
		Frontdesk.root().created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"Pull the cord.\"}");
		var reply = this.page.getByRole(AriaRole.ARTICLE).filter(saying("Pull the cord."));
		assertThat(reply).isVisible(IN_TIME);
		Frontdesk.awaitMail("noor@example.org", mail -> mail.text().contains("Pull the cord."));
		assertThat(reply.getByText("Sent")).isVisible();
		Frontdesk.root().patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}");
		Frontdesk.awaitMail("noor@example.org", mail -> mail.text().contains("is now closed"));
		assertThat(
				this.page.locator("p").filter(saying("News of the status to noor@example.org")).filter(saying("Sent")))
				.isVisible();
		assertStillTheSame(this.page);
		assertSound();
	}

	@Test
	void tabsShareOneStreamWhichGoesOnInAnotherWhenItsTabIsClosed() {
		openList();
		var second = this.context.newPage();
		second.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(chip(second, "Live")).isVisible();
		Frontdesk.mail("oskar@example.org", "Lift stands still", "On floor 2.");
		assertThat(link(this.page, "Lift stands still")).isVisible();
		assertThat(link(second, "Lift stands still")).isVisible();
		assertThat(this.streams).hasSize(1);

		this.page.close();
		await().atMost(SOON).until(() -> heard(second, this.streams.size() == 2));
		assertThat(this.streams.getLast().headers()).containsKey("last-event-id");
		Frontdesk.mail("oskar@example.org", "Lift moves again", "By itself.");
		assertThat(link(second, "Lift moves again")).isVisible();
		assertThat(chip(second, "Live")).isVisible();
		assertSound(second);
	}

	@Test
	void serviceThatIsAwayIsToldAndWhatWasMissedComesWithIt() {
		openList();
		Frontdesk.stack().stop("ticket-service");
		assertThat(chip(this.page, "Reconnecting…")).isVisible();
		Frontdesk.mail("pia@example.org", "Window is open", "It rains.");
		Frontdesk.start("ticket-service");
		assertThat(chip(this.page, "Live")).isVisible();
		assertThat(link(this.page, "Window is open")).isVisible();
		assertStillTheSame(this.page);
		assertSoundButForRequests(this.page);
	}

	@Test
	void pageWithoutANetworkSaysSinceWhenAndCatchesUpAlsoOnAPhone() {
		this.page.setViewportSize(360, 740);
		openList();
		assertFits();
		this.context.setOffline(true);
		var offline = chip(this.page, "Offline – data from");
		assertThat(offline).isVisible();
		assertFits();
		Frontdesk.mail("quint@example.org", "Gutter is full", "Leaves.");
		Frontdesk.awaitMail("quint@example.org", _ -> true);
		assertThat(link(this.page, "Gutter is full")).hasCount(0);
		this.context.setOffline(false);
		assertThat(link(this.page, "Gutter is full")).isVisible();
		assertThat(chip(this.page, "Live")).hasCount(1);
		assertFits();
		assertStillTheSame(this.page);
		assertSoundButForRequests(this.page);
	}

	@Test
	void logoutEndsTheStreamAndTheOtherTabsSaySo() {
		openList();
		var second = this.context.newPage();
		second.navigate(Frontdesk.stack().url() + "/tickets");
		assertThat(chip(second, "Live")).isVisible();
		second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account: Alice Adams")).click();
		second.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out")).click();
		assertThat(second.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You are logged out")))
				.isVisible();
		assertThat(this.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Your session has ended")))
				.isVisible();
		await().until(() -> heard(this.page, !this.ended.isEmpty()));
		assertThat(this.ended).as("the only stream").isEqualTo(this.streams).hasSize(1);
		assertSoundButForRequests(this.page);
	}

	/** Playwright tells what happened while it waits for something. */
	private static boolean heard(Page page, boolean wanted) {
		page.evaluate("1");
		return wanted;
	}

	private void openList() {
		logIn("alice@frontdesk.test", "/tickets");
		assertThat(chip(this.page, "Live")).hasCount(1);
		mark(this.page);
	}

	private void openTicket(long ticket) {
		logIn("alice@frontdesk.test", "/tickets/" + ticket);
		assertThat(chip(this.page, "Live")).isVisible();
		mark(this.page);
	}

	private void assertFits() {
		assertThat((Integer) this.page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
	}

	private static Locator chip(Page page, String words) {
		return page.getByRole(AriaRole.STATUS)
				.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words)));
	}

	private static Locator.FilterOptions saying(String words) {
		return new Locator.FilterOptions().setHasText(words);
	}

	private static Locator link(Page page, String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
	}

}
