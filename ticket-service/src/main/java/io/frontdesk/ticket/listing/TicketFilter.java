package io.frontdesk.ticket.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.http.listing.SpanText;
import io.frontdesk.ticket.search.Asker;
import io.frontdesk.ticket.search.Condition;
import io.frontdesk.ticket.search.Condition.Reference;
import io.frontdesk.ticket.search.Question;

/** Which tickets somebody asked for, as they put it: each is optional, and all that are given must be met. */
public record TicketFilter(@Nullable String q, @Nullable TicketStatus status, @Nullable Priority priority,
		@Nullable String assignee, @Nullable UUID requester, @Nullable UUID company, @Nullable UUID project,
		@Nullable UUID task, @Nullable String tag, @Nullable WaitingOn waitingOn, @Nullable String createdFrom,
		@Nullable String createdTo, @Nullable Boolean active, @Nullable String sort) {

	/** By relevance where there is any: in what nobody searched for, nothing is more relevant. */
	TicketSort order(Question question, Asker asker) {
		if (this.sort != null && !this.sort.isEmpty()) {
			var wanted = TicketSort.of(this.sort);
			if (wanted.tellsOfNotes() && !asker.staff()) {
				throw ListProblem.SORT_NOT_YOURS.exception();
			}
			return wanted;
		}
		return question.hasText() ? TicketSort.BEST_FIRST : TicketSort.NEWEST_FIRST;
	}

	/** A client is not told by what is found who works on a ticket, or how staff tagged it. */
	List<Condition> conditions(Asker asker) {
		if (Boolean.FALSE.equals(this.active) && !asker.seesDeleted()) {
			throw new AccessDeniedException("deleted tickets are for those who may delete");
		}
		var filters = new ArrayList<Condition>();
		if (this.active != null) {
			filters.add(new Condition.Live(this.active));
		}
		add(filters, "status", this.status);
		add(filters, "priority", this.priority);
		add(filters, "waiting_on", this.waitingOn);
		add(filters, Reference.PROJECT, this.project);
		add(filters, Reference.TASK, this.task);
		if (asker.staff()) {
			add(filters, Reference.REQUESTER, this.requester);
			add(filters, Reference.COMPANY, this.company);
			if (this.assignee != null && !this.assignee.isEmpty()) {
				filters.add(assigned(this.assignee, asker));
			}
			if (this.tag != null && !this.tag.isEmpty()) {
				filters.add(new Condition.Tagged(this.tag.replace("\0", "")));
			}
		}
		if (this.createdFrom != null || this.createdTo != null) {
			filters.add(new Condition.Between("request_time",
					SpanText.since(this.createdFrom, ListProblem.BAD_TIME),
					SpanText.until(this.createdTo, ListProblem.BAD_TIME)));
		}
		return filters;
	}

	private static void add(List<Condition> filters, String column, @Nullable Enum<?> value) {
		if (value != null) {
			filters.add(new Condition.Is(column, value));
		}
	}

	private static void add(List<Condition> filters, Reference reference, @Nullable UUID id) {
		if (id != null) {
			filters.add(new Condition.RefersTo(reference, List.of(id)));
		}
	}

	private static Condition assigned(String assignee, Asker asker) {
		return switch (assignee) {
			case "none" -> new Condition.Unassigned();
			case "me" -> new Condition.RefersTo(Reference.ASSIGNEE, List.of(asker.id()));
			default -> {
				try {
					yield new Condition.RefersTo(Reference.ASSIGNEE, List.of(UUID.fromString(assignee)));
				} catch (IllegalArgumentException ex) {
					throw ListProblem.UNKNOWN_ASSIGNEE.exception();
				}
			}
		};
	}

}
