package io.frontdesk.ticket.listing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.ticket.search.Asker;
import io.frontdesk.ticket.search.Condition;
import io.frontdesk.ticket.search.Condition.Live;
import io.frontdesk.ticket.search.Condition.Visible;
import io.frontdesk.ticket.search.Question;

/**
 * Which tickets, in which order, from where on.
 *
 * @param filters besides those that were typed
 */
public record TicketQuery(Asker asker, List<Condition> filters, Question question, TicketSort sort,
		@Nullable String cursor, int limit) {

	public TicketQuery page(@Nullable String after, int size) {
		return new TicketQuery(this.asker, this.filters, this.question, this.sort, after, size);
	}

	/** All that a ticket must meet. Whatever was asked for, nobody gets what they may not see. */
	List<Condition> conditions() {
		var all = new ArrayList<>(this.filters);
		all.addAll(this.question.conditions());
		if (all.stream().noneMatch(Live.class::isInstance)) {
			all.add(new Live(true));
		}
		if (!this.asker.staff()) {
			all.add(new Visible(this.asker.scope()));
		}
		return all;
	}

	/** The same for the same list, whichever instance of the service answers. */
	String list() {
		return "tickets " + List.of(conditions(), this.question.terms(), this.sort.by().name(), this.sort.descending());
	}

}
