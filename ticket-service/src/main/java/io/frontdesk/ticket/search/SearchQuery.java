package io.frontdesk.ticket.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.frontdesk.ticket.search.Names.Named;
import io.frontdesk.ticket.search.SearchText.Term;

/**
 * A question as a tsquery.
 *
 * @param terms what a hit must have, or must not
 * @param longer words that do for a term as well, as they have it in them
 * @param named what the terms may name
 */
record SearchQuery(List<Term> terms, Map<String, List<String>> longer, List<Named> named, boolean staff) {

	private static final String TICKET_ID = "\\d{7,18}";

	/** For tickets that meet the conditions, too. */
	String tsquery(Collection<Condition> conditions) {
		var parts = new ArrayList<String>();
		this.terms.forEach(term -> parts.add(term.negated() ? "!" + text(term) : alternatives(term)));
		conditions.stream().flatMap(condition -> condition.words().stream()).forEach(parts::add);
		if (this.terms.stream().allMatch(Term::negated)) {
			parts.add("('%s' | '%s')".formatted(SearchDocument.property("active", true),
					SearchDocument.property("active", false)));
		}
		return String.join(" & ", parts);
	}

	/** Whether the index alone can't tell: what stands beside what is written in the row. */
	boolean readsRows() {
		return this.terms.stream().anyMatch(term -> term.words().size() > 1);
	}

	/** 3 the ticket's id, 2 all words in the subject, 1 there or in names, 0 elsewhere. */
	int relevance(long ticket, String subject, Set<UUID> references) {
		var inSubject = Set.copyOf(Words.textsIn(subject));
		var relevance = 2;
		for (var term : this.terms) {
			if (isId(term) && Long.parseLong(term.words().getFirst()) == ticket) {
				return 3;
			}
			if (!term.negated() && !term.isIn(inSubject)) {
				relevance = (relevance > 0 && names(term).anyMatch(it -> references.contains(it.id()))) ? 1 : 0;
			}
		}
		return relevance;
	}

	private String alternatives(Term term) {
		var id = isId(term)
				? Stream.of("'%s'".formatted(SearchDocument.property("id", term.words().getFirst())))
				: Stream.<String>empty();
		return Stream.of(Stream.of(text(term)), longer(term).map(this::word), names(term).map(Named::lexeme), id)
				.flatMap(lexemes -> lexemes)
				.distinct()
				.collect(Collectors.joining(" | ", "(", ")"));
	}

	private String text(Term term) {
		return term.words().stream().map(this::word).collect(Collectors.joining(" <-> ", "(", ")"));
	}

	/** A client finds subjects and public messages: what staff noted or tagged has other weights. */
	private String word(String word) {
		return "'%s'%s".formatted(word, this.staff ? "" : ":AC");
	}

	private Stream<String> longer(Term term) {
		return term.isPart() ? this.longer.getOrDefault(term.words().getFirst(), List.of()).stream() : Stream.of();
	}

	private Stream<Named> names(Term term) {
		var word = String.join(" ", term.words());
		return this.named.stream().filter(it -> it.word().equals(word));
	}

	private static boolean isId(Term term) {
		return term.words().size() == 1 && term.words().getFirst().matches(TICKET_ID);
	}

}
