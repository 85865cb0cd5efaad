package io.frontdesk.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
		if (!System.getProperty("user.name").equals("root") || !onPath("apt-get")) {
			System.err.println(
					"The end-to-end tests need Chromium. Install it (on Debian: sudo apt-get install chromium).");
			return false;
		}
		System.out.println("Installing Chromium for the end-to-end tests …");
		run(List.of("apt-get", "update", "-qq"));
		return run(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")) && installed();
	}

	private static boolean installed() {
		return Stream.of("chromium", "chromium-browser", "google-chrome").anyMatch(Browser::onPath);
	}

	private static boolean onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
				.anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
	}

	private static boolean run(List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
		return builder.start().waitFor() == 0;
	}

}
