package io.frontdesk.ticket.listing.web;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.listing.Cursor;
import io.frontdesk.ticket.listing.TicketList;
import io.frontdesk.ticket.listing.TicketQuery;
import io.frontdesk.ticket.listing.TicketSort;
import io.frontdesk.ticket.people.PersonView;

@RestController
class TicketListController {

	private final TicketList list;

	TicketListController(TicketList list) {
		this.list = list;
	}

	@GetMapping("/api/v1/tickets")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ListView tickets(@RequestParam(required = false) @Nullable TicketStatus status,
			@RequestParam(defaultValue = "-requestTime") String sort,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, @AuthenticationPrincipal Caller caller) {
		return ListView.of(this.list.page(new TicketQuery(status, caller.isStaff() ? null : caller.person().id(),
				TicketSort.of(sort), (cursor != null) ? Cursor.parse(cursor) : null, limit)));
	}

	record ListView(List<RowView> items, @Nullable String nextCursor, long total) {

		static ListView of(TicketList.Page page) {
			return new ListView(page.rows().stream().map(RowView::of).toList(),
					(page.next() != null) ? page.next().toString() : null, page.total());
		}

	}

	record RowView(long id, String subject, PersonView requester, @Nullable PersonView assignee, TicketStatus status,
			Priority priority, Instant requestTime, @Nullable Instant responseTime, WaitingOn waitingOn,
			Source source, List<String> tags, boolean active, long version) {

		static RowView of(TicketList.Row row) {
			return new RowView(row.id(), row.subject(), PersonView.of(row.requester()),
					(row.assignee() != null) ? PersonView.of(row.assignee()) : null, row.status(), row.priority(),
					row.requestTime(), row.responseTime(), row.waitingOn(), row.source(), row.tags(), row.active(),
					row.version());
		}

	}

}
