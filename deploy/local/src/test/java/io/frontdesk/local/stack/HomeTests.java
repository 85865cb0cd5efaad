package io.frontdesk.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeTests {

	@TempDir
	Path folder;

	@Test
	void aHomeThatAnOlderReleaseLeftOpenIsClosedWithItsLogs() throws IOException {
		Path root = Files.createDirectory(this.folder.resolve("stack"));
		Path logs = Files.createDirectory(root.resolve("logs"));
		Path log = Files.writeString(logs.resolve("ticket-service.log"), "a mail");
		open(root);
		open(logs);
		new Home(root).keepPrivate();
		assertThat(rights(root)).isEqualTo("rwx------");
		assertThat(rights(logs)).isEqualTo("rwx------");
		assertThat(rights(log)).isEqualTo("rw-------");
	}

	@Test
	void aNewHomeIsItsOwners() throws IOException {
		Home home = new Home(this.folder.resolve("new/stack"));
		home.keepPrivate();
		assertThat(rights(home.root())).isEqualTo("rwx------");
	}

	@Test
	void aFolderWithOtherThingsInItIsLeftAloneAndRefused() throws IOException {
		Path shared = Files.createDirectory(this.folder.resolve("shared"));
		Files.createFile(shared.resolve("holiday.jpg"));
		open(shared);
		assertThatThrownBy(() -> new Home(shared).keepPrivate()).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("holiday.jpg")
				.hasMessageContaining("FRONTDESK_HOME");
		assertThat(rights(shared)).isEqualTo("rwxr-xr-x");
	}

	private static void open(Path path) throws IOException {
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static String rights(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
