package io.frontdesk.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
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
		this.context = browser
				.newContext(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 800));
		this.context.setDefaultTimeout(PATIENCE);
		this.context.onRequest(this::note);
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

	void logIn(String user, String path) {
		this.page.navigate(Frontdesk.stack().url() + path);
		this.page.getByLabel("Email").fill(user);
		this.page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("frontdesk");
		button("Sign In").click();
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
