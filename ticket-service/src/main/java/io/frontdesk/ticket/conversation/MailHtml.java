package io.frontdesk.ticket.conversation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pictures of a mail's sanitised HTML. One of the mail itself is named by its Content-ID (RFC 2392); one from
 * elsewhere has its address in data-remote-src, where no browser loads it.
 */
final class MailHtml {

	private static final String SCHEME = "cid:";

	private static final String REMOTE = "data-remote-src";

	private MailHtml() {}

	/** The Content-IDs of what is shown, without angle brackets. */
	static Set<String> contentIds(String html) {
		return html.contains(SCHEME)
				? parse(html).select("img[src^=cid:]").stream().map(MailHtml::contentId).collect(Collectors.toSet())
				: Set.of();
	}

	/**
	 * @param files ids of attachments by Content-ID
	 * @param remoteImages whether the reader wants the senders of remote images to learn that they read
	 */
	static String show(String html, Map<String, UUID> files, boolean remoteImages) {
		if (!html.contains(SCHEME) && !html.contains(REMOTE)) {
			return html;
		}
		var page = parse(html);
		page.select("img[src^=cid:]").forEach(image -> Optional.ofNullable(files.get(contentId(image)))
				.ifPresentOrElse(file -> image.attr("src", "/api/v1/attachments/" + file),
						() -> image.removeAttr("src")));
		if (remoteImages) {
			page.select("img[data-remote-src]").forEach(image -> image.attr("src", image.attr(REMOTE)));
		}
		return page.body().html();
	}

	private static Document parse(String html) {
		var page = Jsoup.parseBodyFragment(html);
		page.outputSettings().prettyPrint(false);
		return page;
	}

	private static String contentId(Element image) {
		var id = image.attr("src").substring(SCHEME.length());
		try {
			return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException _) {
			return id;
		}
	}

}
