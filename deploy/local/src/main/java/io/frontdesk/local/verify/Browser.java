package io.frontdesk.local.verify;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The browser that the end-to-end tests drive. */
final class Browser {

	private Browser() {}

	/** Installs Debian's Chromium where that is possible, else says how to. */
	static boolean present() throws IOException, InterruptedException {
		if (installed()) {
			return true;
		}
		if (!Debian.installs()) {
			System.err.println(
					"The end-to-end tests need Chromium. Install it (on Debian: sudo apt-get install chromium).");
			return false;
		}
		System.out.println("Installing Chromium for the end-to-end tests …");
		return Debian.install(List.of("chromium")) && installed();
	}

	private static boolean installed() {
		return Stream.of("chromium", "chromium-browser", "google-chrome").anyMatch(Debian::hasProgram);
	}

}
