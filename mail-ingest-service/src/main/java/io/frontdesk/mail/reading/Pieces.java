package io.frontdesk.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the parts of a multipart begin and end, RFC 2046 §5.1.1; the end may be missing, the boundary unknown. */
final class Pieces {

	private final byte[] raw;

	private final int max;

	private final List<Piece> found = new ArrayList<>();

	private byte @Nullable [] boundary;

	private Pieces(byte[] raw, @Nullable String boundary, int max) {
		this.raw = raw;
		this.boundary = (boundary == null) ? null : ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
		this.max = max;
	}

	record Piece(int start, int end) {}

	/** @param boundary null for that of the first line that may be one */
	static List<Piece> of(byte[] raw, @Nullable String boundary, int max) {
		var pieces = new Pieces(raw, boundary, max);
		pieces.split();
		return pieces.found;
	}

	private void split() {
		Work.spend(this.raw.length);
		var start = -1;
		for (var at = 0; at < this.raw.length && this.found.size() < this.max;) {
			var next = nextLine(at);
			var end = contentEnd(at, next);
			var delimits = delimits(at, end);
			var closes = !delimits && start >= 0 && closes(at, end);
			if (delimits || closes) {
				if (start >= 0) {
					this.found.add(new Piece(start, Math.max(start, withoutLineEnd(at))));
				}
				start = next;
			}
			if (closes) {
				return;
			}
			at = next;
		}
		if (start >= 0 && start <= this.raw.length && this.found.size() < this.max) {
			this.found.add(new Piece(start, this.raw.length));
		}
	}

	private int nextLine(int at) {
		var i = at;
		while (i < this.raw.length && this.raw[i] != '\n') {
			i++;
		}
		return Math.min(i + 1, this.raw.length);
	}

	/** Without the spaces that may follow a boundary; those that it has itself are part of it. */
	private int contentEnd(int at, int next) {
		var end = next;
		var least = at + ((this.boundary == null) ? 0 : this.boundary.length);
		while (end > least && (this.raw[end - 1] == '\n' || this.raw[end - 1] == '\r' || this.raw[end - 1] == ' '
				|| this.raw[end - 1] == '\t')) {
			end--;
		}
		return end;
	}

	private int withoutLineEnd(int at) {
		var end = at;
		if (end > 0 && this.raw[end - 1] == '\n') {
			end--;
		}
		return (end > 0 && this.raw[end - 1] == '\r') ? end - 1 : end;
	}

	private boolean delimits(int at, int end) {
		if (this.boundary == null) {
			if (end - at <= 2 || !startsWith(at, new byte[]{'-', '-'}) || end - at > 4 && isRule(at, end)) {
				return false;
			}
			this.boundary = Arrays.copyOfRange(this.raw, at, end);
			return true;
		}
		return end - at == this.boundary.length && startsWith(at, this.boundary);
	}

	private boolean closes(int at, int end) {
		return this.boundary != null && end - at >= this.boundary.length + 2 && startsWith(at, this.boundary)
				&& this.raw[at + this.boundary.length] == '-' && this.raw[at + this.boundary.length + 1] == '-';
	}

	private boolean isRule(int at, int end) {
		for (var i = at; i < end; i++) {
			if (this.raw[i] != '-') {
				return false;
			}
		}
		return true;
	}

	private boolean startsWith(int at, byte[] prefix) {
		for (var i = 0; i < prefix.length; i++) {
			if (at + i >= this.raw.length || this.raw[at + i] != prefix[i]) {
				return false;
			}
		}
		return true;
	}

}
