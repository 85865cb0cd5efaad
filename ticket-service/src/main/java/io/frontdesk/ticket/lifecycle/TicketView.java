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
import io.frontdesk.ticket.recipients.Recipients;
import io.frontdesk.ticket.sight.PublicTicket;
import io.frontdesk.ticket.sight.Viewer;

/**
 * A ticket; what is not in a {@link PublicTicket} is null or empty for a client.
 *
 * @param answerTo where the requester wants mail, if not at their own address
 * @param quiet whether its requester doesn't know of it, and is not mailed when its status changes: staff raised it without a
 *        confirmation, and neither has a reply left nor has the requester written since
 * @param proposed whom a reply goes to unless its writer chooses others; it may change without the version
 */
public record TicketView(long id, String subject, String message, PersonView requester, @Nullable PersonView assignee,
		@Nullable NamedId company, @Nullable NamedId project, @Nullable NamedId task, TicketStatus status,
		Priority priority, Instant requestTime, @Nullable Instant responseTime, WaitingOn waitingOn, Source source,
		List<String> tags, boolean active, long version, @Nullable Long possibleFollowUpOf,
		@Nullable String answerTo, @Nullable Boolean quiet, @Nullable Recipients proposed) {

	public static TicketView of(FoundTicket found, Viewer viewer, @Nullable Recipients proposed) {
		return viewer.seesAll() ? of(found.ticket(), proposed) : of(found.shownToClients());
	}

	private static TicketView of(TicketSnapshot ticket, @Nullable Recipients proposed) {
		return new TicketView(ticket.id(), ticket.subject(), ticket.message(),
				PersonView.of(ticket.requester(), ticket.company()),
				(ticket.assignee() != null) ? PersonView.of(ticket.assignee()) : null, ticket.company(),
				ticket.project(), ticket.task(), ticket.status(), ticket.priority(), ticket.requestTime(),
				ticket.responseTime(), ticket.waitingOn(), ticket.source(), ticket.tags(), ticket.active(),
				ticket.version(), ticket.possibleFollowUpOf(), ticket.answerTo(), ticket.staysQuiet(), proposed);
	}

	private static TicketView of(PublicTicket ticket) {
		return new TicketView(ticket.id(), ticket.subject(), ticket.message(),
				PersonView.of(ticket.requester(), ticket.company()), null, ticket.company(), ticket.project(),
				ticket.task(), ticket.status(), ticket.priority(), ticket.requestTime(), ticket.responseTime(),
				ticket.waitingOn(), ticket.source(), List.of(), ticket.active(), ticket.version(), null, null,
				null, null);
	}

	public String etag() {
		return IfMatch.etag(this.version);
	}

}
