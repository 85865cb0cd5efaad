package io.frontdesk.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A whole ticket. {@code version} grows with every change, so that a subscriber can order what it reads from several
 * topics.
 *
 * @param company the requester's
 * @param requestTime when the client raised it
 * @param responseTime when staff closed it; null while it is open
 * @param message text of the first message that is no note; empty while there is none, or it can still be taken back
 * @param possibleFollowUpOf the ticket that the mail names which raised this one: its sender has no part in it, or it was
 *        deleted
 * @param answerTo where the requester wants mail, if not at their own address
 * @param quiet whether its requester doesn't know of it: staff raised it without a confirmation, and neither has a reply left
 *        nor has the requester written since; null in what was told before this was known
 */
public record TicketSnapshot(long id, String subject, String message, TicketStatus status, Priority priority,
		Person requester, @Nullable NamedId company, @Nullable Person assignee, @Nullable NamedId project,
		@Nullable NamedId task, WaitingOn waitingOn, Source source, List<String> tags,
		Instant requestTime, @Nullable Instant responseTime, boolean active, long version,
		@Nullable Long possibleFollowUpOf, @Nullable String answerTo, @Nullable Boolean quiet) {

	/** A ticket whose requester is written to at their own address. */
	public TicketSnapshot(long id, String subject, String message, TicketStatus status, Priority priority,
			Person requester, @Nullable NamedId company, @Nullable Person assignee, @Nullable NamedId project,
			@Nullable NamedId task, WaitingOn waitingOn, Source source, List<String> tags, Instant requestTime,
			@Nullable Instant responseTime, boolean active, long version, @Nullable Long possibleFollowUpOf) {
		this(id, subject, message, status, priority, requester, company, assignee, project, task, waitingOn, source,
				tags, requestTime, responseTime, active, version, possibleFollowUpOf, null, false);
	}

	public boolean staysQuiet() {
		return Boolean.TRUE.equals(this.quiet);
	}

	/** The same once its requester knows of it. */
	public TicketSnapshot known() {
		return new TicketSnapshot(this.id, this.subject, this.message, this.status, this.priority, this.requester,
				this.company, this.assignee, this.project, this.task, this.waitingOn, this.source, this.tags,
				this.requestTime, this.responseTime, this.active, this.version, this.possibleFollowUpOf, this.answerTo,
				false);
	}

	/** Where mail to the requester goes. */
	public String requesterAddress() {
		return (this.answerTo != null) ? this.answerTo : this.requester.email();
	}

}
