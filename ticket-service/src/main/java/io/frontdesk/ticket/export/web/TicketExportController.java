package io.frontdesk.ticket.export.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.ticket.export.TicketExport;
import io.frontdesk.ticket.listing.TicketFilter;
import io.frontdesk.ticket.listing.TicketList;
import io.frontdesk.ticket.search.Asker;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
class TicketExportController {

	private final TicketList list;

	private final TicketExport exports;

	private final InstantSource clock;

	TicketExportController(TicketList list, TicketExport exports, InstantSource clock) {
		this.list = list;
		this.exports = exports;
		this.clock = clock;
	}

	/** Written by the request's own (virtual) thread: there is no timeout for the whole that a long file could meet. */
	@Says(id = "exportTickets", summary = "Gives the tickets of a list as CSV", produces = "text/csv", headers = HttpHeaders.CONTENT_DISPOSITION, problems = {
			"unknown-sort", "sort-not-yours", "unknown-assignee", "bad-time"})
	@GetMapping("/api/v1/tickets/export")
	@RequiresFeature(Features.TICKET_EXPORT)
	void export(TicketFilter wanted, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
			throws IOException {
		var export = this.exports.begin(this.list.query(wanted, Asker.of(new Viewer(caller))));
		var today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("tickets-%s.csv".formatted(today)).build().toString());
		export.writeTo(response.getOutputStream());
	}

}
