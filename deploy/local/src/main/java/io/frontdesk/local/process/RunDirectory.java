package io.frontdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The pid files of a stack. */
public record RunDirectory(Path path) {

	private static final String SUFFIX = ".pid";

	public void record(String name, RunningProcess process) throws IOException {
		Private.write(file(name), process.asLine());
	}

	/** The live process of that name; a pid file left by a dead one is removed. */
	public Optional<RunningProcess> find(String name) {
		try {
			if (!Files.exists(file(name))) {
				return Optional.empty();
			}
			RunningProcess process = RunningProcess.parse(Files.readString(file(name)));
			if (process.isAlive()) {
				return Optional.of(process);
			}
			forget(name);
			return Optional.empty();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		} catch (RuntimeException _) {
			forget(name);
			return Optional.empty();
		}
	}

	/** Whether any process of the stack lives. */
	public boolean isLive() {
		if (!Files.isDirectory(this.path)) {
			return false;
		}
		try (Stream<Path> files = Files.list(this.path)) {
			return files.map(file -> file.getFileName().toString())
					.filter(file -> file.endsWith(SUFFIX))
					.toList()
					.stream()
					.anyMatch(file -> find(file.substring(0, file.length() - SUFFIX.length())).isPresent());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void forget(String name) {
		try {
			Files.deleteIfExists(file(name));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String name) {
		return this.path.resolve(name + SUFFIX);
	}

}
