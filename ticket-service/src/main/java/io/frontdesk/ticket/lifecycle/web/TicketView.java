package io.frontdesk.ticket.lifecycle.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.ticket.people.PersonView;

record TicketView(long id, String subject, String message, PersonView requester, @Nullable PersonView assignee,
		TicketStatus status, Priority priority, Instant requestTime, @Nullable Instant responseTime,
		WaitingOn waitingOn, Source source, List<String> tags, boolean active, long version) {

	static TicketView of(TicketSnapshot ticket) {
		return new TicketView(ticket.id(), ticket.subject(), ticket.message(), PersonView.of(ticket.requester()),
				(ticket.assignee() != null) ? PersonView.of(ticket.assignee()) : null, ticket.status(),
				ticket.priority(), ticket.requestTime(), ticket.responseTime(), ticket.waitingOn(), ticket.source(),
				ticket.tags(), ticket.active(), ticket.version());
	}

}
