package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;

import io.frontdesk.local.stack.Project;

/** What is wrong with pages: what axe finds in them, and the errors that the browser notes. */
final class PageCheck {

	/** That of the web UI's own tests. */
	private static final String AXE = "gateway-service/ui/node_modules/axe-core/axe.min.js";

	private static final String VIOLATIONS = """
			async () => (await axe.run(document)).violations
			  .map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html).join(' '))""";

	private static final String NOT_ANSWERED = "Failed to load resource";

	private final List<String> errors = new CopyOnWriteArrayList<>();

	PageCheck(BrowserContext context) {
		context.onWebError(error -> this.errors.add(error.error()));
		context.onConsoleMessage(this::note);
	}

	private void note(ConsoleMessage message) {
		if (message.type().equals("error")) {
			this.errors.add(message.text());
		}
	}

	void assertFlawless(Page page) {
		assertThat(this.errors).isEmpty();
		assertAccessible(page);
	}

	/** The browser notes each request that isn't answered; nothing else may be wrong. */
	void assertFlawlessButForUnansweredRequests(Page page) {
		assertThat(this.errors).allMatch(error -> error.startsWith(NOT_ANSWERED));
		assertAccessible(page);
	}

	@SuppressWarnings("unchecked")
	private static void assertAccessible(Page page) {
		try {
			page.evaluate(Files.readString(Project.found().root().resolve(AXE)));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assertThat((List<String>) page.evaluate(VIOLATIONS)).isEmpty();
	}

}
