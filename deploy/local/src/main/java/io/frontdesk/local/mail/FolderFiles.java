package io.frontdesk.local.mail;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What a folder has on disk: its mails, its own few numbers, and a directory for each child. */
final class FolderFiles {

	private static final int RESERVED_AT_ONCE = 1000;

	private static final String NUMBERS = "folder.properties";

	private final Path directory;

	private final String name;

	private final Properties numbers = new Properties();

	private long nextUid;

	private long reserved;

	private FolderFiles(Path directory) {
		this.directory = directory;
		this.name = nameOf(directory);
	}

	/** A mailbox's own level keeps the coded name, since an address has dots, which separate levels. */
	private static String nameOf(Path directory) {
		String name = directory.getFileName().toString();
		return name.contains("=40") ? name : FileNames.decode(name);
	}

	static FolderFiles open(Path directory) {
		FolderFiles files = new FolderFiles(directory);
		try (Reader reader = Files.newBufferedReader(directory.resolve(NUMBERS))) {
			files.numbers.load(reader);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		files.nextUid = Long.parseLong(files.numbers.getProperty("next"));
		files.reserved = files.nextUid;
		return files;
	}

	static FolderFiles create(Path directory, boolean selectable) {
		FolderFiles files = new FolderFiles(directory);
		files.makeDirectory();
		files.nextUid = 1;
		files.reserved = 1;
		files.numbers.setProperty("validity", Long.toString(System.currentTimeMillis() / 1000));
		files.numbers.setProperty("selectable", Boolean.toString(selectable));
		files.save();
		return files;
	}

	private void makeDirectory() {
		try {
			Files.createDirectories(this.directory);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path directory() {
		return this.directory;
	}

	String name() {
		return this.name;
	}

	List<DiskMessage> messages() {
		return list(DiskMessage::isOne).stream()
				.map(DiskMessage::at)
				.sorted(Comparator.comparingLong(DiskMessage::getUid))
				.toList();
	}

	List<FolderFiles> children() {
		return list(file -> Files.exists(file.resolve(NUMBERS))).stream().map(FolderFiles::open).toList();
	}

	private List<Path> list(java.util.function.Predicate<Path> which) {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter(which).toList();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	FolderFiles createChild(String name, boolean selectable) {
		return create(childDirectory(name), selectable);
	}

	private Path childDirectory(String name) {
		return this.directory.resolve(name.contains("=40") ? name : FileNames.encode(name));
	}

	FolderFiles moveTo(FolderFiles newParent, String newName) {
		close();
		try {
			return open(Files.move(this.directory, newParent.childDirectory(newName), StandardCopyOption.ATOMIC_MOVE));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void delete() {
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Many are reserved with one write; after a kill the rest of them is skipped, which IMAP allows. */
	synchronized long takeUid() {
		if (this.nextUid >= this.reserved) {
			this.reserved = this.nextUid + RESERVED_AT_ONCE;
			save();
		}
		return this.nextUid++;
	}

	synchronized long nextUid() {
		return this.nextUid;
	}

	synchronized void close() {
		this.reserved = this.nextUid;
		save();
	}

	long uidValidity() {
		return Long.parseLong(this.numbers.getProperty("validity"));
	}

	boolean isSelectable() {
		return Boolean.parseBoolean(this.numbers.getProperty("selectable"));
	}

	void setSelectable(boolean selectable) {
		this.numbers.setProperty("selectable", Boolean.toString(selectable));
		save();
	}

	private synchronized void save() {
		this.numbers.setProperty("next", Long.toString(this.reserved));
		try {
			Path making = this.directory.resolve(NUMBERS + ".making");
			try (Writer writer = Files.newBufferedWriter(making)) {
				this.numbers.store(writer, null);
			}
			Files.move(making, this.directory.resolve(NUMBERS), StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
