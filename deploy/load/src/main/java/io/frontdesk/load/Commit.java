package io.frontdesk.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is measured, as Git knows it. */
final class Commit {

	static final String UNKNOWN = "unknown";

	/** Behind the id when files are not as they were committed. */
	static final String CHANGED = "-changed";

	private Commit() {}

	static String of(Path checkout) throws IOException, InterruptedException {
		String id = git(checkout, "rev-parse", "--short=12", "HEAD");
		if (id.isEmpty()) {
			return UNKNOWN;
		}
		return git(checkout, "status", "--porcelain", "--untracked-files=no").isEmpty() ? id : id + CHANGED;
	}

	private static String git(Path checkout, String... arguments) throws IOException, InterruptedException {
		List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
		try {
			Process git = new ProcessBuilder(command).directory(checkout.toFile())
					.redirectError(ProcessBuilder.Redirect.DISCARD)
					.start();
			String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return (git.waitFor() == 0) ? said : "";
		} catch (IOException _) {
			return "";
		}
	}

}
