package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.frontdesk.events.blobs.Blobs;

/** Takes the beginning of a content, and stops whoever writes it there. */
final class Beginning extends OutputStream {

	private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

	private final int length;

	private Beginning(int length) {
		this.length = length;
	}

	static String of(Blobs.ContentWriter content, int length) {
		var beginning = new Beginning(length);
		try {
			content.writeTo(beginning);
		} catch (IOException _) {
			// it is all that is wanted, or that can be had
		}
		return beginning.taken.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[]{(byte) b}, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		this.taken.write(bytes, offset, Math.min(count, this.length - this.taken.size()));
		if (this.taken.size() >= this.length) {
			throw new IOException("No more is wanted");
		}
	}

}
