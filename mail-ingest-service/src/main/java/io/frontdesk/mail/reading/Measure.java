package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.frontdesk.events.blobs.Blobs;

/**
 * @param size in bytes
 * @param sha256 hex
 */
public record Measure(long size, String sha256) {

	static Measure of(Blobs.ContentWriter content) {
		var counter = new Counter();
		try (var digest = new DigestOutputStream(counter, MessageDigest.getInstance("SHA-256"))) {
			content.writeTo(digest);
			return new Measure(counter.size, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Counter extends OutputStream {

		private long size;

		@Override
		public void write(int one) {
			this.size++;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			this.size += length;
		}

	}

}
