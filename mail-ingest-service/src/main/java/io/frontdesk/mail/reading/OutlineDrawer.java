package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.core.io.InputStreamSource;

/**
 * Goes through a large mail once. Whatever the parts of it, and however broken: what is nothing but base64 digits and
 * line ends for long is no text, no header and no boundary.
 */
final class OutlineDrawer {

	private static final int MAX = 4 << 20;

	private static final int LONG_RUN = 256 << 10;

	/** How far behind the start of a run a part's content may begin: headers can end in such characters, too. */
	private static final int MAX_START = 4 << 10;

	private static final int PIECE = 64 << 10;

	private static final Pattern BLANK_LINE = Pattern.compile("\n\r?\n");

	private final String secret = UUID.randomUUID().toString().replace("-", "");

	private final ByteArrayOutputStream outline = new ByteArrayOutputStream();

	private final byte[] run = new byte[LONG_RUN];

	/** The run's last line end and what follows it, which may be the start of a sentence. */
	private final ByteArrayOutputStream tail = new ByteArrayOutputStream();

	private long runStart;

	private long runLength;

	private boolean afterLineEnd;

	private boolean cut;

	MailOutline draw(InputStreamSource source) throws IOException {
		try (var in = source.getInputStream()) {
			var piece = new byte[PIECE];
			var at = 0L;
			for (var count = in.read(piece); count >= 0 && !this.cut; count = in.read(piece)) {
				for (var i = 0; i < count; i++) {
					add(piece[i], at + i);
				}
				at += count;
			}
		}
		endRun();
		return new MailOutline(this.outline.toByteArray(), source,
				Pattern.compile(this.secret + "([0-9a-f]{16})([0-9a-f]{16})"), this.cut);
	}

	private void add(byte b, long at) {
		var lineEnd = b == '\r' || b == '\n';
		if (!lineEnd && !isDigit(b)) {
			endRun();
			keep(b);
			return;
		}
		if (this.runLength == 0) {
			this.runStart = at;
		}
		if (this.runLength < LONG_RUN) {
			this.run[(int) this.runLength] = b;
		}
		this.runLength++;
		addToTail(b, lineEnd);
	}

	private void addToTail(byte b, boolean lineEnd) {
		if (lineEnd && !this.afterLineEnd || this.tail.size() == MAX_START) {
			this.tail.reset();
		}
		if (lineEnd || this.tail.size() > 0) {
			this.tail.write(b);
		}
		this.afterLineEnd = lineEnd;
	}

	private static boolean isDigit(byte b) {
		return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
	}

	private void endRun() {
		if (this.runLength <= LONG_RUN) {
			keep(this.run, (int) this.runLength);
		} else {
			var start = contentStart();
			keep(this.run, start);
			var hex = HexFormat.of();
			var mark = this.secret + hex.toHexDigits(this.runStart + start)
					+ hex.toHexDigits(this.runLength - start - this.tail.size());
			keep(mark.getBytes(StandardCharsets.US_ASCII), mark.length());
			keep(this.tail.toByteArray(), this.tail.size());
		}
		this.runLength = 0;
		this.afterLineEnd = false;
		this.tail.reset();
	}

	/** After the blank line that ends a part's headers, else at the start of a line. */
	private int contentStart() {
		var start = new String(this.run, 0, MAX_START, StandardCharsets.ISO_8859_1);
		var blank = BLANK_LINE.matcher(start);
		return blank.find() ? blank.end() : start.indexOf('\n') + 1;
	}

	private void keep(byte b) {
		this.cut |= this.outline.size() >= MAX;
		if (!this.cut) {
			this.outline.write(b);
		}
	}

	private void keep(byte[] bytes, int length) {
		this.cut |= this.outline.size() + length > MAX;
		if (!this.cut) {
			this.outline.write(bytes, 0, length);
		}
	}

}
