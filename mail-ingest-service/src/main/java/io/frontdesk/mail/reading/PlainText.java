package io.frontdesk.mail.reading;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Text that PostgreSQL, JSON and people can take. */
final class PlainText {

	private PlainText() {}

	/** Without NUL, which PostgreSQL refuses, and lone surrogates, which UTF-8 has no bytes for. */
	static String clean(String text) {
		var clean = new StringBuilder(text.length());
		text.replace("\r\n", "\n").replace('\r', '\n').codePoints().filter(PlainText::isText)
				.forEach(clean::appendCodePoint);
		return clean.toString();
	}

	private static boolean isText(int codePoint) {
		return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
	}

	static String ofHtml(String html) {
		var text = new StringBuilder();
		Jsoup.parse(html).body().traverse(new NodeVisitor() {

			@Override
			public void head(Node node, int depth) {
				if (node instanceof TextNode leaf) {
					text.append(leaf.text());
				} else if (node instanceof Element element && breaks(element) && !text.isEmpty()
						&& text.charAt(text.length() - 1) != '\n') {
					text.append('\n');
				}
			}

			@Override
			public void tail(Node node, int depth) {
				if (node instanceof Element element && element.isBlock() && !text.isEmpty()
						&& text.charAt(text.length() - 1) != '\n') {
					text.append('\n');
				}
			}

		});
		return text.toString();
	}

	private static boolean breaks(Element element) {
		return element.isBlock() || element.normalName().equals("br");
	}

}
