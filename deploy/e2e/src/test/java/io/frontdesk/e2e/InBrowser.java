package io.frontdesk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A headless Chromium with a new profile for each test, which remembers what it asked other hosts for. */
abstract class InBrowser {

	private static final double PATIENCE = 30_000;

	private static Playwright playwright;

	private static Browser browser;

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
		this.context = newContext();
		this.page = this.context.newPage();
	}

	private BrowserContext newContext() {
		var context = browser
				.newContext(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 800));
		context.setDefaultTimeout(PATIENCE);
		context.onRequest(this::note);
		context.onConsoleMessage(this::note);
		context.onWebError(error -> this.errors.add(error.error()));
		return context;
	}

	/** A page in another browser, with a profile of its own. */
	Page elsewhere() {
		var other = newContext();
		this.others.add(other);
		return other.newPage();
	}

	@AfterEach
	void close() {
		this.context.close();
		this.others.forEach(BrowserContext::close);
	}

	/** What the browser itself says of an answer that is none, or an error, is not the page's. */
	private void note(ConsoleMessage message) {
		if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
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

	/** Errors that scripts of the pages met or wrote to the console. */
	List<String> errors() {
		return this.errors;
	}

	/** What axe finds wrong in a page as it is. */
	static List<?> violations(Page page) {
		try {
			page.evaluate(Files.readString(Path.of(System.getProperty("frontdesk.root"),
					"gateway-service/ui/node_modules/axe-core/axe.min.js")));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (List<?>) page.evaluate(
				"""
						axe.run({exclude: ['iframe']})
						   .then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html)))""");
	}

	void logIn(String user, String path) {
		logIn(this.page, user, path);
	}

	static void logIn(Page page, String user, String path) {
		page.navigate(Frontdesk.stack().url() + path);
		page.getByLabel("Email").fill(user);
		page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("frontdesk");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")).click();
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
