package io.frontdesk.ticket.trail.web;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.listing.Cursors;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.ticket.sight.Viewer;
import io.frontdesk.ticket.trail.MailTrail;
import io.frontdesk.ticket.trail.TrailEntry;

@RestController
@AnswersNeed(Features.TICKET_READ)
@RequestMapping("/api/v1/tickets/{ticket}/mail")
class MailTrailController {

	private final MailTrail trail;

	private final Cursors cursors;

	MailTrailController(MailTrail trail, Cursors cursors) {
		this.trail = trail;
		this.cursors = cursors;
	}

	@Says(id = "listTicketMail", summary = "Lists the mails of a ticket, in and out", problems = {"ticket-not-found",
			"bad-cursor"})
	@GetMapping
	@RequiresFeature(Features.TICKET_READ)
	ListView mail(@PathVariable long ticket, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit, @AuthenticationPrincipal Caller caller) {
		var list = "mail of " + ticket;
		var page = this.trail.page(ticket, new Viewer(caller), this.cursors.takeId(list, cursor), limit);
		return new ListView(page.entries(), this.cursors.giveId(list, page.next()), page.total());
	}

	record ListView(List<TrailEntry> items, @Nullable String nextCursor, long total) {}

}
