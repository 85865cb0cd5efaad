package io.frontdesk.mail.reading;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as its reader would type it: paragraphs, lists, table cells, links and quotes. */
final class HtmlText implements NodeVisitor {

	private static final String UNSEEN = "script, style, head, title, template, noscript, [hidden], [style*=display:none], [style*=display: none]";

	private static final int MAX_QUOTES = 20;

	private static final int MAX_HTML = 4_000_000;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder line = new StringBuilder();

	private int quotes;

	private int pre;

	private int items;

	private int blank = 2;

	private HtmlText() {}

	static Document parse(String html) {
		var page = Jsoup.parse(PlainText.clean((html.length() <= MAX_HTML) ? html : html.substring(0, MAX_HTML)));
		page.outputSettings().prettyPrint(false);
		page.select(UNSEEN).remove();
		return page;
	}

	static String of(Document page) {
		var text = new HtmlText();
		page.body().traverse(text);
		text.endLine();
		return text.text.toString().replace('\u00a0', ' ').stripTrailing();
	}

	@Override
	public void head(Node node, int depth) {
		if (node instanceof TextNode leaf) {
			append(leaf);
		} else if (node instanceof Element element) {
			open(element);
		}
	}

	private void append(TextNode leaf) {
		if (this.pre > 0) {
			leaf.getWholeText().lines().limit(1).forEach(this.line::append);
			leaf.getWholeText().lines().skip(1).forEach(next -> {
				endLine();
				this.line.append(next);
			});
			if (leaf.getWholeText().endsWith("\n")) {
				endLine();
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
			case "br" -> breakLine();
			case "hr" -> {
				newLine();
				this.line.append("---");
				endLine();
			}
			case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table" -> paragraph(element);
			case "blockquote" -> {
				paragraph(element);
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
			case "td", "th" -> {
				if (!this.line.isEmpty() && element.previousElementSibling() != null) {
					this.line.append(' ');
				}
			}
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

	@Override
	public void tail(Node node, int depth) {
		if (!(node instanceof Element element)) {
			return;
		}
		switch (element.normalName()) {
			case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table" -> {
				if (isTight(element) && element.text().replace('\u00a0', ' ').isBlank()) {
					breakLine();
				}
				paragraph(element);
			}
			case "blockquote" -> {
				newLine();
				dropEmptyQuote();
				this.quotes--;
				paragraph(element);
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
			case "a" -> link(element);
			default -> {
				if (element.isBlock()) {
					newLine();
				}
			}
		}
	}

	private void dropEmptyQuote() {
		if (this.blank > 0 && this.quotes > 0 && this.text.length() > 2
				&& this.text.charAt(this.text.length() - 2) == '>') {
			this.text.setLength(this.text.lastIndexOf("\n" + ">".repeat(Math.min(this.quotes, MAX_QUOTES))) + 1);
			this.blank = 0;
		}
	}

	private void link(Element element) {
		var address = element.attr("href").strip();
		var shown = element.text().strip();
		if (address.matches("(?i)https?://.*") && !shown.isEmpty()
				&& !address.replaceFirst("/$", "").endsWith(shown.replaceFirst("/$", ""))
				&& !shown.contains(address)) {
			this.line.append(" <").append(address).append('>');
		}
	}

	private static String bullet(Element item) {
		var list = item.parent();
		return (list != null && list.normalName().equals("ol")) ? (item.elementSiblingIndex() + 1) + ". " : "- ";
	}

	private void breakLine() {
		if (this.line.isEmpty()) {
			this.line.append(' ');
		}
		endLine();
	}

	private void newLine() {
		if (!this.line.toString().isBlank() || this.pre > 0 && !this.line.isEmpty()) {
			endLine();
		} else {
			this.line.setLength(0);
		}
	}

	private void paragraph(Element element) {
		newLine();
		if (this.blank == 0 && !isTight(element)
				&& this.items == 0) {
			this.line.append(' ');
			endLine();
		}
	}

	/** Outlook sets each line as a paragraph without a margin. */
	private static boolean isTight(Element element) {
		return element.className().startsWith("Mso")
				|| element.attr("style").matches("(?is).*\\bmargin(?:-bottom)?+:\\s*+0(?![.\\d]).*");
	}

	private void endLine() {
		var words = this.line.toString().replaceAll("[ \\t\u00a0]++$", "");
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
