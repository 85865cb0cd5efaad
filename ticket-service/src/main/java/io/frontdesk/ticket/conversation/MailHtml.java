package io.frontdesk.ticket.conversation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a mail's sanitised HTML. One of the mail itself is named by its Content-ID (RFC 2392); one from
 * elsewhere has its address in data-remote-src, where no browser loads it.
 */
final class MailHtml {

	private static final String SCHEME = "cid:";

	private static final String REMOTE = "data-remote-src";

	/** What is no larger is there to tell its sender that somebody reads, and is never shown. */
	private static final int PIXEL = 3;

	private MailHtml() {}

	/** The Content-IDs of what is shown, without angle brackets. */
	static Set<String> contentIds(String html) {
		return html.contains(SCHEME)
				? parse(html).select("img[src^=cid:]").stream().map(MailHtml::contentId).collect(Collectors.toSet())
				: Set.of();
	}

	/**
	 * The page of a frame.
	 *
	 * @param files attachments by Content-ID
	 * @param remoteImages whether the reader wants the senders of remote images to learn that they read
	 * @param authors what the mail's author wrote, after which the page ends; null to show what it quotes, too
	 */
	static String show(String html, Map<String, ShownFile> files, boolean remoteImages, @Nullable String authors) {
		var page = parse(html);
		var folded = authors != null && AuthorsPart.keep(page.body(), authors);
		page.select("img[src^=cid:]").forEach(image -> Optional.ofNullable(files.get(contentId(image)))
				.ifPresentOrElse(file -> showOwn(image, file), () -> image.removeAttr("src")));
		page.select("img[data-remote-src]").forEach(image -> showRemote(image, remoteImages));
		return MailPage.of(page, folded);
	}

	/** A picture that nobody described is called as its file is. */
	private static void showOwn(Element image, ShownFile file) {
		image.attr("src", MailPage.ATTACHMENTS + file.id());
		if (image.attr("alt").isBlank() && MailImage.mayBeLarge(image)) {
			image.attr("alt", file.filename());
		}
	}

	private static void showRemote(Element image, boolean wanted) {
		if (isPixel(image)) {
			image.remove();
		} else if (wanted) {
			image.attr("src", image.attr(REMOTE)).removeAttr(REMOTE);
		}
	}

	private static boolean isPixel(Element image) {
		var size = MailImage.sizeOf(image);
		return size.width() != null && size.width() <= PIXEL || size.height() != null && size.height() <= PIXEL;
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
