package io.frontdesk.mail.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the author of a mail wrote, without the history under it and the signature: a text that would lose all of itself
 * stays whole, and answers between quoted lines keep what they answer.
 */
final class VisibleReply {

	/** Stands, on a line of its own, where HTML says that history begins. */
	static final String HISTORY = "\u2424\u2424";

	private static final int MAX_LINES = 20_000;

	/** An announcement is folded into so many lines. */
	private static final int FOLDS = 5;

	/** So few lines below a quotation are a signature rather than an answer. */
	private static final int SIGNATURE = 7;

	private static final int FOOTER = 14;

	private enum Kind {

		EMPTY, TEXT, QUOTE, ANNOUNCEMENT, HEADER, RULE, SIGNATURE, DEVICE

	}

	private final List<String> lines;

	private final Kind[] kinds;

	private int end;

	private VisibleReply(String text) {
		this.lines = Arrays.asList(text.split("\n", MAX_LINES));
		this.kinds = new Kind[this.lines.size()];
		this.end = this.kinds.length;
	}

	static String of(String text) {
		Work.spend(text.length());
		var clean = text.replaceAll("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]", "").replace('\u00a0', ' ');
		var visible = new VisibleReply(clean).visible();
		return visible.isBlank() ? clean.replace(HISTORY, "").strip() : visible;
	}

	private String visible() {
		sort();
		cutAtSignature();
		cutAtHeaders();
		cutAtAnnouncement();
		dropTail();
		return rest();
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
		if (text.equals(HISTORY)) {
			return Kind.ANNOUNCEMENT;
		}
		if (isQuote(line)) {
			return Kind.QUOTE;
		}
		if (text.equals("--")) {
			return Kind.SIGNATURE;
		}
		if (ReplyLines.isRule(text)) {
			return Kind.RULE;
		}
		if (ReplyLines.isDevice(text)) {
			return Kind.DEVICE;
		}
		var folds = announcement(i);
		if (folds > 0) {
			Arrays.fill(this.kinds, i, i + folds, Kind.ANNOUNCEMENT);
			return Kind.ANNOUNCEMENT;
		}
		return ReplyLines.isHeader(text) ? Kind.HEADER : Kind.TEXT;
	}

	private static boolean isQuote(String line) {
		return line.startsWith(">") || line.equals("|") || line.startsWith("| ")
				|| line.startsWith(" >") || line.matches("[A-Z][A-Za-z]{0,15}>(?: .*+)?");
	}

	/** How many lines from here are one announcement; 0 if none. */
	private int announcement(int from) {
		if (from + 1 < this.lines.size() && isQuote(this.lines.get(from + 1))
				&& ReplyLines.saysWhoWrote(this.lines.get(from).strip())) {
			return 1;
		}
		var joined = new StringBuilder();
		var used = 0;
		for (var i = from; i < this.kinds.length && used < FOLDS; i++) {
			var line = this.lines.get(i).strip();
			if (i == from && !ReplyLines.mayBegin(line)) {
				return 0;
			}
			if (isQuote(line) && !isOpen(joined)) {
				return 0;
			}
			if (line.isEmpty() && !continues(i)) {
				return 0;
			}
			if (!line.isEmpty()) {
				used++;
				joined.append(joined.isEmpty() ? "" : " ").append(line);
			}
			if (ReplyLines.announces(joined.toString())) {
				return i - from + 1;
			}
			if (joined.length() > 400 || used > 1 && ReplyLines.isHeader(line)) {
				return 0;
			}
		}
		return 0;
	}

	private static boolean isOpen(CharSequence joined) {
		return joined.chars().filter(c -> c == '<').count() > joined.chars().filter(c -> c == '>').count();
	}

	/** An address in angle brackets may stand apart from the words before it. */
	private boolean continues(int blank) {
		return blank + 1 < this.lines.size() && this.lines.get(blank + 1).startsWith("<");
	}

	/** A rule parts a footer from the text if little follows, or history does; else it is the author's own. */
	private void cutAtSignature() {
		var before = textsBefore();
		var history = nextHistories();
		var blanked = 0;
		for (var i = 0; i < this.end; i++) {
			var written = before[i] - blanked > 0;
			if (this.kinds[i] == Kind.SIGNATURE && !inQuotation(i) && written
					&& before[history[i]] - before[i] <= FOOTER) {
				blanked += before[history[i]] - before[i];
				blankOut(i, history[i]);
			} else if (this.kinds[i] == Kind.RULE) {
				var below = before[this.end] - before[i];
				var rule = this.lines.get(i).strip();
				if (below == 0 || rule.length() >= 3 && written && "_-—".indexOf(rule.charAt(0)) >= 0
						&& (below <= FOOTER || followedByHeader(i))) {
					this.end = i;
				}
			}
		}
	}

	/** How many lines of text stand above each. */
	private int[] textsBefore() {
		var before = new int[this.kinds.length + 1];
		for (var i = 0; i < this.kinds.length; i++) {
			before[i + 1] = before[i] + (this.kinds[i] == Kind.TEXT ? 1 : 0);
		}
		return before;
	}

	/** For each line the first from there on at which history begins. */
	private int[] nextHistories() {
		var next = new int[this.end];
		for (var i = this.end - 1; i >= 0; i--) {
			var begins = this.kinds[i] == Kind.ANNOUNCEMENT || this.kinds[i] == Kind.QUOTE || headersAt(i);
			next[i] = begins ? i : (i + 1 < this.end) ? next[i + 1] : this.end;
		}
		return next;
	}

	private boolean inQuotation(int i) {
		return i + 1 < this.end && this.kinds[i + 1] == Kind.QUOTE;
	}

	private void blankOut(int from, int to) {
		Arrays.fill(this.kinds, from, to, Kind.EMPTY);
		for (var i = from; i < to; i++) {
			this.lines.set(i, "");
		}
	}

	private boolean followedByHeader(int rule) {
		var i = rule + 1;
		while (i < this.end && this.kinds[i] == Kind.EMPTY) {
			i++;
		}
		return i < this.end && (this.kinds[i] == Kind.HEADER || this.kinds[i] == Kind.ANNOUNCEMENT);
	}

	private void cutAtHeaders() {
		var written = false;
		for (var i = 0; i < this.end; i++) {
			if (headersAt(i)) {
				if (written) {
					this.end = i;
					return;
				}
				i = dropHeaders(i);
			}
			written |= i < this.end && this.kinds[i] == Kind.TEXT;
		}
	}

	/** Three fields in a row, some of which may be folded. */
	private boolean headersAt(int from) {
		if (this.kinds[from] != Kind.HEADER) {
			return false;
		}
		var headers = 0;
		var other = 0;
		for (var i = from; i < this.end && other < 2 && headers < 3; i++) {
			if (this.kinds[i] == Kind.HEADER) {
				headers++;
				other = 0;
			} else if (this.kinds[i] == Kind.TEXT || this.kinds[i] == Kind.EMPTY) {
				other++;
			} else {
				break;
			}
		}
		return headers >= 3 || headers == 2 && this.lines.get(from).contains("@");
	}

	private int dropHeaders(int from) {
		var i = from;
		while (i < this.end && (this.kinds[i] == Kind.HEADER || this.kinds[i] == Kind.TEXT)) {
			this.kinds[i++] = Kind.ANNOUNCEMENT;
		}
		return i;
	}

	private void cutAtAnnouncement() {
		var written = false;
		for (var i = 0; i < this.end; i++) {
			written |= this.kinds[i] == Kind.TEXT || this.kinds[i] == Kind.HEADER;
			if (this.kinds[i] != Kind.ANNOUNCEMENT) {
				continue;
			}
			var next = next(i);
			if (written && (next >= this.end || this.kinds[next] != Kind.QUOTE)) {
				this.end = i;
				return;
			}
			if (next < this.end && this.kinds[next] == Kind.QUOTE) {
				judgeQuotation(i, next, written);
				return;
			}
		}
	}

	private int next(int from) {
		var i = from;
		while (i < this.end && (this.kinds[i] == Kind.ANNOUNCEMENT || this.kinds[i] == Kind.EMPTY)) {
			i++;
		}
		return i;
	}

	private void judgeQuotation(int announcement, int first, boolean written) {
		var last = first;
		for (var i = first; i < this.end; i++) {
			last = (this.kinds[i] == Kind.QUOTE) ? i : last;
		}
		var between = count(Kind.TEXT, first, last);
		var below = count(Kind.TEXT, last, this.end);
		if (written && between == 0 && below < SIGNATURE && (below == 0 || !isGreeting(announcement))) {
			this.end = announcement;
		} else if (!written && between == 0 && below > 0) {
			Arrays.fill(this.kinds, announcement, last + 1, Kind.ANNOUNCEMENT);
		}
	}

	/** "Hi," above a quotation says that the answer stands below it. */
	private boolean isGreeting(int before) {
		var written = new ArrayList<String>();
		for (var i = 0; i < before; i++) {
			if (this.kinds[i] == Kind.TEXT) {
				written.add(this.lines.get(i).strip());
			}
		}
		return written.size() == 1 && written.getFirst().length() < 30 && written.getFirst().matches(".*[,!]");
	}

	private void dropTail() {
		if (count(Kind.TEXT, 0, this.end) == 0) {
			return;
		}
		dropUnspoken();
		if (count(Kind.TEXT, 0, this.end) > 1 && ReplyLines.isName(this.lines.get(this.end - 1).strip())) {
			this.end--;
			dropUnspoken();
		}
	}

	private void dropUnspoken() {
		while (this.end > 0 && this.kinds[this.end - 1] != Kind.TEXT && this.kinds[this.end - 1] != Kind.HEADER) {
			this.end--;
		}
	}

	private int count(Kind kind, int from, int to) {
		var count = 0;
		for (var i = from; i < to; i++) {
			count += (this.kinds[i] == kind) ? 1 : 0;
		}
		return count;
	}

	private String rest() {
		var rest = new StringBuilder();
		for (var i = 0; i < this.end; i++) {
			if (this.kinds[i] != Kind.ANNOUNCEMENT && this.kinds[i] != Kind.DEVICE) {
				rest.append(this.lines.get(i)).append('\n');
			}
		}
		return rest.toString().replaceFirst("\\A(?:[ \\t]*+\\n)++", "").stripTrailing();
	}

}
