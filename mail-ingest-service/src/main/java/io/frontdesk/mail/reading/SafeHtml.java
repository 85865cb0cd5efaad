package io.frontdesk.mail.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * HTML by an allow-list: no script, no form, nothing loaded from elsewhere. An image of the mail keeps its cid: address;
 * one from elsewhere has it in data-remote-src, where no browser loads it.
 */
final class SafeHtml {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}%?");

	private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,25}");

	private static final Pattern WORD = Pattern.compile("[a-zA-Z-]{1,20}");

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\s,.'\"_-]{1,100}");

	private static final CssSchema STYLES = CssSchema
			.withProperties(List.of("color", "background-color", "font-family", "font-size", "font-style",
					"font-weight",
					"text-align", "text-decoration", "text-indent", "vertical-align", "white-space", "width", "height",
					"max-width", "padding", "padding-left", "padding-right", "padding-top", "padding-bottom", "margin",
					"margin-left", "margin-right", "margin-top", "margin-bottom", "border", "border-left",
					"border-right", "border-top", "border-bottom", "border-collapse", "border-color", "border-style",
					"border-width", "line-height", "list-style-type", "direction"));

	private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
			.allowElements("p", "div", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
					"dt", "dd", "blockquote", "pre", "code", "tt", "kbd", "samp", "b", "strong", "i", "em", "u", "s",
					"strike", "del", "ins", "sub", "sup", "small", "big", "font", "center", "table", "thead", "tbody",
					"tfoot", "tr", "td", "th", "caption", "colgroup", "col", "a", "address", "abbr", "cite", "q",
					"mark", "details", "summary", "figure", "figcaption")
			.allowElements(SafeHtml::image, "img")
			.allowWithoutAttributes("span", "font", "a", "img")
			.allowAttributes("href").onElements("a")
			.allowAttributes("src", "alt").onElements("img")
			.allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "hspace", "vspace")
			.matching(NUMBER).onElements("img", "table", "td", "th", "tr", "col", "colgroup", "hr")
			.allowAttributes("colspan", "rowspan", "span", "start").matching(NUMBER).globally()
			.allowAttributes("size").matching(Pattern.compile("[+-]?\\d")).onElements("font")
			.allowAttributes("color").matching(COLOR).onElements("font")
			.allowAttributes("bgcolor").matching(COLOR).onElements("table", "tr", "td", "th")
			.allowAttributes("face").matching(NAME).onElements("font")
			.allowAttributes("align", "valign", "dir", "type").matching(WORD).globally()
			.allowAttributes("title").matching(NAME).globally()
			.allowUrlProtocols("http", "https", "mailto", "tel", "cid")
			.allowStyling(STYLES)
			.requireRelNofollowOnLinks()
			.toFactory();

	private SafeHtml() {}

	/** Null if it would be longer than this. */
	static @Nullable String of(String html, int max) {
		var safe = new StringBuilder();
		var renderer = HtmlStreamRenderer.create(safe, Handler.DO_NOTHING);
		try {
			HtmlSanitizer.sanitize(PlainText.clean(html), ALLOWED.apply(new Limited(renderer, safe, max)));
		} catch (TooLongException ex) {
			return null;
		}
		return PlainText.clean(safe.toString());
	}

	/** Attributes come as pairs of name and value. */
	private static @Nullable String image(String element, List<String> attributes) {
		for (var i = attributes.size() - 2; i >= 0; i -= 2) {
			var address = attributes.get(i + 1).strip().toLowerCase(Locale.ROOT);
			if (!attributes.get(i).equals("src") || address.startsWith("cid:")) {
				continue;
			}
			if (address.startsWith("https://") || address.startsWith("http://")) {
				attributes.set(i, "data-remote-src");
			} else {
				attributes.subList(i, i + 2).clear();
			}
		}
		return element;
	}

	/** Ends the sanitizer's work where nobody would have a use for more of it. */
	private record Limited(HtmlStreamEventReceiver next, StringBuilder safe,
			int max) implements HtmlStreamEventReceiver {

		@Override
		public void openDocument() {
			this.next.openDocument();
		}

		@Override
		public void closeDocument() {
			this.next.closeDocument();
			check();
		}

		@Override
		public void openTag(String element, List<String> attributes) {
			this.next.openTag(element, attributes);
			check();
		}

		@Override
		public void closeTag(String element) {
			this.next.closeTag(element);
			check();
		}

		@Override
		public void text(String text) {
			this.next.text(text);
			check();
		}

		private void check() {
			Work.spend(1);
			if (this.safe.length() > this.max) {
				throw new TooLongException();
			}
		}

	}

	private static final class TooLongException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
