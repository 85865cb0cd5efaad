package io.frontdesk.local.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.frontdesk.local.process.Distribution;

/**
 * An executable jar laid out flat, as the JDK's AOT cache (JEP 514) needs it: the cache sees no nested jars. A service
 * runs from this copy, so a build can replace the jar under it. The first process of a new jar that comes to answer
 * records, and writes the cache when it ends; later ones start from it in about half the time.
 */
public record ExtractedJar(Path jar, Path cache) {

	private static final String ANSWERED = "answered";

	/** What to give to java. */
	List<String> arguments() throws IOException {
		if (!Files.exists(this.jar)) {
			throw new IOException(this.jar + " is missing: build it with mvn -DskipTests package");
		}
		Path extracted = this.cache.resolve(key());
		if (!Files.exists(extracted)) {
			deleteOthers();
			extractTo(extracted);
		}
		List<String> arguments = new ArrayList<>(startCache(extracted));
		arguments.addAll(List.of("-jar", extracted.resolve(this.jar.getFileName()).toString()));
		return arguments;
	}

	private static List<String> startCache(Path extracted) throws IOException {
		Path recorded = extracted.resolve("recorded.aot");
		Path cache = extracted.resolve("start.aot");
		// What a process recorded that never came to answer knows too little to be worth keeping.
		if (Files.exists(recorded) && Files.deleteIfExists(extracted.resolve(ANSWERED))) {
			Files.move(recorded, cache);
		}
		return Files.exists(cache)
				? List.of("-XX:AOTCache=" + cache)
				: List.of("-XX:AOTCacheOutput=" + recorded, "-Xlog:aot=error,cds=error");
	}

	/** Called when a process that runs from here answers. */
	void answered() {
		try {
			Files.writeString(this.cache.resolve(key()).resolve(ANSWERED), "");
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String key() throws IOException {
		return "%x-%x".formatted(Files.getLastModifiedTime(this.jar).toMillis(), Files.size(this.jar));
	}

	private void extractTo(Path target) throws IOException {
		Files.createDirectories(this.cache);
		Path making = this.cache.resolve("making");
		try {
			Process extract = new ProcessBuilder(Distribution.java(), "-Djarmode=tools", "-XX:TieredStopAtLevel=1",
					"-jar",
					this.jar.toString(), "extract", "--force", "--destination", making.toString())
					.redirectErrorStream(true)
					.start();
			String output = new String(extract.getInputStream().readAllBytes());
			if (extract.waitFor() != 0) {
				throw new IOException("could not extract %s: %s".formatted(this.jar, output));
			}
			Files.move(making, target);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private void deleteOthers() throws IOException {
		if (Files.exists(this.cache)) {
			try (Stream<Path> files = Files.walk(this.cache)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

}
