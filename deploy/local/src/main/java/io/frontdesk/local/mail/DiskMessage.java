package io.frontdesk.local.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Date;

import com.icegreen.greenmail.store.MailMessageAttributes;
import com.icegreen.greenmail.store.OpenStoredMessage;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** A mail in a file, named by its uid, when it came, and its flags. Parsed only when asked for what is inside. */
final class DiskMessage extends OpenStoredMessage {

	private static final String SUFFIX = ".eml";

	private final Flags flags;

	private volatile Path file;

	private int number;

	private WeakReference<@Nullable RawMessage> content = new WeakReference<>(null);

	private DiskMessage(Path file, long uid, Date received, MessageState state) {
		super(received, uid);
		this.file = file;
		this.flags = state.flags();
	}

	static boolean isOne(Path file) {
		return file.toString().endsWith(SUFFIX);
	}

	static DiskMessage at(Path file) {
		String[] parts = file.getFileName().toString().split("\\.", -1);
		return new DiskMessage(file, Long.parseLong(parts[0]), new Date(Long.parseLong(parts[1])),
				new MessageState(parts[2]));
	}

	/** Written under another name first: a file with the right name is whole. */
	static DiskMessage write(Path folder, long uid, byte[] content, MessageState state, Date received) {
		try {
			Path making = folder.resolve(uid + ".making");
			Files.write(making, content);
			return at(Files.move(making, folder.resolve(nameOf(uid, received, state)), StandardCopyOption.ATOMIC_MOVE));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	DiskMessage moveTo(Path folder, long uid) {
		return at(move(folder.resolve(nameOf(uid, getReceivedDate(), MessageState.of(this.flags)))));
	}

	void delete() {
		try {
			Files.deleteIfExists(this.file);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	byte[] bytes() {
		try {
			return Files.readAllBytes(this.file);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path move(Path target) {
		try {
			return Files.move(this.file, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String nameOf(long uid, Date received, MessageState state) {
		return uid + "." + received.getTime() + "." + state.letters() + SUFFIX;
	}

	@Override
	public synchronized MimeMessage getMimeMessage() {
		RawMessage known = this.content.get();
		if (known != null) {
			return known;
		}
		try {
			RawMessage read = new RawMessage(bytes(), getUid(), getReceivedDate());
			read.setFlags(this.flags, true);
			read.updateMessageNumber(this.number);
			this.content = new WeakReference<>(read);
			return read;
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public synchronized Flags getFlags() {
		return (Flags) this.flags.clone();
	}

	@Override
	public synchronized boolean isSet(Flags.Flag flag) {
		return this.flags.contains(flag);
	}

	@Override
	public void setFlag(Flags.Flag flag, boolean value) {
		setFlags(new Flags(flag), value);
	}

	@Override
	public synchronized void setFlags(Flags changed, boolean value) {
		MessageState before = MessageState.of(this.flags);
		if (value) {
			this.flags.add(changed);
		} else {
			this.flags.remove(changed);
		}
		this.content.clear();
		MessageState after = MessageState.of(this.flags);
		if (!after.equals(before)) {
			this.file = move(this.file.resolveSibling(nameOf(getUid(), getReceivedDate(), after)));
		}
	}

	@Override
	public synchronized void updateMessageNumber(int messageNumber) {
		this.number = messageNumber;
		RawMessage known = this.content.get();
		if (known != null) {
			known.updateMessageNumber(messageNumber);
		}
	}

	@Override
	public MailMessageAttributes getAttributes() {
		return new Attributes(getMimeMessage(), getReceivedDate(), sizeOnDisk());
	}

	private int sizeOnDisk() {
		try {
			return Math.toIntExact(Files.size(this.file));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Gives back the bytes that came, whatever the parser made of them. */
	private static final class RawMessage extends StoredMessage.UidAwareMimeMessage {

		private final byte[] raw;

		RawMessage(byte[] raw, long uid, Date received) throws MessagingException {
			super(new MimeMessage((@Nullable Session) null, new ByteArrayInputStream(raw)), uid, received);
			this.raw = raw;
		}

		@Override
		public void writeTo(OutputStream out) throws IOException {
			out.write(this.raw);
		}

		@Override
		public int getSize() {
			return this.raw.length;
		}

	}

	/** What a broken mail's structure can't be read for is told from its bytes, or left empty. */
	private record Attributes(MimeMessage message, Date received, int size) implements MailMessageAttributes {

		private static final String NO_ENVELOPE = "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";

		@Override
		public Date getReceivedDate() {
			return this.received;
		}

		@Override
		public String getReceivedDateAsString() {
			return new java.text.SimpleDateFormat("dd-MMM-yyyy HH:mm:ss Z", java.util.Locale.ROOT)
					.format(this.received);
		}

		@Override
		public int getSize() {
			return this.size;
		}

		@Override
		public String getEnvelope() {
			try {
				return attributesOf(this.message, this.received).getEnvelope();
			} catch (MessagingException | RuntimeException _) {
				return NO_ENVELOPE;
			}
		}

		@Override
		public String getBodyStructure(boolean includeExtensions) {
			try {
				return attributesOf(this.message, this.received).getBodyStructure(includeExtensions);
			} catch (MessagingException | RuntimeException _) {
				return "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"8BIT\" %d 1)".formatted(this.size);
			}
		}

	}

}
