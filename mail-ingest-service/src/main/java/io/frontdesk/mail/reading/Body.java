package io.frontdesk.mail.reading;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Entities;

/**
 * What a part says, as text and, if it has such, as HTML.
 *
 * @param visible the text without quoted history and signature
 */
record Body(String text, String visible, @Nullable String html) {

	static final Body NONE = new Body("", "", null);

	/** In characters; the rest would not be stored anyway. */
	private static final int MAX_READ = 1_000_000;

	/** What nobody wrote by hand, of which nothing is folded. */
	static Body ofPlain(String text) {
		return ofPlain(text, Occasion.FORWARD);
	}

	static Body ofPlain(String text, Occasion occasion) {
		var clean = PlainText.clean((text.length() <= MAX_READ) ? text : text.substring(0, MAX_READ));
		return new Body(clean, VisibleReply.of(clean, occasion), null);
	}

	static Body ofHtml(String sent, Occasion occasion) {
		var html = HtmlText.withoutData(sent);
		var page = HtmlText.parse(html);
		return new Body(HtmlText.of(page), VisibleHtml.of(page, occasion), html);
	}

	static Body ofWinmail(Tnef tnef, Occasion occasion) {
		return (tnef.html() != null) ? ofHtml(tnef.html(), occasion) : ofPlain(tnef.text(), occasion);
	}

	/**
	 * The last is the richest, RFC 2046 §5.1.4; text is read from the first that has any, unless that only stands in for the
	 * HTML: then it is folded, if it says anything.
	 */
	static Body oneOf(List<Body> bodies) {
		var plain = bodies.stream().filter(body -> body.html() == null && !body.text().isBlank()).findFirst()
				.orElse(NONE);
		var rich = bodies.stream().filter(body -> body.html() != null && !body.text().isBlank()).findFirst()
				.orElse(NONE);
		var html = bodies.stream().map(Body::html).filter(found -> found != null && !found.isBlank())
				.reduce((_, last) -> last).orElse(null);
		var text = plain.text().isBlank() ? rich : switch (StandIn.of(plain.text(), rich.text())) {
			case NO -> plain;
			case EMPTY -> rich;
			case NOTICE -> new Body(both(plain, rich).text(), rich.visible(), null);
			case UNKNOWN -> both(plain, rich);
		};
		return new Body(text.text(), text.visible(), html);
	}

	private static Body both(Body plain, Body rich) {
		var bodies = List.of(plain, rich);
		return new Body(joined(bodies, Body::text), joined(bodies, Body::visible), null);
	}

	static Body all(List<Body> bodies) {
		var parts = bodies.stream().filter(body -> !body.text().isBlank() || body.html() != null).toList();
		if (parts.size() == 1) {
			return parts.getFirst();
		}
		return new Body(joined(parts, Body::text), joined(parts, Body::visible),
				parts.stream().allMatch(body -> body.html() == null)
						? null
						: parts.stream().map(Body::asHtml).collect(Collectors.joining("\n")));
	}

	Body or(Body other) {
		return this.text.isBlank() ? other : this;
	}

	private static String joined(List<Body> bodies, Function<Body, String> text) {
		return bodies.stream().map(text).map(String::stripTrailing).filter(found -> !found.isEmpty())
				.collect(Collectors.joining("\n\n"));
	}

	private String asHtml() {
		return (this.html != null)
				? this.html
				: "<div>%s</div>".formatted(Entities.escape(this.text).replace("\n", "<br>"));
	}

}
