package io.frontdesk.local.stack;

import java.nio.file.Path;

/** A checkout of Frontdesk. */
public record Project(Path root) {

	public Project {
		root = root.toAbsolutePath().normalize();
	}

	/** Told by the build to tests and by the start script to the command line. */
	public static Project found() {
		String root = System.getProperty("frontdesk.root");
		if (root == null) {
			throw new IllegalStateException("The system property frontdesk.root must name the project's folder");
		}
		return new Project(Path.of(root));
	}

	public Path jar(String module) {
		return this.root.resolve(module).resolve("target").resolve(module + ".jar");
	}

	Path realm(String name) {
		return this.root.resolve("identity/realm").resolve(name + ".json");
	}

}
