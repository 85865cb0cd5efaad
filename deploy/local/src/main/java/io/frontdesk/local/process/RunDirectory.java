package io.frontdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The pid files of a stack. */
public record RunDirectory(Path path) {

	public void record(String name, RunningProcess process) throws IOException {
		Files.createDirectories(this.path);
		Files.writeString(file(name), process.asLine());
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

	public void forget(String name) {
		try {
			Files.deleteIfExists(file(name));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String name) {
		return this.path.resolve(name + ".pid");
	}

}
