package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PrivateTests {

	@TempDir
	Path folder;

	@Test
	void whatOthersCouldReadIsClosedWithAllInItAndNothingBeyondIt() throws IOException {
		Path outside = open(this.folder.resolve("outside"), "rw-r--r--");
		Path home = Files.createDirectory(this.folder.resolve("home"));
		Path log = open(home.resolve("ticket.log"), "rw-rw-r--");
		Path tool = open(home.resolve("tool"), "rwxr-xr-x");
		Files.createSymbolicLink(home.resolve("link"), outside);
		set(home, "rwxr-xr-x");
		assertThat(Private.isOpen(home)).isTrue();
		Private.closeAll(home);
		assertThat(Private.isOpen(home)).isFalse();
		assertThat(rights(log)).isEqualTo("rw-------");
		assertThat(rights(tool)).isEqualTo("rwx------");
		assertThat(rights(outside)).isEqualTo("rw-r--r--");
	}

	@Test
	void aFileIsItsOwnersWhetherItWasThereOrNot() throws IOException {
		Path there = open(this.folder.resolve("there"), "rw-rw-rw-");
		Private.write(there, "secret");
		Private.write(this.folder.resolve("new/folder/file"), "secret");
		assertThat(rights(there)).isEqualTo("rw-------");
		assertThat(rights(this.folder.resolve("new/folder/file"))).isEqualTo("rw-------");
		assertThat(rights(this.folder.resolve("new"))).isEqualTo("rwx------");
	}

	@Test
	void whatAServerWritesIsItsOwnersAndSoIsItsLog() throws IOException {
		Path data = this.folder.resolve("data");
		Launch launch = new Launch(
				List.of("sh", "-c", "umask; mkdir inner; echo secret > inner/file; echo 'a  b' > end"),
				Map.of(), data, this.folder.resolve("logs/toy.log"));
		RunningProcess process = launch.detached();
		await().until(() -> !process.isAlive());
		assertThat(launch.log()).content().isEqualTo("0077\n");
		assertThat(data.resolve("end")).content().isEqualTo("a  b\n");
		assertThat(rights(launch.log())).isEqualTo("rw-------");
		assertThat(rights(data.resolve("inner"))).isEqualTo("rwx------");
		assertThat(rights(data.resolve("inner/file"))).isEqualTo("rw-------");
	}

	private static Path open(Path file, String rights) throws IOException {
		return set(Files.createFile(file), rights);
	}

	private static Path set(Path path, String rights) throws IOException {
		return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
	}

	private static String rights(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
