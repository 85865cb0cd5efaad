package io.frontdesk.mail.reading;

import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** HTML by an allow-list: no script, no form, no style, nothing loaded from elsewhere. */
final class SafeHtml {

	private static final PolicyFactory ALLOWED = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS)
			.and(Sanitizers.LINKS)
			.and(Sanitizers.TABLES);

	private SafeHtml() {}

	static String of(String html) {
		return PlainText.clean(ALLOWED.sanitize(html));
	}

}
