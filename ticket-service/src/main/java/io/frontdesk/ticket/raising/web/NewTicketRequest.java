package io.frontdesk.ticket.raising.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Priority;
import io.frontdesk.http.problem.PlainLine;
import io.frontdesk.ticket.lifecycle.NamedRequester;
import io.frontdesk.ticket.lifecycle.Opening;

/**
 * @param requester whom staff raise the ticket for; everybody else raises it for themselves
 * @param from whose the message is: of the requester, a reply to them, which is mailed, or a note, which never is; by
 *        default the requester's
 * @param confirm whether the requester gets the mail that there is a ticket, by default true; where a reply opens it, that
 *        is their mail, and there is no other
 */
record NewTicketRequest(@Nullable @Valid NamedRequester requester, @NotBlank @Size(max = 500) String subject,
		@NotBlank @Size(max = 200_000) String message, @Nullable Priority priority, @Nullable UUID assignee,
		@Nullable UUID project, @Nullable UUID task,
		@Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) @PlainLine String> tags,
		@Nullable @Size(max = 50) List<UUID> attachments, @Nullable MessageKind from, @Nullable Boolean confirm) {

	/** What a client may not change may a client not begin with, either. */
	boolean isForStaff() {
		return this.priority != null || this.assignee != null || this.tags != null || this.from != null
				|| this.confirm != null;
	}

	Opening opening() {
		return new Opening(Objects.requireNonNullElse(this.from, Opening.BY_REQUESTER.from()),
				Objects.requireNonNullElse(this.confirm, Opening.BY_REQUESTER.confirm()));
	}

}
