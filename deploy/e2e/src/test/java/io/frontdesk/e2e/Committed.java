package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page below docs/ that is made from the running system, and committed so that it can be read without one. */
record Committed(String page) {

	private static final boolean WRITE = Boolean.getBoolean("frontdesk.docs.write");

	void says(String text) throws IOException {
		var file = file(this.page);
		if (WRITE) {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		assertThat(Files.exists(file) ? Files.readString(file) : "")
				.as("docs/%s against the running system; to write it anew: mvn verify -pl deploy/e2e "
						+ "-Dit.test=OpenApiIT -Dfrontdesk.docs.write=true", this.page)
				.isEqualTo(text);
	}

	static Path file(String page) {
		return Path.of(System.getProperty("frontdesk.root"), "docs", page);
	}

}
