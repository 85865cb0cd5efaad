package io.frontdesk.events.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A directory of contents, each under its SHA-256; the same content is kept once. */
public class Blobs {

	private final Path directory;

	public Blobs(Path directory) {
		this.directory = directory;
	}

	/**
	 * Keeps what the writer writes. On return it is on the disk, not only in its cache.
	 *
	 * @throws IOException also the writer's own; nothing is kept then
	 */
	public Blob store(ContentWriter content) throws IOException {
		makeDirectory(this.directory);
		var incoming = Files.createTempFile(this.directory, "incoming-", null);
		try {
			var digest = sha256();
			try (var channel = FileChannel.open(incoming, StandardOpenOption.WRITE);
					var out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
				content.writeTo(out);
				out.flush();
				channel.force(true);
			}
			var key = HexFormat.of().formatHex(digest.digest());
			var shelf = shelf(key);
			var size = Files.size(incoming);
			makeDirectory(shelf);
			Files.move(incoming, shelf.resolve(key), StandardCopyOption.ATOMIC_MOVE);
			flushDirectory(shelf);
			return new Blob(key, size);
		} catch (IOException | RuntimeException | Error ex) {
			Files.deleteIfExists(incoming);
			throw ex;
		}
	}

	/** It is nearly always there; the JDK finds that out by an exception. */
	private static void makeDirectory(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			Files.createDirectories(directory);
		}
	}

	/** @throws java.nio.file.NoSuchFileException if there is none */
	public InputStream open(String key) throws IOException {
		return Files.newInputStream(file(key));
	}

	/** Where the content is; not to be changed. */
	public Path file(String key) {
		return shelf(key).resolve(key);
	}

	private Path shelf(String key) {
		return this.directory.resolve(key.substring(0, 2));
	}

	/** A name that is only in the disk's cache would be gone after a power cut. */
	private static void flushDirectory(Path directory) throws IOException {
		try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@FunctionalInterface
	public interface ContentWriter {

		void writeTo(OutputStream out) throws IOException;

	}

	/**
	 * @param key hex SHA-256 of the content
	 * @param size in bytes
	 */
	public record Blob(String key, long size) {}

}
