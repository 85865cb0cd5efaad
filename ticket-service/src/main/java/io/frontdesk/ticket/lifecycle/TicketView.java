package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.ticket.people.PersonView;

/** A ticket; who works on it, how it is tagged and what it may follow up is for staff only. */
public record TicketView(long id, String subject, String message, PersonView requester, @Nullable PersonView assignee,
		@Nullable NamedId company, @Nullable NamedId project, @Nullable NamedId task, TicketStatus status,
		Priority priority, Instant requestTime, @Nullable Instant responseTime, WaitingOn waitingOn, Source source,
		List<String> tags, boolean active, long version, @Nullable Long possibleFollowUpOf) {

	public static TicketView of(TicketSnapshot ticket, boolean forStaff) {
		return new TicketView(ticket.id(), ticket.subject(), ticket.message(),
				PersonView.of(ticket.requester(), ticket.company()),
				(forStaff && ticket.assignee() != null) ? PersonView.of(ticket.assignee()) : null, ticket.company(),
				ticket.project(), ticket.task(), ticket.status(), ticket.priority(), ticket.requestTime(),
				ticket.responseTime(), ticket.waitingOn(), ticket.source(), forStaff ? ticket.tags() : List.of(),
				ticket.active(), ticket.version(), forStaff ? ticket.possibleFollowUpOf() : null);
	}

}
