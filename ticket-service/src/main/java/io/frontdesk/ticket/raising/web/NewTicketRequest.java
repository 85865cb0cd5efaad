package io.frontdesk.ticket.raising.web;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;
import io.frontdesk.http.problem.PlainLine;
import io.frontdesk.ticket.lifecycle.NamedRequester;

/** @param requester whom staff raise the ticket for; everybody else raises it for themselves */
record NewTicketRequest(@Nullable @Valid NamedRequester requester, @NotBlank @Size(max = 500) String subject,
		@NotBlank @Size(max = 200_000) String message, @Nullable Priority priority, @Nullable UUID assignee,
		@Nullable UUID project, @Nullable UUID task,
		@Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) @PlainLine String> tags,
		@Nullable @Size(max = 50) List<UUID> attachments) {

	/** What a client may not change may a client not begin with, either. */
	boolean isForStaff() {
		return this.priority != null || this.assignee != null || this.tags != null;
	}

}
