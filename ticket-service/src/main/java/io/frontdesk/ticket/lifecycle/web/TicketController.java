package io.frontdesk.ticket.lifecycle.web;

import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketProblem;

@RestController
@RequestMapping("/api/v1/tickets/{id}")
class TicketController {

	private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

	private final TicketDesk desk;

	TicketController(TicketDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ResponseEntity<TicketView> ticket(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
		return answer(this.desk.get(id, caller.actor()));
	}

	@PatchMapping
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<TicketView> change(@PathVariable long id, @Valid @RequestBody ChangeRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		var change = new TicketChange(wanted.status(), wanted.priority(), wanted.subject(), version(ifMatch));
		try {
			return answer(this.desk.change(id, change, caller.actor()));
		} catch (OptimisticLockingFailureException ex) {
			throw ((ifMatch != null) ? TicketProblem.TICKET_CHANGED : TicketProblem.TICKET_BUSY).exception();
		}
	}

	private static ResponseEntity<TicketView> answer(TicketSnapshot ticket) {
		return ResponseEntity.ok().eTag("\"%d\"".formatted(ticket.version())).body(TicketView.of(ticket));
	}

	/** RFC 9110 §13.1.1; "*" is any version. What no ETag of ours can be never matches. */
	private static @Nullable Long version(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.strip().equals("*")) {
			return null;
		}
		var matcher = ETAG.matcher(ifMatch.strip());
		return matcher.matches() ? Long.valueOf(Objects.requireNonNull(matcher.group(1))) : Long.valueOf(-1);
	}

	record ChangeRequest(@Nullable TicketStatus status, @Nullable Priority priority,
			@Nullable @Size(min = 1, max = 500) String subject) {}

}
