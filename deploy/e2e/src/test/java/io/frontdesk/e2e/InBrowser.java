package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
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

	/** What changes its colours slowly has the wrong ones meanwhile. */
	private static final String STILL = """
			async () => {
				await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
				const ending = document.getAnimations().filter(it => it.effect.getComputedTiming().endTime < Infinity);
				await Promise.allSettled(ending.map(it => it.finished));
			}""";

	private final List<String> requestsElsewhere = new CopyOnWriteArrayList<>();

	private final List<String> errors = new CopyOnWriteArrayList<>();

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
			this.context.close();
		}
		this.context = browser.newContext(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
		this.context.setDefaultTimeout(PATIENCE);
		this.context.onRequest(this::note);
		this.context.onConsoleMessage(message -> {
			if (message.type().equals("error")) {
				this.errors.add(message.text());
			}
		});
		this.context.onWebError(error -> this.errors.add(error.error()));
		this.page = this.context.newPage();
	}

	@AfterEach
	void close() {
		this.context.close();
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

	/** For everybody to use, and without an error in the browser's console. */
	void assertSound() {
		assertAccessible();
		assertThat(this.errors).as("errors in the browser's console").isEmpty();
	}

	/** In both themes, on a desktop and on a phone: nothing for axe to find, and nothing beside the page. */
	void assertAccessible() {
		for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
			for (int width : new int[]{360, 1280}) {
				this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
				this.page.setViewportSize(width, 800);
				this.page.evaluate(STILL);
				var found = new AxeBuilder(this.page).withTags(RULES).exclude("iframe").analyze().getViolations();
				assertThat(found).as("%s at %d px, %s", this.page.url(), width, scheme)
						.extracting(InBrowser::told)
						.isEmpty();
				assertThat(this.page.evaluate("document.documentElement.scrollWidth"))
						.as("width of %s at %d px", this.page.url(), width)
						.isEqualTo(width);
			}
		}
	}

	private static String told(Rule rule) {
		return "%s: %s".formatted(rule.getHelp(), rule.getNodes().stream().map(CheckedNode::getHtml).toList());
	}

	void logIn(String user, String path) {
		this.page.navigate(Frontdesk.stack().url() + path);
		logIn(user);
	}

	/** At the login that is open. */
	void logIn(String user) {
		this.page.getByLabel("E-mail").fill(user);
		this.page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("frontdesk");
		button("Log in").click();
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
