package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The header fields at the start of a mail, with the lines that lost the indentation by which they belong to one. */
final class HeaderLines {

	private static final int MAX_HEADER = 512 * 1024;

	private static final int MAX_LINES = 5000;

	/** As many as a long list of recipients has. */
	private static final int MAX_STRAY = 30;

	private static final Set<String> ONCE = Set.of("from", "to", "cc", "bcc", "sender", "reply-to", "subject", "date",
			"message-id", "in-reply-to", "references", "mime-version", "content-type", "content-transfer-encoding",
			"content-disposition", "content-language", "return-path", "user-agent", "importance", "priority",
			"precedence", "auto-submitted", "thread-topic", "thread-index", "organization", "errors-to");

	private static final String[] OFTEN = {"received", "x-", "list-", "resent-", "delivered-to", "dkim-", "arc-",
			"authentication-results"};

	private final RawLines lines;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private final Set<String> names = new HashSet<>();

	private String field = "";

	private int count;

	/** Up to where it is known already that stray lines stand among headers. */
	private int among;

	private boolean repaired;

	private int end;

	private HeaderLines(RawLines lines, int start) {
		this.lines = lines;
		this.end = start;
	}

	static HeaderLines read(RawLines lines, int start) {
		var headers = new HeaderLines(lines, start);
		while (headers.end < lines.end() && headers.takes(headers.end)) {
			headers.end = lines.next(headers.end);
		}
		return headers;
	}

	byte[] kept() {
		return this.kept.toByteArray();
	}

	/** Whether the headers are other than they stand there. */
	boolean areRepaired() {
		return this.repaired || this.end >= this.lines.end() || !this.lines.isBlank(this.end);
	}

	/** Where the blank line is, or the first of what is no header. */
	int end() {
		return this.end;
	}

	private boolean takes(int at) {
		if (this.lines.isBlank(at)) {
			return this.count > 0 && foldsOver(at);
		}
		if (this.lines.isField(at)) {
			this.field = this.lines.name(at);
			this.names.add(this.field);
			keep(at, "");
		} else if (this.count > 0 && this.lines.isIndented(at)) {
			keep(at, "");
		} else {
			this.repaired = true;
			return isSeparator(at) || takesStray(at);
		}
		return true;
	}

	private boolean isSeparator(int at) {
		return this.lines.startsWith(at, ">From ") || this.lines.startsWith(at, "From ");
	}

	private boolean takesStray(int at) {
		if (at >= this.among && !isAmongHeaders(at)) {
			return false;
		}
		if (continues(at)) {
			keep(at, " ");
		}
		return true;
	}

	private void keep(int at, String indentation) {
		if (++this.count <= MAX_LINES && this.kept.size() < MAX_HEADER) {
			this.kept.writeBytes(indentation.getBytes(StandardCharsets.US_ASCII));
			this.kept.write(this.lines.mail(), at, this.lines.next(at) - at);
		}
	}

	/** A line of spaces within a folded field. */
	private boolean foldsOver(int at) {
		var next = this.lines.next(at);
		return this.lines.isIndented(at) && this.lines.isIndented(next) && !this.lines.isBlank(next);
	}

	/** Whether a header follows that a mail has once and that was not there yet; else the text may quote one. */
	private boolean isAmongHeaders(int at) {
		this.among = this.lines.next(at);
		for (var i = 1; i < MAX_STRAY && this.among < this.lines.end(); i++) {
			if (this.lines.isBlank(this.among)) {
				return this.count > 0 && this.lines.follows(at, ";,");
			}
			if (this.lines.isField(this.among)) {
				return isNew(this.lines.name(this.among));
			}
			this.among = this.lines.next(this.among);
		}
		return false;
	}

	private boolean isNew(String name) {
		if (ONCE.contains(name)) {
			return !this.names.contains(name);
		}
		for (var often : OFTEN) {
			if (name.startsWith(often)) {
				return true;
			}
		}
		return false;
	}

	/** A subject may go on with any words; elsewhere those that belong to nothing would spoil what is there. */
	private boolean continues(int at) {
		return this.count > 0
				&& (this.field.equals("subject") || this.lines.follows(at, ";,") || this.lines.has(at, "@="));
	}

}
