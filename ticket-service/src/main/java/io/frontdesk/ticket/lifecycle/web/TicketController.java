package io.frontdesk.ticket.lifecycle.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.problem.PlainLine;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.lifecycle.FoundTicket;
import io.frontdesk.ticket.lifecycle.History;
import io.frontdesk.ticket.lifecycle.IfMatch;
import io.frontdesk.ticket.lifecycle.NamedRequester;
import io.frontdesk.ticket.lifecycle.Patch;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketView;
import io.frontdesk.ticket.recipients.ProposedRecipients;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
@RequestMapping("/api/v1/tickets")
class TicketController {

	private final TicketDesk desk;

	private final History history;

	private final ProposedRecipients proposedRecipients;

	TicketController(TicketDesk desk, History history, ProposedRecipients proposedRecipients) {
		this.desk = desk;
		this.history = history;
		this.proposedRecipients = proposedRecipients;
	}

	@Says(id = "getTicket", summary = "Gives a ticket", problems = "ticket-not-found")
	@GetMapping("/{id}")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ResponseEntity<TicketView> ticket(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
		var viewer = new Viewer(caller);
		return answer(this.desk.show(id, viewer), viewer);
	}

	@Says(id = "changeTicket", summary = "Changes a ticket", problems = {"ticket-not-found", "ticket-changed",
			"requester-unknown", "assignee-unknown", "project-unknown", "task-unknown", "task-of-another-project",
			"change-not-yours", "deleting-not-yours"})
	@PatchMapping("/{id}")
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<TicketView> change(@PathVariable long id, @Valid @RequestBody ChangeRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		var viewer = new Viewer(caller);
		return answer(this.desk.change(id, wanted.change(IfMatch.version(ifMatch)), viewer), viewer);
	}

	@Says(id = "deleteTicket", summary = "Deletes a ticket; it can be restored", problems = "ticket-not-found")
	@DeleteMapping("/{id}")
	@RequiresFeature(Features.TICKET_DELETE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
		this.desk.change(id, TicketChange.active(false), new Viewer(caller));
	}

	@Says(id = "getTicketHistory", summary = "Tells who changed what of a ticket, and when", problems = "ticket-not-found")
	@GetMapping("/{id}/history")
	@RequiresFeature(Features.TICKET_READ)
	HistoryView history(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
		this.desk.requireVisible(id, new Viewer(caller));
		return new HistoryView(this.history.of(id));
	}

	private ResponseEntity<TicketView> answer(FoundTicket found, Viewer viewer) {
		var proposed = this.proposedRecipients.shownTo(viewer, found.ticket().id());
		var view = TicketView.of(found, viewer, proposed);
		return ResponseEntity.ok().eTag(view.etag()).body(view);
	}

	record ChangeRequest(@Nullable TicketStatus status, @Nullable Priority priority,
			@Nullable @Pattern(regexp = "\\s*\\S[\\s\\S]*", message = "must not be blank") @Size(max = 500) String subject,
			@Nullable Patch assignee, @Nullable Patch project,
			@Nullable Patch task, @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) @PlainLine String> tags,
			@Nullable @Valid NamedRequester requester, @Nullable Boolean active) {

		TicketChange change(@Nullable Long version) {
			return new TicketChange(this.status, this.priority, this.subject, Patch.wanted(this.assignee),
					Patch.wanted(this.project), Patch.wanted(this.task), this.tags, this.active, this.requester,
					version);
		}

	}

	record HistoryView(List<History.Entry> items) {}

}
