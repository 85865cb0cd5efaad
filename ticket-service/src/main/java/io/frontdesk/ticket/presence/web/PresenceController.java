package io.frontdesk.ticket.presence.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.ticket.presence.Presence;
import io.frontdesk.ticket.presence.PresenceState;
import io.frontdesk.ticket.presence.Present;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
class PresenceController {

	private final Presence presence;

	PresenceController(Presence presence) {
		this.presence = presence;
	}

	@Says(id = "listPresence", summary = "Lists who of the staff has which ticket open")
	@GetMapping("/api/v1/presence")
	@RequiresFeature(Features.TICKET_READ)
	ListView present() {
		return new ListView(this.presence.all());
	}

	@Says(id = "setPresence", summary = "Says that one reads or answers a ticket: again before a minute is over", problems = "ticket-not-found")
	@PostMapping("/api/v1/tickets/{ticket}/presence")
	@RequiresFeature(Features.TICKET_READ)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void note(@PathVariable long ticket, @Valid @RequestBody PresenceRequest request,
			@AuthenticationPrincipal Caller caller) {
		this.presence.note(ticket, request.state(), new Viewer(caller));
	}

	record ListView(List<Present> items) {}

	record PresenceRequest(@NotNull PresenceState state) {}

}
