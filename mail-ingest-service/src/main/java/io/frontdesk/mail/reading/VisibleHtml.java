package io.frontdesk.mail.reading;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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

	private VisibleHtml() {}

	static String of(Document page) {
		var marked = page.clone();
		marked.select(SIGNATURES).remove();
		marked.select(HISTORY).forEach(VisibleHtml::mark);
		marked.select(LINED).stream().filter(VisibleHtml::quotesHeaders).forEach(VisibleHtml::mark);
		var visible = VisibleReply.of(HtmlText.of(marked));
		return visible.isBlank() ? VisibleReply.of(HtmlText.of(page)) : visible;
	}

	private static void mark(Element element) {
		element.before("<p>" + VisibleReply.HISTORY + "</p>");
	}

	private static boolean quotesHeaders(Element line) {
		var text = line.wholeText().strip().lines().findFirst().orElse("");
		return ReplyLines.isHeader(text);
	}

}
