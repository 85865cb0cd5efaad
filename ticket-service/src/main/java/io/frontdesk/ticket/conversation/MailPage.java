package io.frontdesk.ticket.conversation;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A mail's HTML as a page of its own: on a light sheet whatever the reader's theme, since senders choose colours for
 * white; as wide as its frame; and with links that say where they lead and leave the frame.
 */
final class MailPage {

	/** Where the pictures are that a mail brings itself. */
	static final String ATTACHMENTS = "/api/v1/attachments/";

	/**
	 * Words break only where they must (never {@code anywhere}: that makes columns of one letter), and in a table never. What
	 * is too wide is reached by scrolling the page; to the left of it nothing can be scrolled, so what would lie there, as
	 * it is written from right to left or pushed to the right, stays in a block of its own or where it is.
	 */
	private static final String STYLE = """
			:root { color-scheme: light; background: #fff; color: #16202a; }
			body { display: flow-root; margin: 0; padding: 12px; font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; \
			overflow-wrap: break-word; }
			img { max-width: 100% !important; height: auto; }
			.picture { box-sizing: border-box; display: inline-block; overflow: hidden; max-width: 100%; min-width: 16px; min-height: 16px; \
			border: 1px dashed #7d8994; background: #eef1f3; color: #55616d; font-size: 12px; }
			pre { white-space: pre-wrap; }
			:is(td, th), :is(td, th) :is(div, p, center, blockquote) { min-width: min-content; }
			table[align="right" i] { float: none; margin-left: auto; }
			:is(div, p, center, blockquote):is(:dir(rtl), :dir(rtl) *, [style*="direction:rtl" i]) { overflow-x: auto; }
			blockquote { margin-inline: 12px 0; padding-inline-start: 12px; border-inline-start: 3px solid #d3d9de; }
			a[href] { color: #0b6470; }
			a:focus-visible { outline: 2px solid #0b6470; outline-offset: 2px; }
			""";

	private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?|mailto|tel):.*");

	/** A link's words that look like an address themselves. */
	private static final Pattern ADDRESS = Pattern
			.compile("(?i)(?:https?://)?((?:[\\p{L}\\p{N}-]++\\.)++\\p{L}{2,})(?:[:/?#]\\S*)?");

	private static final String BAR = "color: #b3261e; font-size: 12px";

	private MailPage() {}

	/** @param folded whether something of the mail is left out */
	static String of(Document mail, boolean folded) {
		mail.select("img").forEach(MailImage::fit);
		mail.select("img:not([src])").forEach(MailImage::leaveItsName);
		mail.select("a").forEach(MailPage::lead);
		mail.select("img[src^=%s]".formatted(ATTACHMENTS)).forEach(MailPage::openFull);
		LongWords.wrap(mail.body());
		return """
				<!doctype html>
				<html%s><head><meta charset="utf-8"><style>%s</style></head>%s</html>
				""".formatted(folded ? " data-folded" : "", STYLE, mail.body().outerHtml());
	}

	/** A link without a place of its own would lead into Frontdesk. */
	private static void lead(Element link) {
		var target = link.attr("href").strip();
		if (!ELSEWHERE.matcher(target).matches()) {
			link.removeAttr("href");
			return;
		}
		link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
		host(target).ifPresent(host -> {
			link.attr("title", host);
			if (saysOtherwise(link.text().strip(), host)) {
				link.after(new Element("span").attr("style", BAR).text(" \u26a0 " + host));
			}
		});
	}

	/** A photo has more to show than its frame has room for. */
	private static void openFull(Element image) {
		if (MailImage.mayBeLarge(image) && image.closest("a[href]") == null) {
			var link = new Element("a").attr("href", image.attr("src")).attr("target", "_blank").attr("rel",
					"noopener noreferrer");
			image.replaceWith(link);
			link.appendChild(image);
		}
	}

	private static boolean saysOtherwise(String words, String host) {
		var address = ADDRESS.matcher(words);
		return address.matches() && !bare(address.group(1)).equals(bare(host));
	}

	private static String bare(String host) {
		return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
	}

	private static Optional<String> host(String address) {
		try {
			return Optional.ofNullable(URI.create(address.replaceFirst("[?#].*", "")).getHost());
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

}
