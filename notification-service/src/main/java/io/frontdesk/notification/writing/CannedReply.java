package io.frontdesk.notification.writing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What staff need not write anew in each reply.
 *
 * @param text with {@code {{variables}}}, which are filled in where it is put into a reply
 * @param language as BCP 47 names it; null for any
 * @param changedBy their address
 */
public record CannedReply(UUID id, String name, String text, @Nullable String language, Instant changedAt,
		String changedBy) {

	/** What it can speak of: the ticket, its requester (first and full name, company), and who writes. */
	static final Set<String> VARIABLES = Set.of(MailTemplate.TICKET, "subject", "firstName", "fullName", "company",
			"author");

}
