package io.frontdesk.mail.reading;

import java.util.HashMap;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Marks where a mail client's HTML says that history begins, and leaves signatures out. */
final class VisibleHtml {

	private static final String HISTORY = String.join(",", "#divRplyFwdMsg", "#x_divRplyFwdMsg", "#appendonsend",
			"#x_appendonsend", "hr#stopSpelling", "#OLK_SRC_BODY_SECTION", "#mail-editor-reference-message-container",
			"#ms-outlook-mobile-body-separator-line", ".ms-outlook-mobile-reference-message",
			"[name=messageReplySection]",
			".yahoo_quoted", "[id^=yahoo_quoted]", ".protonmail_quote", ".tutanota_quote", ".zmail_extra",
			".moz-forward-container", ".moz-email-headers-table", "#isReplyContent", "#isForwardContent",
			".OutlookMessageHeader",
			"includetail", "#reply-intro", "#origbody", "#qt", ".quoted-mail", "[data-marker=__QUOTED_TEXT__]");

	private static final String SIGNATURES = String.join(",", ".gmail_signature", ".gmail_signature_prefix",
			"[data-smartmail=gmail_signature]", "#ms-outlook-mobile-signature", ".moz-signature",
			"#ymail_android_signature",
			".protonmail_signature_block", "[name=messageSignatureSection]");

	/** Outlook draws a line above the headers that it quotes. */
	private static final String LINED = "div[style~=(?i)border-top:\\s*solid], div[style~=(?i)border-top:[^;]{0,30}solid]";

	/** So many nodes may stand before the first line's end. */
	private static final int MAX_LOOK = 200;

	private static final int MAX_FIRST = 1000;

	private VisibleHtml() {}

	static String of(Document page, Occasion occasion) {
		var marks = new HashMap<Element, HtmlText.Mark>();
		page.select(HISTORY).forEach(element -> marks.put(element, HtmlText.Mark.HISTORY));
		page.select(LINED).stream().filter(VisibleHtml::quotesHeaders)
				.forEach(element -> marks.put(element, HtmlText.Mark.HISTORY));
		page.select(SIGNATURES).forEach(element -> marks.put(element, HtmlText.Mark.LEFT_OUT));
		var visible = VisibleReply.of(HtmlText.of(page, marks), occasion);
		return visible.isBlank() ? VisibleReply.of(HtmlText.of(page), occasion) : visible;
	}

	/** By its first line. */
	private static boolean quotesHeaders(Element line) {
		var first = new StringBuilder();
		Node node = line;
		for (var i = 0; i < MAX_LOOK && node != null && first.indexOf("\n") < 0; i++) {
			if (node instanceof TextNode text) {
				first.append(text.getWholeText(), 0, Math.min(text.getWholeText().length(), MAX_FIRST));
			}
			if (!first.isEmpty() && first.toString().isBlank()) {
				first.setLength(0);
			}
			node = next(node, line);
		}
		Work.spend(MAX_LOOK);
		return QuotedHeaders.isField(first.toString().strip().lines().findFirst().orElse(""));
	}

	private static @Nullable Node next(Node node, Element within) {
		if (node.childNodeSize() > 0) {
			return node.childNode(0);
		}
		for (Node at = node; at != null && at != within; at = at.parent()) {
			var sibling = at.nextSibling();
			if (sibling != null) {
				return sibling;
			}
		}
		return null;
	}

}
