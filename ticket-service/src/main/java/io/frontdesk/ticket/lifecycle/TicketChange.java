package io.frontdesk.ticket.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.ticket.sight.Viewer;

/**
 * What somebody wants to be different; null leaves a field alone.
 *
 * @param version the version that the wish is based on; null if the caller doesn't mind
 */
public record TicketChange(@Nullable TicketStatus status, @Nullable Priority priority, @Nullable String subject,
		@Nullable NewValue<UUID> assignee, @Nullable NewValue<UUID> project, @Nullable NewValue<UUID> task,
		@Nullable List<String> tags, @Nullable Boolean active, @Nullable NamedRequester requester,
		@Nullable Long version) {

	/** A wish that leaves the requester alone. */
	public TicketChange(@Nullable TicketStatus status, @Nullable Priority priority, @Nullable String subject,
			@Nullable NewValue<UUID> assignee, @Nullable NewValue<UUID> project, @Nullable NewValue<UUID> task,
			@Nullable List<String> tags, @Nullable Boolean active, @Nullable Long version) {
		this(status, priority, subject, assignee, project, task, tags, active, null, version);
	}

	public static TicketChange status(TicketStatus status) {
		return new TicketChange(status, null, null, null, null, null, null, null, null);
	}

	public static TicketChange active(boolean active) {
		return new TicketChange(null, null, null, null, null, null, null, active, null);
	}

	/** Closing and reopening is all that a client may do. */
	boolean isStatusOnly() {
		return this.priority == null && this.subject == null && this.assignee == null && this.project == null
				&& this.task == null && this.tags == null && this.active == null && this.requester == null;
	}

	/** Refuses those who may never make such a change, whichever the ticket is. */
	public void requireRight(Viewer viewer) {
		if (this.active != null && viewer.isStaff() && !viewer.mayDelete()) {
			throw TicketProblem.DELETING_NOT_YOURS.exception();
		}
		if (viewer.isBlindStaff() && (this.requester != null || assigns())) {
			throw TicketProblem.RECIPIENTS_NOT_YOURS.exception();
		}
	}

	private boolean assigns() {
		return this.assignee != null && this.assignee.value() != null;
	}

	boolean restores() {
		return Boolean.TRUE.equals(this.active);
	}

	/** With the project that the wished task is of, and without the task where only the project is to change. */
	TicketChange with(NewValue<UUID> consistentProject, @Nullable NewValue<UUID> consistentTask) {
		return new TicketChange(this.status, this.priority, this.subject, this.assignee, consistentProject,
				consistentTask, this.tags, this.active, this.requester, this.version);
	}

	Optional<UUID> wishedTask() {
		return Optional.ofNullable(this.task).map(NewValue::value);
	}

}
