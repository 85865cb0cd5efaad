package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;

/**
 * @param message the first words that the requester may see; empty if there are none yet
 * @param mail the mail that asks for it, if one does
 * @param possibleFollowUpOf the ticket that the mail names but may not go to
 * @param answerTo where the requester wants mail, if not at their own address
 */
public record NewTicket(Person requester, String subject, String message, Source source, Instant requestTime,
		Priority priority, @Nullable UUID assignee, @Nullable UUID project, @Nullable UUID task, List<String> tags,
		@Nullable MailOrigin mail, @Nullable Long possibleFollowUpOf, @Nullable String answerTo, Opening opening) {

	/** By its requester, not by mail, or by one whose sender wants answers at the address that they write from. */
	public NewTicket(Person requester, String subject, String message, Source source, Instant requestTime,
			Priority priority, @Nullable UUID assignee, @Nullable UUID project, @Nullable UUID task, List<String> tags,
			@Nullable MailOrigin mail, @Nullable Long possibleFollowUpOf) {
		this(requester, subject, message, source, requestTime, priority, assignee, project, task, tags, mail,
				possibleFollowUpOf, null, Opening.BY_REQUESTER);
	}

	/** Not by mail, with words that may be of staff. */
	public static NewTicket byHand(Person requester, String subject, String message, Source source, Instant requestTime,
			Priority priority, @Nullable UUID assignee, @Nullable UUID project, @Nullable UUID task, List<String> tags,
			Opening opening) {
		return new NewTicket(requester, subject, message, source, requestTime, priority, assignee, project, task, tags,
				null, null, null, opening);
	}

	/** @param project that is active, if any */
	public static NewTicket byMail(Person sender, String subject, String message, Instant receivedAt, Priority priority,
			@Nullable UUID project, MailOrigin mail, @Nullable Long possibleFollowUpOf, @Nullable String answerTo) {
		return new NewTicket(sender, subject, message, Source.MAIL, receivedAt, priority, null, project, null,
				List.of(), mail, possibleFollowUpOf, answerTo, Opening.BY_REQUESTER);
	}

	NewTicket in(@Nullable UUID consistentProject) {
		return new NewTicket(this.requester, this.subject, this.message, this.source, this.requestTime, this.priority,
				this.assignee, consistentProject, this.task, this.tags, this.mail, this.possibleFollowUpOf,
				this.answerTo, this.opening);
	}

}
