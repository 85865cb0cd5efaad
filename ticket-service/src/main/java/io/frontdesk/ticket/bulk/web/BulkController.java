package io.frontdesk.ticket.bulk.web;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.problem.PlainLine;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.ticket.bulk.BulkChange;
import io.frontdesk.ticket.lifecycle.Patch;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
@RequestMapping("/api/v1/tickets/bulk")
class BulkController {

	private final BulkChange bulk;

	BulkController(BulkChange bulk) {
		this.bulk = bulk;
	}

	@Says(id = "changeTickets", summary = "Makes one change to many tickets", problems = "deleting-not-yours")
	@PostMapping
	@RequiresFeature(Features.TICKET_WRITE)
	ResultView apply(@Valid @RequestBody BulkRequest request, @AuthenticationPrincipal Caller caller) {
		var viewer = new Viewer(caller);
		var wanted = request.change().change();
		wanted.requireRight(viewer);
		return new ResultView(this.bulk.apply(request.ids(), wanted, viewer)
				.stream()
				.map(OutcomeView::of)
				.toList());
	}

	@Says(id = "previewTicketsChange", summary = "Tells what a change of many tickets would do, and who would be mailed")
	@PostMapping("/preview")
	@RequiresFeature(Features.TICKET_WRITE)
	BulkChange.Preview preview(@Valid @RequestBody BulkRequest request, @AuthenticationPrincipal Caller caller) {
		return this.bulk.preview(request.ids(), request.change().status(), new Viewer(caller));
	}

	record BulkRequest(@NotEmpty @Size(max = 500) List<@NotNull Long> ids, @NotNull @Valid ChangeRequest change) {}

	record ChangeRequest(@Nullable TicketStatus status, @Nullable Priority priority, @Nullable Patch assignee,
			@Nullable Patch project, @Nullable Patch task,
			@Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) @PlainLine String> tags,
			@Nullable Boolean active) {

		TicketChange change() {
			return new TicketChange(this.status, this.priority, null, Patch.wanted(this.assignee),
					Patch.wanted(this.project), Patch.wanted(this.task), this.tags, this.active, null);
		}

	}

	record ResultView(List<OutcomeView> items) {}

	record OutcomeView(long id, String outcome, @Nullable String reason) {

		static OutcomeView of(BulkChange.Outcome outcome) {
			return new OutcomeView(outcome.id(), outcome.outcome().name().toLowerCase(Locale.ROOT), outcome.reason());
		}

	}

}
