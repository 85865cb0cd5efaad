package io.frontdesk.mail.reading;

import java.util.regex.Pattern;

import io.frontdesk.mail.reading.SortedLines.Kind;

/**
 * What the author of a mail wrote, without the history under it and the signature. In doubt a line is the author's own:
 * what is folded without need is not read. A text that would lose all of itself stays whole, and answers between quoted
 * lines keep what they answer.
 */
final class VisibleReply {

	/** Stands, on a line of its own, where HTML says that history begins. */
	static final String HISTORY = "\u2424\u2424";

	private static final int FOOTER = 14;

	private static final Pattern CONTACT = Pattern.compile(
			"https?://|\\bwww\\.|[^\\s@]@[^\\s@]|\\+\\d[\\d ()/.-]{6,}|unsubscribe|mailing list",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern INVISIBLE = Pattern.compile("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]");

	private final SortedLines lines;

	private final Occasion occasion;

	private int end;

	private VisibleReply(String text, Occasion occasion) {
		this.lines = SortedLines.of(text, occasion);
		this.occasion = occasion;
		this.end = this.lines.size();
	}

	static String of(String text, Occasion occasion) {
		Work.spend(text.length());
		var whole = text.replace(HISTORY, "").strip();
		if (occasion == Occasion.FORWARD || occasion == Occasion.OPENING && passesOn(text)) {
			return whole;
		}
		var clean = INVISIBLE.matcher(text).replaceAll("").replace('\u00a0', ' ');
		var visible = new VisibleReply(clean, occasion).visible();
		return (visible.isBlank() || visible.strip().equals(clean.strip())) ? whole : visible;
	}

	private static boolean passesOn(String text) {
		return text.lines().map(String::strip).anyMatch(Announcements::passesOn);
	}

	private String visible() {
		cutAtHistory();
		foldSignature();
		foldDevice();
		cutAtFooter();
		dropTail();
		return (this.lines.count(Kind.TEXT, 0, this.end) == 0) ? "" : rest();
	}

	private boolean isAnswer() {
		return this.occasion == Occasion.ANSWER;
	}

	/** Below what was written; where nothing was, the history is what the mail is about. */
	private void cutAtHistory() {
		var written = false;
		for (var i = 0; i < this.end; i++) {
			written |= this.lines.is(i, Kind.TEXT);
			if (!this.lines.beginsHistory(i)) {
				continue;
			}
			var next = below(i);
			if (next < this.end && this.lines.is(next, Kind.QUOTE) && !this.lines.is(i, Kind.HEADER)) {
				judgeQuotation(i, next, written);
				return;
			}
			if (written && (!this.lines.is(i, Kind.ANNOUNCEMENT) || isAnswer() && isExact(i, next))) {
				this.end = i;
				return;
			}
			if (!written && isAnswer() && this.lines.count(Kind.HEADER, i, next) > 0) {
				this.lines.mark(i, next, Kind.ANNOUNCEMENT);
			} else if (this.lines.is(i, Kind.ANNOUNCEMENT) && !(isAnswer() && isExact(i, next))) {
				this.lines.mark(i, next, Kind.TEXT);
				written = true;
			}
			i = next - 1;
		}
	}

	/** People tell what somebody wrote, too, but not at what time. */
	private boolean isExact(int from, int to) {
		var announcement = new StringBuilder();
		for (var i = from; i < to; i++) {
			announcement.append(this.lines.line(i)).append(' ');
		}
		var joined = announcement.toString().strip();
		return Announcements.hasDateAndTime(joined) || Announcements.namesAddress(joined);
	}

	/** The first line below an announcement or headers. */
	private int below(int from) {
		var i = from;
		while (i < this.end && (this.lines.beginsHistory(i) || this.lines.is(i, Kind.EMPTY))) {
			i++;
		}
		return i;
	}

	private void judgeQuotation(int announcement, int first, boolean written) {
		var last = first;
		for (var i = first; i < this.end; i++) {
			last = this.lines.is(i, Kind.QUOTE) ? i : last;
		}
		var between = this.lines.count(Kind.TEXT, first, last);
		var below = this.lines.count(Kind.TEXT, last, this.end);
		if (between > 0 || !written && below == 0) {
			return;
		}
		if (below == 0 || isAnswer() && written && (isFooter(last + 1) || isSignature(last, below))) {
			this.end = announcement;
		} else if (isAnswer() && !written) {
			this.lines.mark(announcement, last + 1, Kind.ANNOUNCEMENT);
		}
	}

	/** Who quotes by initials answers between the lines. */
	private boolean isSignature(int last, int below) {
		return below <= 2 && Character.isLetter(this.lines.line(last).codePointAt(0));
	}

	/** The last lines of a mail below a mark that says so; several such marks are somebody's code. */
	private void foldSignature() {
		var alone = this.lines.count(Kind.SIGNATURE, 0, this.end) == 1;
		for (var i = 0; i < this.end; i++) {
			if (this.lines.is(i, Kind.SIGNATURE)) {
				var to = endOfSignature(i);
				if (alone && (isAnswer() || this.lines.line(i).equals("-- ")) && to > i + 1
						&& this.lines.count(Kind.TEXT, i, to) <= FOOTER) {
					this.lines.mark(i, to, Kind.SIGNATURE);
					return;
				}
				this.lines.mark(i, i + 1, Kind.RULE);
			}
		}
	}

	private int endOfSignature(int mark) {
		var i = mark + 1;
		while (i < this.end && !this.lines.is(i, Kind.QUOTE) && !this.lines.beginsHistory(i)) {
			i++;
		}
		return i;
	}

	/** What a device says of itself stands below all that was written. */
	private void foldDevice() {
		var last = 0;
		for (var i = 0; i < this.end; i++) {
			last = this.lines.is(i, Kind.TEXT) ? i : last;
		}
		for (var i = 0; i < last; i++) {
			if (this.lines.is(i, Kind.DEVICE)) {
				this.lines.mark(i, i + 1, Kind.TEXT);
			}
		}
	}

	/** A line parts a footer from an answer if nothing but an address, a number or a link is below it. */
	private void cutAtFooter() {
		if (!isAnswer()) {
			return;
		}
		for (var i = this.end - 1; i > 0; i--) {
			if (this.lines.is(i, Kind.RULE)) {
				if (isFooter(i) && this.lines.count(Kind.TEXT, 0, i) > 0) {
					this.end = i;
				}
				return;
			}
		}
	}

	private boolean isFooter(int from) {
		var rule = this.lines.next(from, this.end);
		if (rule >= this.end || !this.lines.is(rule, Kind.RULE)
				|| "_-—".indexOf(this.lines.line(rule).strip().charAt(0)) < 0
				|| this.lines.count(Kind.TEXT, rule, this.end) > FOOTER) {
			return false;
		}
		if (this.lines.line(rule).startsWith("_") && isBelowQuotation(rule)) {
			return true;
		}
		for (var i = rule; i < this.end; i++) {
			if (CONTACT.matcher(Work.metered(this.lines.line(i))).find()) {
				return true;
			}
		}
		return false;
	}

	private boolean isBelowQuotation(int rule) {
		var i = rule - 1;
		while (i > 0 && this.lines.is(i, Kind.EMPTY)) {
			i--;
		}
		return i >= 0 && this.lines.is(i, Kind.QUOTE);
	}

	private void dropTail() {
		dropUnspoken();
		if (isAnswer() && this.end > 0 && this.lines.count(Kind.TEXT, 0, this.end) > 1
				&& ReplyLines.isName(this.lines.line(this.end - 1).strip())) {
			this.end--;
			dropUnspoken();
		}
	}

	/** A rule below the last words is theirs if no history follows. */
	private void dropUnspoken() {
		var whole = this.end == this.lines.size();
		while (this.end > 0 && !this.lines.is(this.end - 1, Kind.TEXT)
				&& !(whole && isOwnRule(this.end - 1))) {
			this.end--;
		}
	}

	/** Some clients end each mail with a mark that counts its readers. */
	private boolean isOwnRule(int i) {
		return this.lines.is(i, Kind.RULE) && !this.lines.line(i).contains("ᐧ");
	}

	private String rest() {
		var rest = new StringBuilder();
		for (var i = 0; i < this.end; i++) {
			if (!this.lines.is(i, Kind.ANNOUNCEMENT) && !this.lines.is(i, Kind.DEVICE)
					&& !this.lines.is(i, Kind.SIGNATURE)) {
				rest.append(this.lines.line(i)).append('\n');
			}
		}
		return rest.toString().replaceFirst("\\A(?:[ \\t]*+\\n)++", "").stripTrailing();
	}

}
