package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.OutputStream;

/** Decodes base64 as far as it goes, also with another alphabet's digits or junk between its own. */
final class Base64Output extends OutputStream {

	private final OutputStream out;

	private final byte[] decoded = new byte[8192];

	private int length;

	private int bits;

	private int value;

	private boolean ended;

	Base64Output(OutputStream out) {
		this.out = out;
	}

	@Override
	public void write(int b) throws IOException {
		if (b == '=') {
			this.bits = 0;
			this.value = 0;
			this.ended = true;
			return;
		}
		// what stands behind the padding is a remark; another line may go on
		if (this.ended && b != '\n') {
			return;
		}
		this.ended = false;
		var digit = digit((byte) b);
		if (digit >= 0) {
			this.value = (this.value << 6 | digit) & 0xffffff;
			this.bits += 6;
			if (this.bits >= 8) {
				this.bits -= 8;
				add((byte) (this.value >> this.bits));
			}
		}
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		for (var i = offset; i < offset + count; i++) {
			write(bytes[i]);
		}
	}

	private void add(byte b) throws IOException {
		if (this.length == this.decoded.length) {
			flush();
		}
		this.decoded[this.length++] = b;
	}

	private static int digit(byte b) {
		if (b >= 'A' && b <= 'Z') {
			return b - 'A';
		}
		if (b >= 'a' && b <= 'z') {
			return b - 'a' + 26;
		}
		if (b >= '0' && b <= '9') {
			return b - '0' + 52;
		}
		return switch (b) {
			case '+', '-' -> 62;
			case '/', '_' -> 63;
			default -> -1;
		};
	}

	/** Writes what is decoded; leaves the other stream open. */
	@Override
	public void flush() throws IOException {
		this.out.write(this.decoded, 0, this.length);
		this.length = 0;
		this.out.flush();
	}

	@Override
	public void close() throws IOException {
		flush();
	}

}
