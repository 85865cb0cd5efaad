package io.frontdesk.mail.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text, and what each is. */
final class SortedLines {

	enum Kind {

		EMPTY, TEXT, QUOTE, ANNOUNCEMENT,

		/** Parts what follows from what was written, whatever it is. */
		DIVIDER,

		/** One of the headers of an earlier mail. */
		HEADER, RULE, SIGNATURE, DEVICE

	}

	private static final int MAX_LINES = 20_000;

	/** An announcement is folded into so many lines. */
	private static final int FOLDS = 5;

	private static final int HEADERS = 8;

	/** Mail clients wrap lines that are longer. */
	private static final int WIDTH = 72;

	private static final Pattern INITIALS = Pattern.compile("[A-Z][A-Za-z]{0,15}>(?: .*+)?");

	private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;。！？]\\W?");

	private final List<String> lines;

	private final Kind[] kinds;

	private final Occasion occasion;

	/** Lines from here are quoted by other marks than ">" as well: something announces a quotation. */
	private boolean announced;

	private boolean tabs;

	private SortedLines(String text, Occasion occasion) {
		this.lines = Arrays.asList(text.split("\n", MAX_LINES));
		this.kinds = new Kind[this.lines.size()];
		this.occasion = occasion;
	}

	static SortedLines of(String text, Occasion occasion) {
		var sorted = new SortedLines(text, occasion);
		sorted.sort();
		sorted.sortHeaders();
		sorted.sortWrapped();
		return sorted;
	}

	int size() {
		return this.kinds.length;
	}

	String line(int i) {
		return this.lines.get(i);
	}

	boolean is(int i, Kind kind) {
		return this.kinds[i] == kind;
	}

	boolean beginsHistory(int i) {
		return is(i, Kind.ANNOUNCEMENT) || is(i, Kind.DIVIDER) || is(i, Kind.HEADER);
	}

	void mark(int from, int to, Kind kind) {
		Arrays.fill(this.kinds, from, to, kind);
	}

	int count(Kind kind, int from, int to) {
		var count = 0;
		for (var i = from; i < to; i++) {
			count += is(i, kind) ? 1 : 0;
		}
		return count;
	}

	/** The first line from there on that is not empty. */
	int next(int from, int end) {
		var i = from;
		while (i < end && is(i, Kind.EMPTY)) {
			i++;
		}
		return i;
	}

	private void sort() {
		var code = false;
		var lastFence = lastFence();
		for (var i = 0; i < this.kinds.length; i++) {
			if (this.kinds[i] != null) {
				continue;
			}
			var line = this.lines.get(i);
			Work.spend(line.length());
			if (line.startsWith("```")) {
				code = !code && i < lastFence;
				this.kinds[i] = Kind.TEXT;
			} else {
				this.kinds[i] = code ? Kind.TEXT : kind(i, line);
			}
		}
	}

	private int lastFence() {
		var last = this.lines.size() - 1;
		while (last >= 0 && !this.lines.get(last).startsWith("```")) {
			last--;
		}
		return last;
	}

	private Kind kind(int i, String line) {
		var text = line.strip();
		if (text.isEmpty()) {
			return Kind.EMPTY;
		}
		if (text.equals(VisibleReply.HISTORY)) {
			this.announced = true;
			return Kind.DIVIDER;
		}
		if (isQuote(line)) {
			return Kind.QUOTE;
		}
		this.tabs = false;
		if (text.equals("--")) {
			return Kind.SIGNATURE;
		}
		if (ReplyLines.isRule(text)) {
			return Kind.RULE;
		}
		if (QuotedHeaders.isField(text)) {
			return Kind.HEADER;
		}
		if (ReplyLines.isDevice(text)) {
			return Kind.DEVICE;
		}
		var folds = announcement(i);
		if (folds > 0) {
			var kind = Announcements.isDivider(text) ? Kind.DIVIDER : Kind.ANNOUNCEMENT;
			mark(i, i + folds, kind);
			this.announced = true;
			this.tabs = isTabbed(i + folds);
			return kind;
		}
		return (this.occasion == Occasion.ANSWER && QuotedHeaders.isLabelled(text)) ? Kind.HEADER : Kind.TEXT;
	}

	/** Where nothing is answered, no line is a quotation before something says so: it may be a prompt, or a table. */
	private boolean isQuote(String line) {
		if (line.startsWith(">") || line.startsWith(" >")) {
			if (Announcements.announces(line.replaceFirst("^[\\s>]++", ""))) {
				this.announced = true;
			}
			return this.announced || this.occasion == Occasion.ANSWER;
		}
		return this.announced && (this.tabs && line.startsWith("\t") || isBarred(line)
				|| INITIALS.matcher(Work.metered(line)).matches());
	}

	/** A table has several bars in a line. */
	private static boolean isBarred(String line) {
		var text = line.startsWith(" ") ? line.substring(1) : line;
		return text.startsWith("|") && (text.indexOf('|', 1) < 0 || text.startsWith("| |"));
	}

	private boolean isTabbed(int from) {
		for (var i = from; i < this.lines.size(); i++) {
			if (!this.lines.get(i).isBlank()) {
				return this.lines.get(i).startsWith("\t");
			}
		}
		return false;
	}

	private boolean mayBeQuoted(int i) {
		if (i >= this.lines.size()) {
			return false;
		}
		var line = this.lines.get(i);
		return line.startsWith(">") || line.startsWith(" >") || line.startsWith("\t") || isBarred(line)
				|| INITIALS.matcher(Work.metered(line)).matches();
	}

	/** How many lines from here are one announcement; 0 if none. */
	private int announcement(int from) {
		var first = this.lines.get(from).strip();
		if (this.occasion == Occasion.ANSWER && mayBeQuoted(from + 1) && Announcements.saysWhoWrote(first)) {
			return 1;
		}
		var joined = new StringBuilder();
		var used = 0;
		for (var i = from; i < this.kinds.length && used < FOLDS; i++) {
			var line = this.lines.get(i).strip();
			if (i == from && !Announcements.mayBegin(line)) {
				return 0;
			}
			if (isMarked(line) && !isOpen(joined)) {
				return 0;
			}
			if (line.isEmpty() && !continues(i)) {
				return 0;
			}
			if (!line.isEmpty()) {
				used++;
				joined.append(joined.isEmpty() ? "" : " ").append(line);
			}
			if (announces(joined.toString(), i + 1)) {
				return isWholeBelow(from, i) ? 0 : i - from + 1;
			}
			if (joined.length() > 400 || used > 1 && QuotedHeaders.isField(line)) {
				return 0;
			}
		}
		return 0;
	}

	/** What stands above a whole announcement is no part of it. */
	private boolean isWholeBelow(int from, int last) {
		for (var i = from + 1; i <= last; i++) {
			var above = String.join(" ", this.lines.subList(from, i));
			var rest = String.join(" ", this.lines.subList(i, last + 1)).strip();
			if (Announcements.hasDateAndTime(rest) && (Announcements.announces(rest)
					|| !above.contains("@") && announces(rest, last + 1))) {
				return true;
			}
		}
		return false;
	}

	private boolean announces(String joined, int next) {
		if (this.occasion != Occasion.ANSWER) {
			return Announcements.isDivider(joined)
					|| Announcements.announces(joined) && Announcements.hasDateAndTime(joined);
		}
		var quotation = next < this.lines.size() && this.lines.get(next).isBlank() ? next + 1 : next;
		return Announcements.announces(joined)
				|| mayBeQuoted(quotation) && (Announcements.mayAnnounce(joined)
						|| joined.contains("@") && Announcements.saysWhoWrote(joined));
	}

	private static boolean isMarked(String line) {
		return line.startsWith(">");
	}

	private static boolean isOpen(CharSequence joined) {
		return joined.chars().filter(c -> c == '<').count() > joined.chars().filter(c -> c == '>').count();
	}

	/** An address in angle brackets may stand apart from the words before it. */
	private boolean continues(int blank) {
		return blank + 1 < this.lines.size() && this.lines.get(blank + 1).startsWith("<");
	}

	/** Lines that look like headers are text if they are not those of a mail. */
	private void sortHeaders() {
		for (var i = 0; i < this.kinds.length; i++) {
			if (!is(i, Kind.HEADER)) {
				continue;
			}
			var block = headersFrom(i);
			if (isHistory(block, i)) {
				i += block.size() - 1;
			} else {
				this.kinds[i] = Kind.TEXT;
			}
		}
	}

	private boolean isHistory(List<String> block, int from) {
		if (!QuotedHeaders.areAMails(block, this.occasion)) {
			return false;
		}
		mark(from, from + block.size(), Kind.HEADER);
		return true;
	}

	/** As they stand there, some of them folded. */
	private List<String> headersFrom(int from) {
		var block = new ArrayList<String>();
		var last = 0;
		for (var i = from; i < this.kinds.length && i - from - last <= 2 && last < HEADERS; i++) {
			if (!is(i, Kind.HEADER) && !is(i, Kind.TEXT) && !is(i, Kind.EMPTY)) {
				break;
			}
			block.add(this.lines.get(i).strip());
			last = is(i, Kind.HEADER) ? block.size() - 1 : last;
		}
		return block.isEmpty() ? block : block.subList(0, last + 1);
	}

	/** A quoted line that was wrapped without its mark is quoted all the same. */
	private void sortWrapped() {
		for (var i = 1; i < this.kinds.length; i++) {
			if (is(i, Kind.TEXT) && is(i - 1, Kind.QUOTE) && isWrapped(i)) {
				this.kinds[i] = Kind.QUOTE;
			}
		}
	}

	private boolean isWrapped(int i) {
		var above = this.lines.get(i - 1).stripTrailing();
		var line = this.lines.get(i);
		var end = line.indexOf(' ');
		var word = (end > 0) ? end : line.length();
		if (line.isBlank() || line.length() >= above.length() || above.length() + 1 + word < WIDTH
				|| SENTENCE_END.matcher(Work.metered(above)).matches()) {
			return false;
		}
		var below = (i + 1 < this.kinds.length) ? this.lines.get(i + 1).replaceFirst("^[\\s>|]++", "") : "";
		var isLast = i + 1 >= this.kinds.length || !is(i + 1, Kind.QUOTE);
		return Character.isLowerCase(line.codePointAt(0)) && (!isLast || below.isBlank())
				|| !isLast && !below.isEmpty() && Character.isLowerCase(below.codePointAt(0))
						&& !SENTENCE_END.matcher(Work.metered(line)).matches();
	}

}
