package io.frontdesk.ticket.listing.web;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.listing.TicketFilter;
import io.frontdesk.ticket.listing.TicketList;
import io.frontdesk.ticket.listing.TicketQuery;
import io.frontdesk.ticket.listing.TicketRow;
import io.frontdesk.ticket.people.PersonView;
import io.frontdesk.ticket.search.Asker;
import io.frontdesk.ticket.sight.PublicTicket;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
class TicketListController {

	private final TicketList list;

	TicketListController(TicketList list) {
		this.list = list;
	}

	@Says(id = "listTickets", summary = "Lists and searches tickets", problems = {"unknown-sort", "sort-not-yours",
			"unknown-assignee", "bad-time", "bad-cursor"})
	@GetMapping("/api/v1/tickets")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ListView tickets(TicketFilter wanted, @Valid PageRequest page, @AuthenticationPrincipal Caller caller) {
		var viewer = new Viewer(caller);
		return ListView.of(this.list.page(page.of(this.list.query(wanted, Asker.of(viewer)))), viewer);
	}

	record PageRequest(@Nullable String cursor, @Nullable @Min(1) @Max(200) Integer limit) {

		private static final int USUAL_LIMIT = 50;

		TicketQuery of(TicketQuery query) {
			return query.page(this.cursor, (this.limit != null) ? this.limit : USUAL_LIMIT);
		}

	}

	/** @param hints how the search was understood, sentences for whoever typed it */
	record ListView(List<RowView> items, @Nullable String nextCursor, int total, boolean totalCapped,
			List<String> hints) {

		static ListView of(TicketList.Page page, Viewer viewer) {
			return new ListView(page.rows().stream().map(row -> RowView.of(row, viewer)).toList(), page.next(),
					page.total(), page.totalCapped(), page.hints());
		}

	}

	/** A ticket in a list; what is not in a {@link PublicTicket} is null or empty for a client. */
	record RowView(long id, String subject, String snippet, PersonView requester, @Nullable PersonView assignee,
			@Nullable NamedId company, @Nullable NamedId project, @Nullable NamedId task, TicketStatus status,
			Priority priority, Instant requestTime, @Nullable Instant firstReplyAt, @Nullable Instant responseTime,
			@Nullable Instant lastActivity, WaitingOn waitingOn, Source source, List<String> tags, boolean active,
			long version, TicketRow.@Nullable Marks highlights) {

		static RowView of(TicketRow row, Viewer viewer) {
			return viewer.seesAll() ? of(row) : of(row.shownToClients(), row.marks());
		}

		private static RowView of(TicketRow row) {
			return new RowView(row.id(), row.subject(), row.snippet(), PersonView.of(row.requester(), row.company()),
					(row.assignee() != null) ? PersonView.of(row.assignee()) : null, row.company(), row.project(),
					row.task(), row.status(), row.priority(), row.requestTime(), row.firstReplyAt(),
					row.responseTime(), row.lastActivity(), row.waitingOn(), row.source(), row.tags(), row.active(),
					row.version(), row.marks());
		}

		private static RowView of(PublicTicket ticket, TicketRow.@Nullable Marks marks) {
			return new RowView(ticket.id(), ticket.subject(), ticket.message(),
					PersonView.of(ticket.requester(), ticket.company()), null, ticket.company(), ticket.project(),
					ticket.task(), ticket.status(), ticket.priority(), ticket.requestTime(), ticket.firstReplyAt(),
					ticket.responseTime(), null, ticket.waitingOn(), ticket.source(), List.of(), ticket.active(),
					ticket.version(), marks);
		}

	}

}
