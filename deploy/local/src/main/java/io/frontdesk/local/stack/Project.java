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

	/** @param module its folder, whose name its jar has */
	public Path jar(String module) {
		Path folder = this.root.resolve(module);
		return folder.resolve("target").resolve(folder.getFileName() + ".jar");
	}

	public Path topics() {
		return this.root.resolve("events/src/main/resources/topics.json");
	}

	Path themes() {
		return this.root.resolve("identity/themes");
	}

	Path realm(String name) {
		return this.root.resolve("identity/realm").resolve(name + ".json");
	}

}
