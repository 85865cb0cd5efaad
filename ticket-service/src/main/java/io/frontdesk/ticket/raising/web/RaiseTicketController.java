package io.frontdesk.ticket.raising.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.idempotency.KeyedRequest;
import io.frontdesk.ticket.lifecycle.TicketProblem;
import io.frontdesk.ticket.lifecycle.TicketView;
import io.frontdesk.ticket.raising.RaiseTicket;
import io.frontdesk.ticket.recipients.ProposedRecipients;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
class RaiseTicketController {

	private final RaiseTicket raising;

	private final ProposedRecipients proposedRecipients;

	RaiseTicketController(RaiseTicket raising, ProposedRecipients proposedRecipients) {
		this.raising = raising;
		this.proposedRecipients = proposedRecipients;
	}

	@Says(id = "createTicket", summary = "Raises a ticket", answers = HttpStatus.CREATED, problems = {
			"requester-unknown", "assignee-unknown", "project-unknown", "task-unknown", "task-of-another-project",
			"key-used-otherwise", "attachment-unknown", "change-not-yours", "requester-not-yours"})
	@PostMapping("/api/v1/tickets")
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<TicketView> raise(@Valid @RequestBody NewTicketRequest request,
			@RequestHeader(name = KeyedRequest.HEADER, required = false) @Pattern(regexp = KeyedRequest.FORM) @Nullable String key,
			@AuthenticationPrincipal Caller caller) {
		if (!caller.isStaff() && request.isForStaff()) {
			throw TicketProblem.CHANGE_NOT_YOURS.exception();
		}
		var viewer = new Viewer(caller);
		var keyed = KeyedRequest.of(viewer.id(), key, request);
		var raised = this.raising.raise(wish(request), viewer, keyed);
		var proposed = this.proposedRecipients.shownTo(viewer, raised.ticket().id());
		var ticket = TicketView.of(raised, viewer, proposed);
		return ResponseEntity.created(URI.create("/api/v1/tickets/" + ticket.id())).eTag(ticket.etag()).body(ticket);
	}

	private static RaiseTicket.Wish wish(NewTicketRequest request) {
		var requester = request.requester();
		UUID id = (requester != null) ? requester.id() : null;
		Person named = (requester != null) ? requester.byAddress().orElse(null) : null;
		return new RaiseTicket.Wish(id, named, request.subject().strip(), request.message(),
				Objects.requireNonNullElse(request.priority(), Priority.MID), request.assignee(), request.project(),
				request.task(), Objects.requireNonNullElse(request.tags(), List.of()),
				Objects.requireNonNullElse(request.attachments(), List.of()), request.opening());
	}

}
