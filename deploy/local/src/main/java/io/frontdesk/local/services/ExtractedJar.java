package io.frontdesk.local.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Private;
import io.frontdesk.local.process.RunningProcess;

/**
 * An executable jar laid out flat, as the JDK's AOT cache (JEP 514) needs it: the cache sees no nested jars. A service
 * runs from this copy, so a build can replace the jar under it. The first process of a new jar that comes to answer
 * records, and writes the cache after it has ended; later ones start from it in about half the time.
 */
public record ExtractedJar(Path jar, Path cache) {

	private static final String ANSWERED = "answered";

	private static final String RECORDED = "recorded.aot";

	private static final String OUTPUT = "-XX:AOTCacheOutput=";

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
		arguments.addAll(List.of("-jar", flat(extracted).toString()));
		return arguments;
	}

	private Path flat(Path extracted) {
		return extracted.resolve(this.jar.getFileName());
	}

	private List<String> startCache(Path extracted) throws IOException {
		Path recorded = extracted.resolve(RECORDED);
		Path cache = extracted.resolve("start.aot");
		if (isBeingWritten(recorded)) {
			return List.of();
		}
		if (Files.exists(recorded)) {
			// What a process recorded that never came to answer knows too little to be worth keeping.
			if (Files.deleteIfExists(extracted.resolve(ANSWERED)) && isWhole(recorded, flat(extracted))) {
				Files.move(recorded, cache, StandardCopyOption.ATOMIC_MOVE);
			} else {
				Files.delete(recorded);
			}
		}
		return Files.exists(cache)
				? List.of("-XX:AOTCache=" + cache)
				: List.of(OUTPUT + recorded, "-Xlog:aot=error,cds=error");
	}

	/** By a process that serves, or by one that has ended but for that, or by the helper that it started. */
	private static boolean isBeingWritten(Path recorded) {
		return ProcessHandle.allProcesses()
				.flatMap(process -> process.info().arguments().stream().flatMap(Stream::of))
				.anyMatch(argument -> argument.contains(recorded.toString()));
	}

	/** One that was cut short is refused by the JVM; a service would start without it, and never be recorded again. */
	private static boolean isWhole(Path recorded, Path flat) throws IOException {
		try {
			return new ProcessBuilder(Distribution.java(), "-XX:+UseSerialGC", "-XX:AOTMode=on",
					"-XX:AOTCache=" + recorded, "-cp", flat.toString(), "-version")
					.redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start()
					.waitFor() == 0;
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	boolean isRecording() {
		try {
			return isBeingWritten(this.cache.resolve(key()).resolve(RECORDED));
		} catch (IOException _) {
			return false;
		}
	}

	boolean isRecordedBy(RunningProcess process) {
		return process.arguments().stream().anyMatch(argument -> argument.startsWith(OUTPUT));
	}

	/** Called when a process that runs from here answers. */
	void answered() {
		try {
			Private.make(this.cache.resolve(key()).resolve(ANSWERED));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String key() throws IOException {
		return "%x-%x".formatted(Files.getLastModifiedTime(this.jar).toMillis(), Files.size(this.jar));
	}

	private void extractTo(Path target) throws IOException {
		Private.directories(this.cache);
		Path making = this.cache.resolve("making");
		try {
			Process extract = new ProcessBuilder(
					Private.command(List.of(Distribution.java(), "-Djarmode=tools", "-XX:TieredStopAtLevel=1", "-jar",
							this.jar.toString(), "extract", "--force", "--destination", making.toString())))
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
					// What an older build's process still writes its notes to is deleted next time.
					file.toFile().delete();
				}
			}
		}
	}

}
