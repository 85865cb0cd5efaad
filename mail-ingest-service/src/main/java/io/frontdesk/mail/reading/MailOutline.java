package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * What of a mail is held in memory. A small one is, whole. Of a large one, each long run of base64 is left where it is,
 * and a mark that nobody can guess stands for it; what is too long even so is cut.
 */
final class MailOutline {

	private static final int WHOLE = 2 << 20;

	private static final int PIECE = 64 << 10;

	private final byte[] content;

	private final InputStreamSource source;

	private final @Nullable Pattern mark;

	private final boolean cut;

	/** @param mark groups of 16 hexadecimal digits: where in the source the run begins, and how many bytes it has */
	MailOutline(byte[] content, InputStreamSource source, @Nullable Pattern mark, boolean cut) {
		this.content = content;
		this.source = source;
		this.mark = mark;
		this.cut = cut;
	}

	static MailOutline of(InputStreamSource source) throws IOException {
		try (var in = source.getInputStream()) {
			var start = in.readNBytes(WHOLE + 1);
			if (start.length <= WHOLE) {
				return new MailOutline(start, source, null, false);
			}
		}
		return new OutlineDrawer().draw(source);
	}

	byte[] bytes() {
		return this.content;
	}

	/** Of what is read: what is in memory and what the marks in it stand for. */
	long size() {
		return this.content.length + leftOut(this.content);
	}

	/** Whether even the outline ends before the mail does. */
	boolean isCut() {
		return this.cut;
	}

	/** How many bytes the marks in these bytes stand for. */
	long leftOut(byte[] outlined) {
		return (this.mark == null)
				? 0
				: this.mark.matcher(latin(outlined)).results().mapToLong(found -> number(found.group(2))).sum();
	}

	/** Writes the bytes with what the marks in them stand for. */
	void writeWhole(byte[] outlined, OutputStream out) throws IOException {
		var at = 0;
		if (this.mark != null) {
			var marks = this.mark.matcher(latin(outlined));
			while (marks.find()) {
				out.write(outlined, at, marks.start() - at);
				copy(number(marks.group(1)), number(marks.group(2)), out);
				at = marks.end();
			}
		}
		out.write(outlined, at, outlined.length - at);
	}

	private void copy(long from, long length, OutputStream out) throws IOException {
		try (var in = this.source.getInputStream()) {
			in.skipNBytes(from);
			for (var left = length; left > 0;) {
				var piece = in.readNBytes((int) Math.min(left, PIECE));
				if (piece.length == 0) {
					throw new IOException("The mail is shorter than it was");
				}
				out.write(piece);
				left -= piece.length;
			}
		}
	}

	/** Text to be shown, in which a mark would be taken for what somebody wrote. */
	String withoutMarks(String text) {
		return (this.mark == null) ? text : this.mark.matcher(text).replaceAll("[…]");
	}

	private static String latin(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	private static long number(String digits) {
		return HexFormat.fromHexDigitsToLong(digits);
	}

}
