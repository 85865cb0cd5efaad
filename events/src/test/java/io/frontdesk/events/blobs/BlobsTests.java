package io.frontdesk.events.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTests {

	@TempDir
	private Path directory;

	@Test
	void contentIsKeptOnceUnderItsDigest() throws Exception {
		var blobs = new Blobs(this.directory);
		var blob = blobs.store(out -> out.write("hello".getBytes(StandardCharsets.UTF_8)));
		assertThat(blob)
				.isEqualTo(new Blobs.Blob("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", 5));
		assertThat(blobs.store(out -> out.write("hello".getBytes(StandardCharsets.UTF_8)))).isEqualTo(blob);
		try (var in = blobs.open(blob.key())) {
			assertThat(in).hasContent("hello");
		}
		assertThat(files()).isEqualTo(1);
	}

	@Test
	void interruptedContentLeavesNothing() throws Exception {
		var blobs = new Blobs(this.directory);
		assertThatIOException().isThrownBy(() -> blobs.store(out -> {
			out.write(1);
			throw new IOException("The mail server hung up");
		}));
		assertThat(files()).isZero();
	}

	private long files() throws IOException {
		try (var files = Files.walk(this.directory)) {
			return files.filter(Files::isRegularFile).count();
		}
	}

}
