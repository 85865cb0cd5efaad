package io.frontdesk.ticket.raising.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;
import io.frontdesk.http.problem.PlainLine;

/** @param requester whom staff raise the ticket for; everybody else raises it for themselves */
record NewTicketRequest(@Nullable @Valid Requester requester, @NotBlank @Size(max = 500) String subject,
		@NotBlank @Size(max = 200_000) String message, @Nullable Priority priority, @Nullable UUID assignee,
		@Nullable UUID project, @Nullable UUID task,
		@Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) @PlainLine String> tags,
		@Nullable @Size(max = 50) List<UUID> attachments) {

	/** What a client may not change may a client not begin with, either. */
	boolean isForStaff() {
		return this.priority != null || this.assignee != null || this.tags != null;
	}

	/** An id of a known user, or the address of anybody. */
	record Requester(@Nullable UUID id,
			@Nullable @Email @Size(min = 3, max = 254) @Pattern(regexp = "[^\\p{C}\\s]*") String email,
			@Nullable @Size(max = 100) @PlainLine String firstName,
			@Nullable @Size(max = 100) @PlainLine String lastName) {

		String displayName() {
			return (Objects.requireNonNullElse(this.firstName, "") + " "
					+ Objects.requireNonNullElse(this.lastName, ""))
					.strip();
		}

	}

}
