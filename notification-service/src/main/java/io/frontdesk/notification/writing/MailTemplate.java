package io.frontdesk.notification.writing;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.frontdesk.notification.outbound.Kind;

/**
 * What the mails of one kind say in one language.
 *
 * @param text Mustache; the HTML is made from it
 * @param changedAt null for what Frontdesk comes with, as is who changed it
 */
public record MailTemplate(Kind key, String locale, String subject, String text, @Nullable Instant changedAt,
		@Nullable String changedBy) {

	static final String TICKET = "ticket";

	static final String BODY = "body";

	private static final Set<String> ALWAYS = Set.of("recipient", "name", TICKET, "subject");

	public boolean isCustom() {
		return this.changedAt != null;
	}

	/** What it can speak of. */
	public Set<String> variables() {
		return variables(this.key);
	}

	static Set<String> variables(Kind kind) {
		var more = switch (kind) {
			case CREATED -> Set.<String>of();
			case STATUS_CHANGED -> Set.of("status", "previousStatus", "closed");
			case REPLY -> Set.of("author", BODY);
			case ASSIGNED -> Set.of("author", "requester", BODY, "link");
			case CLIENT_REPLIED -> Set.of("author", BODY, "link");
		};
		var all = new TreeSet<>(ALWAYS);
		all.addAll(more);
		return all;
	}

	/** What its text must speak of. */
	static Set<String> needed(Kind kind) {
		return switch (kind) {
			case CREATED -> Set.of(TICKET);
			case REPLY -> Set.of(BODY);
			case STATUS_CHANGED, ASSIGNED, CLIENT_REPLIED -> Set.of();
		};
	}

}
