package io.frontdesk.local.process;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	@TempDir
	Path folder;

	@Test
	void theLastWordsAreWhatAPersonWouldReadOfTheLastLine() throws Exception {
		assertThat(lastWords(
				"""
						2026-11-26T02:39:08.315Z  INFO 13895 --- [org-service] [           main] o.f.core.Db         : Migrating to version 3: people
							at io.frontdesk.Main.main(Main.java:1)
						"""))
				.isEqualTo("Migrating to version 3: people");
		assertThat(lastWords("Type: plain\n")).isEqualTo("Type: plain");
		assertThat(lastWords("")).isEmpty();
		assertThat(lastWords("x".repeat(500))).hasSizeLessThan(120).endsWith("…");
	}

	@Test
	void whatAnEarlierProcessSaidIsNotSaidByThisOne() throws Exception {
		Path file = Files.writeString(this.folder.resolve("server.log"), "the disk is full\n");
		LogFile log = LogFile.since(file);
		assertThat(log.lastWords()).isEmpty();
		Files.writeString(file, "the disk is full\nstarting\n");
		assertThat(log.lastLines()).containsExactly("starting");
	}

	private String lastWords(String log) throws Exception {
		return new LogFile(Files.writeString(this.folder.resolve("server.log"), log), 0).lastWords();
	}

}
