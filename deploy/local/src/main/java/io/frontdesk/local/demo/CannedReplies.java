package io.frontdesk.local.demo;

import static io.frontdesk.local.demo.ServiceApi.body;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Gives the desk replies that its staff need not write anew. */
final class CannedReplies {

	private static final int CONFLICT = 409;

	private static final List<Map<String, Object>> ALL = List.of(
			body("name", "Ask for a screenshot", "language", "en", "text", """
					Hello {{firstName}},

					could you send us a screenshot of what you see?

					Kind regards
					{{author}}"""),
			body("name", "Is solved", "language", "en", "text", """
					Hello {{firstName}},

					“{{subject}}” should be solved now. If it is not, just answer this mail.

					Kind regards
					{{author}}"""),
			body("name", "Rückfrage", "language", "de", "text", """
					Guten Tag {{fullName}},

					vielen Dank für Ihre Nachricht. Seit wann tritt das auf, und bei wem noch?

					Mit freundlichen Grüßen
					{{author}}"""));

	private final ServiceApi root;

	private final String url;

	/** @param url of notification-service */
	CannedReplies(ServiceApi root, String url) {
		this.root = root;
		this.url = url + "/api/v1/canned-replies";
	}

	/** Those that are there already stay as they are. */
	void fill() throws IOException, InterruptedException {
		for (Map<String, Object> reply : ALL) {
			ServiceApi.Answer answer = this.root.send("POST", this.url, reply);
			if (answer.status() != CONFLICT) {
				answer.json();
			}
		}
	}

}
