package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose fetching broke the connection. What came of it stays on the disk; the next connection goes on from there, in
 * smaller pieces if that is where it breaks.
 */
final class PartialMail implements AutoCloseable {

	private static final int LARGEST_PIECE = 1 << 16;

	private static final int SMALLEST_PIECE = 1 << 10;

	private final long uid;

	private final Path file;

	private @Nullable Instant receivedAt;

	private int piece = LARGEST_PIECE;

	private long size;

	/** Where the last connection began with it. */
	private long begun;

	private boolean hopeless;

	PartialMail(long uid) throws IOException {
		this.uid = uid;
		this.file = Files.createTempFile("frontdesk-partial-", ".eml");
	}

	/** False if the server no longer has it. */
	boolean fetchRest(UidCommands commands) throws MessagingException, IOException {
		this.begun = this.size;
		try (var out = Files.newOutputStream(this.file, StandardOpenOption.APPEND)) {
			for (var last = false; !last;) {
				var pieces = commands.fetch(List.of(this.uid), this.size, this.piece);
				if (pieces.isEmpty()) {
					return false;
				}
				last = append(pieces.getFirst(), out);
			}
		} catch (MessagingException ex) {
			if (UidCommands.isBroken(ex)) {
				broke();
			}
			throw ex;
		}
		return true;
	}

	private boolean append(MailPiece got, OutputStream out) throws IOException {
		out.write(got.bytes());
		this.size += got.bytes().length;
		this.receivedAt = got.receivedAt();
		return got.last();
	}

	/** Who cuts each connection after so many bytes is outlived by going on; who cuts at one place of the mail is not. */
	private void broke() {
		if (this.size - this.begun >= LARGEST_PIECE) {
			this.piece = LARGEST_PIECE;
		} else if (this.piece > SMALLEST_PIECE) {
			this.piece /= 4;
		} else {
			this.hopeless = true;
		}
	}

	boolean isHopeless() {
		return this.hopeless;
	}

	long uid() {
		return this.uid;
	}

	long size() {
		return this.size;
	}

	@Nullable
	Instant receivedAt() {
		return this.receivedAt;
	}

	void writeTo(OutputStream out) throws IOException {
		Files.copy(this.file, out);
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
