package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A headless Chromium with a new profile for each test, which remembers what it asked other hosts for and what went wrong. */
abstract class InBrowser {

	private static final double PATIENCE = 30_000;

	private static Playwright playwright;

	private static Browser browser;

	/** WCAG 2.2, level AA, and what axe counts as best practice. */
	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final String NOT_ANSWERED = "Failed to load resource";

	/** What changes its colours slowly has the wrong ones meanwhile, and what is scrolled half below the header is small. */
	private static final String STILL = """
			async () => {
				scrollTo(0, 0);
				await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
				const ending = document.getAnimations().filter(it => it.effect.getComputedTiming().endTime < Infinity);
				await Promise.allSettled(ending.map(it => it.finished));
			}""";

	private final List<String> requestsElsewhere = new CopyOnWriteArrayList<>();

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private final List<BrowserContext> others = new CopyOnWriteArrayList<>();

	BrowserContext context;

	Page page;

	@BeforeAll
	static void start() {
		// a busy machine is no failure
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		playwright = Playwright.create(new Playwright.CreateOptions()
				.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions()
						.setExecutablePath(Path.of(System.getProperty("frontdesk.chromium", "/usr/bin/chromium")))
						.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
								"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	@AfterAll
	static void stop() {
		playwright.close();
	}

	@BeforeEach
	void open() {
		open("en-US");
	}

	/** A new profile, of somebody whose browser speaks that language. */
	void open(String locale) {
		if (this.context != null) {
			close(this.context);
		}
		this.context = newContext(locale);
		this.page = this.context.newPage();
	}

	/** A page in another browser, with a profile of its own. */
	Page elsewhere() {
		var other = newContext("en-US");
		this.others.add(other);
		return other.newPage();
	}

	private BrowserContext newContext(String locale) {
		var made = browser.newContext(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
		made.setDefaultTimeout(PATIENCE);
		made.onRequest(this::note);
		made.onConsoleMessage(this::note);
		made.onWebError(error -> this.errors.add(error.error()));
		return made;
	}

	@AfterEach
	void close() {
		close(this.context);
		this.others.forEach(InBrowser::close);
	}

	/** What a page asks for as it closes is nothing that a test can still answer. */
	private static void close(BrowserContext context) {
		context.pages().forEach(Page::unrouteAll);
		context.close();
	}

	private void note(ConsoleMessage message) {
		if (message.type().equals("error")) {
			this.errors.add(message.text());
		}
	}

	private void note(Request request) {
		if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:")) {
			this.requestsElsewhere.add(request.url());
		}
	}

	/** Addresses of other hosts that were asked for anything. */
	List<String> requestsElsewhere() {
		return this.requestsElsewhere;
	}

	void assertSound() {
		assertSound(this.page);
	}

	/** For everybody to use, and without an error in the browser's console. */
	void assertSound(Page page) {
		assertAccessible(page);
		assertThat(this.errors).as("errors in the browser's console").isEmpty();
	}

	/** The browser itself notes each request that is refused or not answered; nothing else may be wrong. */
	void assertSoundButForRequests(Page page) {
		assertAccessible(page);
		assertThat(this.errors).as("errors in the browser's console")
				.allMatch(error -> error.startsWith(NOT_ANSWERED));
	}

	/** In both themes, on a desktop and on a phone: nothing for axe to find, and nothing beside the page. */
	private static void assertAccessible(Page page) {
		for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
			for (int width : new int[]{360, 1280}) {
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
				page.setViewportSize(width, 800);
				page.evaluate(STILL);
				var found = new AxeBuilder(page).withTags(RULES).exclude("iframe").analyze().getViolations();
				assertThat(found).as("%s at %d px, %s", page.url(), width, scheme)
						.extracting(InBrowser::told)
						.isEmpty();
				assertThat(page.evaluate("document.documentElement.scrollWidth"))
						.as("width of %s at %d px", page.url(), width)
						.isEqualTo(width);
			}
		}
	}

	private static String told(Rule rule) {
		return "%s: %s".formatted(rule.getHelp(), rule.getNodes().stream().map(CheckedNode::getHtml).toList());
	}

	void logIn(String user, String path) {
		logIn(this.page, user, path);
	}

	static void logIn(Page page, String user, String path) {
		page.navigate(Frontdesk.stack().url() + path);
		logIn(page, user);
	}

	/** At the login that is open. */
	static void logIn(Page page, String user) {
		page.getByLabel("E-mail").fill(user);
		page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("frontdesk");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
	}

	/** A page that is drawn may not listen to keys yet: presses this one until what it opens is there. */
	void press(String key, Locator opens) {
		await().pollInSameThread().atMost(Frontdesk.PATIENCE).until(() -> {
			this.page.keyboard().press(key);
			return isThereSoon(opens);
		});
	}

	private static boolean isThereSoon(Locator wanted) {
		try {
			wanted.waitFor(new Locator.WaitForOptions().setTimeout(2_000));
			return true;
		} catch (TimeoutError _) {
			return false;
		}
	}

	/** A page that is loaded anew forgets it. */
	static void mark(Page page) {
		page.evaluate("window.stillTheSamePage = true");
	}

	/** Since it was marked. */
	static void assertStillTheSame(Page page) {
		assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
	}

	/** Opens the composer, and waits for its editor: until its code is there, words go into a plain field. */
	void compose(String kind) {
		press(kind.substring(0, 1), text(kind));
		PlaywrightAssertions.assertThat(text(kind)).hasAttribute("contenteditable", "true");
	}

	/** What is written in the composer for a "reply" or a "note". */
	Locator text(String kind) {
		return text(this.page, kind);
	}

	static Locator text(Page page, String kind) {
		return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Text of the " + kind));
	}

	Locator heading(String name) {
		return named(AriaRole.HEADING, name);
	}

	Locator button(String name) {
		return named(AriaRole.BUTTON, name);
	}

	Locator named(AriaRole role, String name) {
		return this.page.getByRole(role, new Page.GetByRoleOptions().setName(name));
	}

}
