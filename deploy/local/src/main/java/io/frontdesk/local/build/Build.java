package io.frontdesk.local.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

import io.frontdesk.local.stack.Project;

/** Maven, run only for what is not built or is older than its sources. */
public record Build(Project project) {

	/** What every service is built from beside its own folder. */
	private static final List<String> SHARED = List.of("pom.xml", "events", "identity", "http-api");

	private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", "dist", "realm");

	private static final String MARK = "built-by-frontdesk";

	/** Whether the jars of these modules are there and new enough in the end. */
	public boolean make(List<String> modules) throws IOException, InterruptedException {
		List<String> stale = new ArrayList<>();
		for (String module : modules) {
			if (isStale(module)) {
				stale.add(module);
			}
		}
		if (stale.isEmpty()) {
			return true;
		}
		System.out.println("Building " + String.join(", ", stale) + " …");
		long from = System.nanoTime();
		Instant began = Instant.now();
		int exit = new ProcessBuilder("mvn", "-q", "-B", "-DskipTests", "-Dformatter.skip", "package", "-am", "-pl",
				String.join(",", stale))
				.directory(this.project.root().toFile())
				.inheritIO()
				.redirectInput(new File("/dev/null"))
				.start()
				.waitFor();
		if (exit != 0) {
			System.err.println("The build failed.");
			return false;
		}
		for (String module : stale) {
			Path mark = mark(module);
			Files.writeString(mark, "");
			Files.setLastModifiedTime(mark, FileTime.from(began));
		}
		System.out.printf("Built after %.0f s.%n", (System.nanoTime() - from) / 1e9);
		return true;
	}

	/** Maven leaves a jar alone whose content did not change, so a mark says when it was last looked at. */
	private boolean isStale(String module) throws IOException {
		Path jar = this.project.jar(module);
		if (!Files.exists(jar) || lacksUi(module)) {
			return true;
		}
		FileTime built = Files.getLastModifiedTime(jar);
		if (Files.exists(mark(module)) && Files.getLastModifiedTime(mark(module)).compareTo(built) > 0) {
			built = Files.getLastModifiedTime(mark(module));
		}
		for (String part : SHARED) {
			if (newest(this.project.root().resolve(part)).compareTo(built) > 0) {
				return true;
			}
		}
		return newest(this.project.root().resolve(module)).compareTo(built) > 0;
	}

	/** A build with -Dskip.ui packs no web UI, or the one that was built before. */
	private boolean lacksUi(String module) throws IOException {
		Path ui = this.project.root().resolve(module).resolve("ui");
		if (!Files.exists(ui)) {
			return false;
		}
		try (ZipFile jar = new ZipFile(this.project.jar(module).toFile())) {
			if (jar.getEntry("BOOT-INF/classes/ui/index.html") == null) {
				return true;
			}
		}
		Path page = ui.resolve("dist/index.html");
		return Files.exists(page) && newest(ui.resolve("src")).compareTo(Files.getLastModifiedTime(page)) > 0;
	}

	private Path mark(String module) {
		return this.project.jar(module).resolveSibling(MARK);
	}

	private static FileTime newest(Path root) throws IOException {
		FileTime[] newest = {FileTime.fromMillis(0)};
		if (!Files.exists(root)) {
			return newest[0];
		}
		Files.walkFileTree(root, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
				Path name = directory.getFileName();
				return (name != null && NOT_SOURCES.contains(name.toString()))
						? FileVisitResult.SKIP_SUBTREE
						: FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (!file.toString().contains("/src/test/") && attributes.lastModifiedTime().compareTo(newest[0]) > 0) {
					newest[0] = attributes.lastModifiedTime();
				}
				return FileVisitResult.CONTINUE;
			}
		});
		return newest[0];
	}

}
