package io.frontdesk.ticket.conversation;

import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** What an editor makes: formatted text, lists and links. Everything else is dropped. */
public final class ReplyHtml {

	private static final PolicyFactory ALLOWED = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.LINKS);

	private ReplyHtml() {}

	public static String sanitised(String html) {
		return ALLOWED.sanitize(html);
	}

}
