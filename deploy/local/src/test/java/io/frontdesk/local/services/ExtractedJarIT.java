package io.frontdesk.local.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import javax.tools.ToolProvider;

import io.frontdesk.local.process.Distribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** With a program that ends at once, laid out flat already, and a JVM that really records it. */
class ExtractedJarIT {

	@TempDir
	Path folder;

	private ExtractedJar jar;

	private Path recorded;

	@BeforeEach
	void layOut() throws IOException {
		Path source = Files.writeString(this.folder.resolve("App.java"),
				"class App { public static void main(String[] args) { System.out.println(); } }");
		ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "App");
		Path built = this.folder.resolve("app.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(built), manifest)) {
			out.putNextEntry(new JarEntry("App.class"));
			Files.copy(this.folder.resolve("App.class"), out);
		}
		this.jar = new ExtractedJar(built, this.folder.resolve("cache"));
		Path flat = this.folder.resolve("cache").resolve(this.jar.key());
		Files.createDirectories(flat);
		Files.copy(built, flat.resolve("app.jar"));
		this.recorded = flat.resolve("recorded.aot");
	}

	@Test
	void whatAProcessRecordedThatAnsweredIsStartedFrom() throws Exception {
		assertThat(run(this.jar.arguments())).isZero();
		assertThat(this.recorded).exists();
		this.jar.answered();
		assertThat(this.jar.arguments()).contains("-XX:AOTCache=" + this.recorded.resolveSibling("start.aot"));
		assertThat(run(this.jar.arguments())).isZero();
	}

	@Test
	void aRecordingThatWasCutShortIsMadeAgain() throws Exception {
		run(this.jar.arguments());
		this.jar.answered();
		byte[] whole = Files.readAllBytes(this.recorded);
		Files.write(this.recorded, java.util.Arrays.copyOf(whole, whole.length / 2));
		assertThat(this.jar.arguments()).contains("-XX:AOTCacheOutput=" + this.recorded);
		assertThat(this.recorded).doesNotExist();
	}

	@Test
	void whileOneStillWritesAnotherStartsWithoutAndLeavesItAlone() throws Exception {
		Process writing = new ProcessBuilder("sh", "-c", "read line", "-XX:AOTCacheOutput=" + this.recorded).start();
		try {
			Files.writeString(this.recorded, "half of it");
			assertThat(this.jar.isRecording()).isTrue();
			assertThat(this.jar.arguments()).noneMatch(argument -> argument.contains("AOT"));
			assertThat(this.recorded).exists();
		} finally {
			writing.destroy();
		}
	}

	private static int run(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Distribution.java()));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
	}

}
