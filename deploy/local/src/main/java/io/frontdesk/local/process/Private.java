package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Files that nobody but their owner reads or writes, whatever the umask of the process that makes them. */
public final class Private {

	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

	private Private() {}

	/** Those on the way to it as well, as far as they are missing. */
	public static Path directories(Path path) throws IOException {
		return Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
	}

	public static void write(Path file, String text) throws IOException {
		make(file);
		Files.writeString(file, text);
	}

	/** Empty if it is new; one that is there loses what others may do, and nothing else. */
	public static void make(Path file) throws IOException {
		directories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
		if (Files.exists(file)) {
			close(file);
		} else {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
		}
	}

	/** The same command, for a process that makes private files only; it has no other id than the command's own. */
	public static List<String> command(List<String> command) {
		List<String> all = new ArrayList<>(List.of("sh", "-c", "umask 077 && exec \"$@\"", "sh"));
		all.addAll(command);
		return all;
	}

	public static boolean isOpen(Path path) throws IOException {
		return !FOLDER.containsAll(Files.getPosixFilePermissions(path));
	}

	/** The folder first, so that nobody gets in while the rest is closed; nothing that a link leads to outside. */
	public static void closeAll(Path folder) throws IOException {
		Files.walkFileTree(folder.toRealPath(), new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				close(directory);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (!attributes.isSymbolicLink()) {
					close(file);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
				return goneOr(file, failure);
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
					throws IOException {
				return (failure == null) ? FileVisitResult.CONTINUE : goneOr(directory, failure);
			}
		});
	}

	/** A server that runs may delete a file at any time. */
	private static FileVisitResult goneOr(Path file, IOException failure) throws IOException {
		if (Files.exists(file)) {
			throw failure;
		}
		return FileVisitResult.CONTINUE;
	}

	private static void close(Path path) throws IOException {
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
		if (permissions.retainAll(FOLDER)) {
			Files.setPosixFilePermissions(path, permissions);
		}
	}

}
