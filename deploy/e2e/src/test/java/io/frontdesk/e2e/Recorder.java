package io.frontdesk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/** Keeps every answer that a caller gets, each in a file. */
final class Recorder {

	private final Api api;

	private final Path directory;

	private final StringBuilder everything = new StringBuilder();

	private int count;

	Recorder(Api api, Path directory) throws IOException {
		this.api = api;
		this.directory = directory;
		FileSystemUtils.deleteRecursively(directory);
	}

	Recorded get(String address) {
		var answer = this.api.get(address);
		var recorded = new Recorded(answer.status(), answer.response().headers().map() + "\n\n" + answer.body());
		this.everything.append(recorded.text()).append('\n');
		this.count++;
		write(this.directory.resolve("%05d.txt".formatted(this.count)),
				"GET %s\n%d %s".formatted(address, recorded.status(), recorded.text()));
		return recorded;
	}

	Path directory() {
		return this.directory;
	}

	String everything() {
		return this.everything.toString();
	}

	static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** @param text headers and body */
	record Recorded(int status, String text) {}

}
