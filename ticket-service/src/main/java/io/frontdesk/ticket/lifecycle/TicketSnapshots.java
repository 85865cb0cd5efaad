package io.frontdesk.ticket.lifecycle;

import org.springframework.stereotype.Component;

import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.KnownPeople;
import io.frontdesk.ticket.people.People;

/** Shows a ticket with the names of all that it refers to. */
@Component
class TicketSnapshots {

	private final People people;

	private final Organisation organisation;

	TicketSnapshots(People people, Organisation organisation) {
		this.people = people;
		this.organisation = organisation;
	}

	TicketSnapshot of(Ticket ticket) {
		return of(ticket, this.people.known(ticket.people().toList()));
	}

	/** @param people with the ticket's own */
	TicketSnapshot of(Ticket ticket, KnownPeople people) {
		var assignee = ticket.assigneeId();
		return ticket.snapshot(people.get(ticket.requesterId()), this.organisation.company(ticket.companyId()),
				(assignee != null) ? people.get(assignee) : null, this.organisation.project(ticket.projectId()),
				this.organisation.task(ticket.taskId()));
	}

}
