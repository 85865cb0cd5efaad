package io.frontdesk.ticket.listing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.listing.ListProblem;
import io.frontdesk.ticket.listing.TicketList;
import io.frontdesk.ticket.listing.TicketQuery;
import io.frontdesk.ticket.listing.TicketRow;
import io.frontdesk.ticket.listing.TicketSort;
import io.frontdesk.ticket.people.PersonView;
import io.frontdesk.ticket.search.Asker;
import io.frontdesk.ticket.search.Condition;
import io.frontdesk.ticket.search.Condition.Reference;
import io.frontdesk.ticket.search.Question;
import io.frontdesk.ticket.search.TicketSearch;

@RestController
class TicketListController {

	private final TicketList list;

	private final TicketSearch search;

	TicketListController(TicketList list, TicketSearch search) {
		this.list = list;
		this.search = search;
	}

	@GetMapping("/api/v1/tickets")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ListView tickets(@Valid ListRequest wanted, @AuthenticationPrincipal Caller caller) {
		var asker = new Asker(caller.person().id(), caller.isStaff(),
				caller.features().contains(Features.TICKET_DELETE));
		if (Boolean.FALSE.equals(wanted.active()) && !asker.seesDeleted()) {
			throw new AccessDeniedException("deleted tickets are for those who may delete");
		}
		var question = (wanted.q() != null) ? this.search.understand(wanted.q(), asker) : Question.NONE;
		return ListView.of(this.list.page(wanted.query(asker, question)), asker.staff());
	}

	/** Each is optional, and all that are given must be met. */
	record ListRequest(@Nullable String q, @Nullable TicketStatus status, @Nullable Priority priority,
			@Nullable String assignee, @Nullable UUID requester, @Nullable UUID company, @Nullable UUID project,
			@Nullable UUID task, @Nullable String tag, @Nullable WaitingOn waitingOn, @Nullable String createdFrom,
			@Nullable String createdTo, @Nullable Boolean active, @Nullable String sort, @Nullable String cursor,
			@Nullable @Min(1) @Max(200) Integer limit) {

		private static final int USUAL_LIMIT = 50;

		TicketQuery query(Asker asker, Question question) {
			return new TicketQuery(asker, filters(asker), question, sort(question),
					(this.cursor == null || this.cursor.isEmpty()) ? null : this.cursor,
					(this.limit != null) ? this.limit : USUAL_LIMIT);
		}

		/** By relevance where there is any: in what nobody searched for, nothing is more relevant. */
		private TicketSort sort(Question question) {
			if (this.sort != null && !this.sort.isEmpty()) {
				return TicketSort.of(this.sort);
			}
			return question.hasText() ? TicketSort.BEST_FIRST : TicketSort.NEWEST_FIRST;
		}

		/** A client is not told by what is found who works on a ticket, or how staff tagged it. */
		private List<Condition> filters(Asker asker) {
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
				filters.add(new Condition.Between("request_time", moment(this.createdFrom, 0),
						moment(this.createdTo, 1)));
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

		/** @param days to add to what is a day, not a moment: the day that a range ends with belongs to it */
		private static @Nullable Instant moment(@Nullable String text, int days) {
			if (text == null || text.isEmpty()) {
				return null;
			}
			try {
				var time = (text.length() > 10)
						? OffsetDateTime.parse(text)
						: LocalDate.parse(text).plusDays(days).atStartOfDay().atOffset(ZoneOffset.UTC);
				if (time.getYear() >= 1 && time.getYear() <= 9999) {
					return time.toInstant();
				}
			} catch (DateTimeException ex) {
				// the same problem as a year that no ticket is of
			}
			throw ListProblem.BAD_TIME.exception();
		}

	}

	/** @param hints how the search was understood, sentences for whoever typed it */
	record ListView(List<RowView> items, @Nullable String nextCursor, int total, boolean totalCapped,
			List<String> hints) {

		static ListView of(TicketList.Page page, boolean staff) {
			return new ListView(page.rows().stream().map(row -> RowView.of(row, staff)).toList(), page.next(),
					page.total(), page.totalCapped(), page.hints());
		}

	}

	/** @param lastActivity null for a client: a note is an activity, too */
	record RowView(long id, String subject, String snippet, PersonView requester, @Nullable PersonView assignee,
			@Nullable NamedId company, @Nullable NamedId project, @Nullable NamedId task, TicketStatus status,
			Priority priority, Instant requestTime, @Nullable Instant firstReplyAt, @Nullable Instant responseTime,
			@Nullable Instant lastActivity, WaitingOn waitingOn, Source source, List<String> tags, boolean active,
			long version, TicketRow.@Nullable Marks highlights) {

		static RowView of(TicketRow row, boolean staff) {
			return new RowView(row.id(), row.subject(), row.snippet(), PersonView.of(row.requester(), row.company()),
					(staff && row.assignee() != null) ? PersonView.of(row.assignee()) : null, row.company(),
					row.project(), row.task(), row.status(), row.priority(), row.requestTime(), row.firstReplyAt(),
					row.responseTime(), staff ? row.lastActivity() : null, row.waitingOn(), row.source(),
					staff ? row.tags() : List.of(), row.active(), row.version(), row.marks());
		}

	}

}
