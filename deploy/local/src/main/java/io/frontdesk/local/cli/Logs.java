package io.frontdesk.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reading log files. */
final class Logs {

	private Logs() {}

	static String tail(Path log, int lines) {
		if (!Files.exists(log)) {
			return "";
		}
		try {
			List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
			return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - lines), all.size()));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
