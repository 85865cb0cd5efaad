package io.frontdesk.mail.reading;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeFilter;

/** HTML as its reader would type it: paragraphs, lists, table cells, links and quotes. */
final class HtmlText implements NodeFilter {

	private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");

	private static final Pattern HIDDEN = Pattern.compile("display: ?none", Pattern.CASE_INSENSITIVE);

	private static final Pattern NO_MARGIN = Pattern.compile("\\bmargin(?:-bottom)?+:\\s*+0(?![.\\d])",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern DATA = Pattern.compile(
			"data:[a-z]{1,20}/[a-z0-9.+-]{1,80};base64,[a-z0-9+/=\\s]{1000,}+",
			Pattern.CASE_INSENSITIVE);

	private static final int MAX_QUOTES = 20;

	private static final int MAX_HTML = 4_000_000;

	/** The parser makes more of them than there are tags, as it opens again what was not closed. */
	private static final int MAX_ELEMENTS = 300_000;

	private static final int MAX_LINK = 2000;

	enum Mark {

		/** History begins with this element. */
		HISTORY,

		LEFT_OUT

	}

	private final Map<Element, Mark> marks;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder line = new StringBuilder();

	/** The words alone, from which a link knows what it shows. */
	private final StringBuilder words = new StringBuilder();

	/** How many words there were when each open link and paragraph began. */
	private final ArrayDeque<Integer> starts = new ArrayDeque<>();

	/** How many items the open lists have so far. */
	private final ArrayDeque<Integer> lists = new ArrayDeque<>();

	private int quotes;

	private int pre;

	private int items;

	private int cells;

	private int blank = 2;

	private HtmlText(Map<Element, Mark> marks) {
		this.marks = marks;
	}

	/** Without files that stand in the HTML itself, if it is long: nothing shows them, and they keep out what follows. */
	static String withoutData(String html) {
		return (html.length() <= MAX_HTML / 2) ? html : DATA.matcher(Work.metered(html)).replaceAll("data:,");
	}

	/** A page that is too long, or of too many elements, ends where they were enough, and says so. */
	static Document parse(String html) {
		try (var parser = new StreamParser(Parser.htmlParser())
				.parse(PlainText.clean((html.length() <= MAX_HTML) ? html : html.substring(0, MAX_HTML)), "")) {
			var elements = parser.iterator();
			for (var i = 0; i < MAX_ELEMENTS && elements.hasNext(); i++) {
				elements.next();
				Work.spend(1);
			}
			var isCut = html.length() > MAX_HTML || elements.hasNext();
			var page = parser.document();
			if (isCut) {
				page.body().appendElement("p").text(MailContent.UNFINISHED);
			}
			return page;
		}
	}

	static String of(Document page) {
		return of(page, Map.of());
	}

	static String of(Document page, Map<Element, Mark> marks) {
		var text = new HtmlText(marks);
		page.body().filter(text);
		text.endLine();
		return text.text.toString().replace('\u00a0', ' ').stripTrailing();
	}

	@Override
	public FilterResult head(Node node, int depth) {
		Work.spend(1);
		if (node instanceof TextNode leaf) {
			append(leaf);
		} else if (node instanceof Element element) {
			var mark = this.marks.get(element);
			if (mark == Mark.LEFT_OUT || isUnseen(element)) {
				return FilterResult.SKIP_ENTIRELY;
			}
			if (mark == Mark.HISTORY) {
				paragraph(false);
				this.line.append(VisibleReply.HISTORY);
				paragraph(false);
			}
			open(element);
		}
		return FilterResult.CONTINUE;
	}

	private static boolean isUnseen(Element element) {
		return UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")
				|| HIDDEN.matcher(element.attr("style")).find();
	}

	private void append(TextNode leaf) {
		Work.spend(leaf.getWholeText().length());
		this.words.append(leaf.getWholeText());
		if (this.pre > 0) {
			var lines = leaf.getWholeText().split("\n", -1);
			this.line.append(lines[0]);
			for (var i = 1; i < lines.length; i++) {
				endLine();
				this.line.append(lines[i]);
			}
			return;
		}
		var words = leaf.getWholeText().replaceAll("[ \\t\\n\\r\\f]++", " ");
		if (words.startsWith(" ") && (this.line.isEmpty() || this.line.charAt(this.line.length() - 1) == ' ')) {
			words = words.substring(1);
		}
		this.line.append(words);
	}

	private void open(Element element) {
		switch (element.normalName()) {
			case "br" -> {
				this.words.append(' ');
				breakLine();
			}
			case "hr" -> {
				newLine();
				this.line.append("---");
				endLine();
			}
			case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table" -> begin(element);
			case "ul", "ol" -> {
				begin(element);
				this.lists.push(0);
			}
			case "blockquote" -> {
				paragraph(isTight(element));
				this.quotes++;
			}
			case "pre" -> {
				newLine();
				this.pre++;
			}
			case "li" -> {
				this.items++;
				newLine();
				this.line.append(bullet(element));
			}
			case "tr" -> {
				this.cells = 0;
				newLine();
			}
			case "td", "th" -> {
				if (this.cells++ > 0 && !this.line.isEmpty()) {
					this.line.append(' ');
				}
				this.words.append(' ');
			}
			case "a" -> this.starts.push(this.words.length());
			case "img" -> {
				if (!element.attr("alt").isBlank()) {
					this.line.append('[').append(element.attr("alt").strip()).append(']');
				}
			}
			default -> {
				if (element.isBlock()) {
					newLine();
				}
			}
		}
	}

	private void begin(Element element) {
		paragraph(isTight(element));
		this.starts.push(this.words.length());
	}

	@Override
	public FilterResult tail(Node node, int depth) {
		if (node instanceof Element element) {
			close(element);
		}
		return FilterResult.CONTINUE;
	}

	private void close(Element element) {
		switch (element.normalName()) {
			case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table" -> end(element);
			case "ul", "ol" -> {
				this.lists.pop();
				end(element);
			}
			case "blockquote" -> {
				newLine();
				dropEmptyQuote();
				this.quotes--;
				paragraph(isTight(element));
			}
			case "pre" -> {
				newLine();
				this.pre--;
			}
			case "li" -> {
				this.items--;
				newLine();
			}
			case "td", "th" -> {
				// the next cell stands beside it
			}
			case "a" -> link(element, this.starts.pop());
			default -> {
				if (element.isBlock()) {
					newLine();
				}
			}
		}
	}

	private void end(Element element) {
		var start = this.starts.pop();
		var tight = isTight(element);
		if (tight && isBlank(start)) {
			breakLine();
		}
		paragraph(tight);
	}

	/** Drops the blanks, so that they are looked at once. */
	private boolean isBlank(int start) {
		for (var i = start; i < this.words.length(); i++) {
			var c = this.words.charAt(i);
			if (c != '\u00a0' && !Character.isWhitespace(c)) {
				return false;
			}
		}
		this.words.setLength(start);
		return true;
	}

	private void dropEmptyQuote() {
		if (this.blank > 0 && this.quotes > 0 && this.text.length() > 2
				&& this.text.charAt(this.text.length() - 2) == '>') {
			this.text.setLength(this.text.lastIndexOf("\n" + ">".repeat(Math.min(this.quotes, MAX_QUOTES))) + 1);
			this.blank = 0;
		}
	}

	private void link(Element element, int start) {
		var address = element.attr("href").strip();
		if (address.length() > MAX_LINK || !address.matches("(?i)https?://.*")) {
			return;
		}
		var length = Math.min(this.words.length() - start, 2 * MAX_LINK);
		var shown = this.words.substring(start, start + length).replaceAll("\\s++", " ").strip();
		if (!shown.isEmpty()
				&& !address.replaceFirst("/$", "").endsWith(shown.replaceFirst("/$", ""))
				&& !shown.contains(address)) {
			this.line.append(" <").append(address).append('>');
		}
	}

	private String bullet(Element item) {
		var list = item.parent();
		if (list == null || !list.normalName().equals("ol")) {
			return "- ";
		}
		this.lists.push(this.lists.pop() + 1);
		return this.lists.getFirst() + ". ";
	}

	private void breakLine() {
		if (this.line.isEmpty()) {
			this.line.append(' ');
		}
		endLine();
	}

	private void newLine() {
		this.words.append(' ');
		if (!this.line.toString().isBlank() || this.pre > 0 && !this.line.isEmpty()) {
			endLine();
		} else {
			this.line.setLength(0);
		}
	}

	private void paragraph(boolean tight) {
		newLine();
		if (this.blank == 0 && !tight && this.items == 0) {
			this.line.append(' ');
			endLine();
		}
	}

	/** Outlook sets each line as a paragraph without a margin. */
	private static boolean isTight(Element element) {
		return element.className().startsWith("Mso") || NO_MARGIN.matcher(element.attr("style")).find();
	}

	private void endLine() {
		var end = this.line.length();
		while (end > 0 && " \t\u00a0".indexOf(this.line.charAt(end - 1)) >= 0) {
			end--;
		}
		var words = this.line.substring(0, end);
		this.line.setLength(0);
		if (words.isEmpty()) {
			if (this.blank >= 2) {
				return;
			}
			this.blank++;
		} else {
			this.blank = 0;
		}
		this.text.append(">".repeat(Math.min(this.quotes, MAX_QUOTES)));
		if (!words.isEmpty()) {
			this.text.append((this.quotes > 0) ? " " : "").append(words);
		}
		this.text.append('\n');
	}

}
