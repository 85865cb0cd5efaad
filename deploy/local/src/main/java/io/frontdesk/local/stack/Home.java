package io.frontdesk.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.frontdesk.local.process.Private;

/** The folder where a stack keeps all that it has: mails, passwords, logs. It is its owner's alone. */
public record Home(Path root) {

	private static final String SECRETS = "secrets.properties";

	private static final String SUBSCRIBER = "subscriber.properties";

	private static final Set<String> OURS = Set.of("data", "logs", "run", "blobs", "cache", "bench", "results", SECRETS,
			SUBSCRIBER);

	public Home {
		root = root.toAbsolutePath().normalize();
	}

	public Path data(String server) {
		return this.root.resolve("data").resolve(server);
	}

	public Path log(String server) {
		return this.root.resolve("logs").resolve(server + ".log");
	}

	public Path run() {
		return this.root.resolve("run");
	}

	public Path blobs() {
		return this.root.resolve("blobs");
	}

	/** What can be made again and outlives a reset. */
	public Path cache(String name) {
		return this.root.resolve("cache").resolve(name);
	}

	Path ports() {
		return run().resolve("ports.properties");
	}

	Path secrets() {
		return this.root.resolve(SECRETS);
	}

	/** What a client of Kafka is told, to read along. */
	public Path subscriber() {
		return this.root.resolve(SUBSCRIBER);
	}

	/**
	 * Made if need be; one that others may look into, as an older release left it, is closed with all in it.
	 *
	 * @throws IllegalStateException for a folder that has other things in it as well, which others may need
	 */
	void keepPrivate() throws IOException {
		if (!Files.isDirectory(this.root)) {
			Private.directories(this.root);
		} else if (Private.isOpen(this.root)) {
			List<String> others = others();
			if (!others.isEmpty()) {
				throw new IllegalStateException(
						"%s is to be readable by you alone, as mails and passwords are kept there, but has other things in it (%s). Let FRONTDESK_HOME name a folder of its own, or take from others the right to read this one: chmod go-rwx %1$s"
								.formatted(this.root, others.getFirst()));
			}
			Private.closeAll(this.root);
		}
	}

	private List<String> others() throws IOException {
		try (Stream<Path> files = Files.list(this.root)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> !OURS.contains(name)).toList();
		}
	}

}
