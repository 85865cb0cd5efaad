package io.frontdesk.ticket.conversation;

import java.util.regex.Pattern;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** What an editor makes: formatted text, lists and links that say where on the net they lead. Everything else is dropped. */
public final class ReplyHtml {

	private static final Pattern LINK = Pattern.compile("(?is)(?:https?://|mailto:|tel:).*+");

	private static final PolicyFactory ALLOWED = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS)
			.and(new HtmlPolicyBuilder()
					.allowElements("a")
					.allowAttributes("href").matching(LINK).onElements("a")
					.allowUrlProtocols("http", "https", "mailto", "tel")
					.requireRelNofollowOnLinks()
					.toFactory());

	private ReplyHtml() {}

	public static String sanitised(String html) {
		return ALLOWED.sanitize(html);
	}

}
