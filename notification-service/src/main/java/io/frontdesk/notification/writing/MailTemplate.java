package io.frontdesk.notification.writing;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What the mails of one kind say in one language.
 *
 * @param text Mustache; the HTML is made from it
 * @param changedAt null for what Frontdesk comes with, as is who changed it
 */
public record MailTemplate(TemplateKey key, String locale, String subject, String text, @Nullable Instant changedAt,
		@Nullable String changedBy) {

	static final String TICKET = "ticket";

	static final String BODY = "body";

	/** Of whoever wrote the reply; there only if they have one. */
	static final String SIGNATURE = "signature";

	/** What we know, and no mail can say. */
	private static final Set<String> OURS = Set.of("recipient", TICKET);

	private static final Set<String> SENDERS = Set.of("name", "subject");

	public boolean isCustom() {
		return this.changedAt != null;
	}

	/** What it can speak of. */
	public Set<String> variables() {
		return variables(this.key);
	}

	static Set<String> variables(TemplateKey key) {
		var more = switch (key) {
			case CREATED, CREATED_UNPROVEN -> Set.<String>of();
			case STATUS_CHANGED, STATUS_CHANGED_UNPROVEN -> Set.of("status", "previousStatus", "closed");
			case REPLY -> Set.of("author", BODY, SIGNATURE);
			case ASSIGNED -> Set.of("author", "requester", BODY, "link");
			case CLIENT_REPLIED, NEW_TICKET -> Set.of("author", BODY, "link", "unverified");
			case ADDRESS_PROOF, ADDRESS_CHANGE -> Set.of("recipient", "wanted", "author", "link", "until", "consent");
		};
		if (!key.kind().isAboutTicket()) {
			return more;
		}
		var all = new TreeSet<>(OURS);
		if (key != TemplateKey.CREATED_UNPROVEN && key != TemplateKey.STATUS_CHANGED_UNPROVEN) {
			all.addAll(SENDERS);
		}
		all.addAll(more);
		return all;
	}

	/** What its text must speak of. */
	static Set<String> needed(TemplateKey key) {
		return switch (key) {
			case CREATED, CREATED_UNPROVEN -> Set.of(TICKET);
			case REPLY -> Set.of(BODY);
			case STATUS_CHANGED, STATUS_CHANGED_UNPROVEN, ASSIGNED, CLIENT_REPLIED, NEW_TICKET,
					ADDRESS_CHANGE ->
				Set.of();
			case ADDRESS_PROOF -> Set.of("link");
		};
	}

}
