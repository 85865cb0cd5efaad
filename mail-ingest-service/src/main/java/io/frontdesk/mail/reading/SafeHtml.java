package io.frontdesk.mail.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

	private static final Pattern COLOR = Pattern.compile("#?[0-9a-fA-F]{3,8}|[a-zA-Z]{3,25}");

	/** A colour of HTML may lack the mark that one of CSS has. */
	private static final Pattern UNMARKED = Pattern.compile("[0-9a-fA-F]{3}|[0-9a-fA-F]{6}");

	private static final Pattern WORD = Pattern.compile("[a-zA-Z-]{1,20}");

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\s,.'\"_-]{1,100}");

	/** To somewhere else: what leads on from our own page, or to a part of the mail, was not meant for us. */
	private static final Pattern LINK = Pattern.compile("(?is)(?:https?://|mailto:|tel:).*+");

	/** For the ends of what is open, of which the sanitizer admits 256 at once, and words about the rest. */
	private static final int ROOM_AT_ITS_END = 4_000;

	/** Of what is nested in more than 256 the sanitizer leaves out the text without a word. */
	private static final int DEEPEST = 200;

	private static final CssSchema STYLES = CssSchema
			.withProperties(List.of("color", "background", "background-color", "font-family", "font-size", "font-style",
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
			.allowElements(SafeHtml::sheet, "body")
			.allowWithoutAttributes("span", "font", "a", "img")
			.allowAttributes("href").matching(LINK).onElements("a")
			.allowAttributes("src", "alt").onElements("img")
			.allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "hspace", "vspace")
			.matching(NUMBER).onElements("img", "table", "td", "th", "tr", "col", "colgroup", "hr")
			.allowAttributes("colspan", "rowspan", "span", "start").matching(NUMBER).globally()
			.allowAttributes("size").matching(Pattern.compile("[+-]?\\d")).onElements("font")
			.allowAttributes("color").matching(COLOR).onElements("font")
			.allowAttributes("bgcolor").matching(COLOR).onElements("body", "table", "tr", "td", "th")
			.allowAttributes("text").matching(COLOR).onElements("body")
			.allowAttributes("face").matching(NAME).onElements("font")
			.allowAttributes("align", "valign", "dir", "type").matching(WORD).globally()
			.allowAttributes("title").matching(NAME).globally()
			.allowUrlProtocols("http", "https", "mailto", "tel", "cid")
			.allowStyling(STYLES)
			.requireRelNofollowOnLinks()
			.toFactory();

	private SafeHtml() {}

	/** Ends with words about the rest where it would be longer than this. */
	static String of(String html, int max) {
		return of(html, max, false);
	}

	/** Of a page that goes on; ends with words about that. */
	static String beginning(String html, int max) {
		return of(html, max, true);
	}

	private static String of(String html, int max, boolean goesOn) {
		var safe = new StringBuilder();
		var limited = new Limited(HtmlStreamRenderer.create(safe, Handler.DO_NOTHING), safe, max - ROOM_AT_ITS_END,
				goesOn);
		try {
			HtmlSanitizer.sanitize(PlainText.clean(html), ALLOWED.apply(limited));
		} catch (TooLongException ex) {
			limited.end();
		}
		return PlainText.clean(safe.toString());
	}

	/**
	 * The page has one body only, and that is not the mail's: its colours and direction go to a block within, since on white
	 * nobody could read what was written for black. Without such it is none.
	 */
	private static @Nullable String sheet(String element, List<String> attributes) {
		var style = new StringBuilder();
		move(attributes, "bgcolor", "background-color:%s;", style);
		move(attributes, "text", "color:%s;", style);
		move(attributes, "style", "%s", style);
		if (!style.isEmpty()) {
			attributes.addAll(List.of("style", style.toString()));
		}
		return attributes.isEmpty() ? null : "div";
	}

	private static void move(List<String> attributes, String name, String form, StringBuilder style) {
		for (var i = attributes.size() - 2; i >= 0; i -= 2) {
			if (attributes.get(i).equals(name)) {
				var value = attributes.get(i + 1);
				style.append(form.formatted(UNMARKED.matcher(value).matches() ? "#" + value : value));
				attributes.subList(i, i + 2).clear();
			}
		}
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

	/** Ends the sanitizer's work where nobody would have a use for more of it, and the page with it. */
	private static final class Limited implements HtmlStreamEventReceiver {

		private static final Set<String> VOID = Set.of("br", "hr", "img", "col");

		/** A text is written in pieces, lest one is longer than all may be. */
		private static final int PIECE = 1000;

		private final HtmlStreamEventReceiver next;

		private final StringBuilder safe;

		private final int max;

		private final boolean goesOn;

		private final Deque<String> open = new ArrayDeque<>();

		Limited(HtmlStreamEventReceiver next, StringBuilder safe, int max, boolean goesOn) {
			this.next = next;
			this.safe = safe;
			this.max = max;
			this.goesOn = goesOn;
		}

		@Override
		public void openDocument() {
			this.next.openDocument();
		}

		@Override
		public void closeDocument() {
			if (this.goesOn) {
				end();
			} else {
				this.next.closeDocument();
			}
		}

		@Override
		public void openTag(String element, List<String> attributes) {
			if (this.open.size() >= DEEPEST) {
				throw new TooLongException();
			}
			write(() -> this.next.openTag(element, attributes));
			if (!VOID.contains(element)) {
				this.open.push(element);
			}
		}

		@Override
		public void closeTag(String element) {
			this.next.closeTag(element);
			this.open.removeFirstOccurrence(element);
			Work.spend(1);
		}

		@Override
		public void text(String text) {
			for (var from = 0; from < text.length();) {
				var to = Math.min(from + PIECE, text.length());
				to -= (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) ? 1 : 0;
				var piece = text.substring(from, to);
				write(() -> this.next.text(piece));
				from = to;
			}
		}

		private void write(Runnable write) {
			Work.spend(1);
			var before = this.safe.length();
			write.run();
			if (this.safe.length() > this.max) {
				this.safe.setLength(before);
				throw new TooLongException();
			}
		}

		/** Closes what is open and says that there is more. */
		void end() {
			while (!this.open.isEmpty()) {
				this.next.closeTag(this.open.pop());
			}
			this.next.openTag("p", List.of());
			this.next.text(MailContent.UNFINISHED);
			this.next.closeTag("p");
			this.next.closeDocument();
		}

	}

	private static final class TooLongException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
