package io.frontdesk.ticket.search;

import java.util.List;

import io.frontdesk.ticket.search.SearchText.Term;

/**
 * What was typed, understood.
 *
 * @param hints what to tell about how it was understood
 */
public record Question(List<Condition> conditions, List<Term> terms, List<String> hints) {

	public static final Question NONE = new Question(List.of(), List.of(), List.of());

	/** Without words to look for it is a list like any other. */
	public boolean hasText() {
		return !this.terms.isEmpty();
	}

	public boolean asksForDeleted() {
		return this.conditions.contains(new Condition.Live(false));
	}

}
