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
 */
public record TicketSnapshot(long id, String subject, String message, TicketStatus status, Priority priority,
		Person requester, @Nullable NamedId company, @Nullable Person assignee, @Nullable NamedId project,
		@Nullable NamedId task, WaitingOn waitingOn, Source source, List<String> tags,
		Instant requestTime, @Nullable Instant responseTime, boolean active, long version,
		@Nullable Long possibleFollowUpOf, @Nullable String answerTo) {

	/** A ticket whose requester is written to at their own address. */
	public TicketSnapshot(long id, String subject, String message, TicketStatus status, Priority priority,
			Person requester, @Nullable NamedId company, @Nullable Person assignee, @Nullable NamedId project,
			@Nullable NamedId task, WaitingOn waitingOn, Source source, List<String> tags, Instant requestTime,
			@Nullable Instant responseTime, boolean active, long version, @Nullable Long possibleFollowUpOf) {
		this(id, subject, message, status, priority, requester, company, assignee, project, task, waitingOn, source,
				tags, requestTime, responseTime, active, version, possibleFollowUpOf, null);
	}

	/** Where mail to the requester goes. */
	public String requesterAddress() {
		return (this.answerTo != null) ? this.answerTo : this.requester.email();
	}

}
