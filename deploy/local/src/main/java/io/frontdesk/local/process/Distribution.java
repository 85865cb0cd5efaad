package io.frontdesk.local.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Where the build has laid the servers: jars as they are, archives unpacked when first needed. */
public record Distribution(Path directory) {

	private static final String POSTGRES_TAR = "postgres-linux-x86_64.txz";

	/** The build tells tests by a system property, the command line tells itself. */
	public static Distribution found() {
		String directory = System.getProperty("frontdesk.dist");
		if (directory == null) {
			throw new IllegalStateException("The system property frontdesk.dist must name deploy/local/target/dist");
		}
		return new Distribution(Path.of(directory).toAbsolutePath().normalize());
	}

	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	public String libraries() {
		return this.directory.resolve("lib") + "/*";
	}

	public String kafka() {
		return this.directory.resolve("kafka") + "/*:" + libraries();
	}

	public Path postgres() throws IOException {
		Path archive = this.directory.resolve("archives/postgres.jar");
		return once("postgres-" + Files.size(archive), target -> {
			try (ZipFile jar = new ZipFile(archive.toFile())) {
				ZipEntry entry = jar.getEntry(POSTGRES_TAR);
				try (InputStream in = jar.getInputStream(entry)) {
					untar(in, target);
				}
			}
		});
	}

	/** Keycloak as its makers ship it, then made ready by the caller, both once for each version of it. */
	public Path keycloak(Making ready) throws IOException {
		Path archive = this.directory.resolve("archives/keycloak.zip");
		return once("keycloak-" + Files.size(archive), target -> {
			unzip(archive, target);
			ready.into(target);
		});
	}

	/** Two test runs may want the same thing at once: one makes it, both use it. */
	private Path once(String name, Making making) throws IOException {
		Path made = this.directory.resolve(name);
		Path lock = this.directory.resolve(name + ".lock");
		synchronized (Distribution.class) {
			try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
					FileLock _ = channel.lock()) {
				Path mark = made.resolve(".complete");
				if (!Files.exists(mark)) {
					Files.createDirectories(made);
					making.into(made);
					Files.createFile(mark);
				}
			}
		}
		return made;
	}

	private static void untar(InputStream xz, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(xz)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path file = inside(target, entry.getName());
				if (entry.isDirectory()) {
					Files.createDirectories(file);
				} else if (entry.isSymbolicLink()) {
					Files.deleteIfExists(file);
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
				} else {
					Files.createDirectories(file.getParent());
					Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
					if ((entry.getMode() & 0100) != 0) {
						makeExecutable(file);
					}
				}
			}
		}
	}

	/** Leaves out the archive's own top folder. */
	private static void unzip(Path archive, Path target) throws IOException {
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
				if (entry.isDirectory() || name.isEmpty()) {
					continue;
				}
				Path file = inside(target, name);
				Files.createDirectories(file.getParent());
				try (InputStream in = zip.getInputStream(entry)) {
					Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
	}

	private static Path inside(Path target, String name) throws IOException {
		Path file = target.resolve(name).normalize();
		if (!file.startsWith(target)) {
			throw new IOException("The archive would write outside its folder: " + name);
		}
		return file;
	}

	private static void makeExecutable(Path file) throws IOException {
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
		permissions.add(PosixFilePermission.OWNER_EXECUTE);
		permissions.add(PosixFilePermission.GROUP_EXECUTE);
		permissions.add(PosixFilePermission.OTHERS_EXECUTE);
		Files.setPosixFilePermissions(file, permissions);
	}

	/** Makes something in an empty or half-made folder. */
	@FunctionalInterface
	public interface Making {

		void into(Path folder) throws IOException;

	}

}
