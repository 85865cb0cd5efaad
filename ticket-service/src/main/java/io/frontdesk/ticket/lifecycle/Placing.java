package io.frontdesk.ticket.lifecycle;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

/** Sees to it that a ticket's requester, assignee, project and task exist and go together. */
@Component
class Placing {

	private final Organisation organisation;

	private final People people;

	Placing(Organisation organisation, People people) {
		this.organisation = organisation;
		this.people = people;
	}

	Person requester(NamedRequester wanted) {
		return wanted.byAddress()
				.map(this.people::known)
				.or(() -> Optional.ofNullable(wanted.id()).flatMap(this.people::find))
				.orElseThrow(TicketProblem.REQUESTER_UNKNOWN::exception);
	}

	void checkAssignee(@Nullable UUID assignee) {
		if (assignee != null && !this.people.isActiveStaff(assignee)) {
			throw TicketProblem.ASSIGNEE_UNKNOWN.exception();
		}
	}

	/** The project of a new ticket: the one that is named, or the task's. */
	@Nullable
	UUID projectOf(@Nullable UUID project, @Nullable UUID task) {
		if (task == null) {
			checkProject(project);
			return project;
		}
		var owner = projectOf(task);
		if (project != null && !project.equals(owner)) {
			throw TicketProblem.TASK_OF_ANOTHER_PROJECT.exception();
		}
		return owner;
	}

	/** A wished task brings its project along; a wished project drops a task of another one. */
	TicketChange consistent(Ticket ticket, TicketChange wanted) {
		checkAssignee((wanted.assignee() != null) ? wanted.assignee().value() : null);
		if (wanted.wishedTask().isPresent()) {
			var owner = projectOf(wanted.wishedTask().get());
			if (wanted.project() != null && !owner.equals(wanted.project().value())) {
				throw TicketProblem.TASK_OF_ANOTHER_PROJECT.exception();
			}
			return wanted.with(new NewValue<>(owner), wanted.task());
		}
		if (wanted.project() == null) {
			return wanted;
		}
		checkProject(wanted.project().value());
		var moves = !Objects.equals(wanted.project().value(), ticket.projectId());
		return wanted.with(wanted.project(), moves ? new NewValue<UUID>(null) : wanted.task());
	}

	private void checkProject(@Nullable UUID project) {
		if (project != null && !this.organisation.isActiveProject(project)) {
			throw TicketProblem.PROJECT_UNKNOWN.exception();
		}
	}

	private UUID projectOf(UUID task) {
		return this.organisation.projectOfActiveTask(task).orElseThrow(TicketProblem.TASK_UNKNOWN::exception);
	}

}
