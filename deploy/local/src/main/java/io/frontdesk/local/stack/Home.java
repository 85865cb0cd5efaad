package io.frontdesk.local.stack;

import java.nio.file.Path;

/** The folder where a stack keeps all that it has. */
public record Home(Path root) {

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
		return this.root.resolve("secrets.properties");
	}

}
