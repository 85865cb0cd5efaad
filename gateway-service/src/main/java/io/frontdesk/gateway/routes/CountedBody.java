package io.frontdesk.gateway.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off when more comes than may. */
class CountedBody extends FilterInputStream {

	private long left;

	CountedBody(InputStream body, long atMost) {
		super(body);
		this.left = atMost;
	}

	@Override
	public int read() throws IOException {
		var read = super.read();
		count((read != -1) ? 1 : 0);
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		var read = super.read(buffer, offset, length);
		count(Math.max(read, 0));
		return read;
	}

	@Override
	public long skip(long bytes) throws IOException {
		var skipped = super.skip(bytes);
		count(skipped);
		return skipped;
	}

	private void count(long bytes) throws TooLargeException {
		this.left -= bytes;
		if (this.left < 0) {
			throw new TooLargeException();
		}
	}

	static final class TooLargeException extends IOException {

		private static final long serialVersionUID = 1L;

	}

}
