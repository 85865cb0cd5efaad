package io.frontdesk.ticket.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.ticket.search.Condition.Parameters;
import io.frontdesk.ticket.search.SearchText.Term;

/**
 * Looks for tickets, the newest first, a batch at a time. A batch ends when it has more hits than anybody counts, or
 * nothing is left; only within one are hits ranked, so that a common word costs no more than a rare one.
 */
@Component
public class TicketSearch {

	private static final int NAMED_TERMS = 6;

	private static final int MOST_PARTS = 6;

	/** Hits of a batch whose candidates must be read one by one. */
	private static final int WHERE_ROWS_ARE_READ = 100;

	/** Enough for a word that is in most tickets; no look is shorter. */
	private static final long FIRST_LOOK = 1_500;

	/** Then a batch ends with what it has, and the next one goes on from there. */
	private static final int MOST_LOOKS = 40;

	/** No desk gets so far; what reckons with places can't overflow below it. */
	private static final long LAST_PLACE = 1L << 52;

	/**
	 * The lateral part is there to be a nested loop that ends with the last hit wanted: the planner can't know how few
	 * tickets a span has and would read the whole table for a common word. The span is a condition of its own, so that
	 * the index leaps to it in the list of each word.
	 */
	private static final String PROBE = """
			select s.ticket_id, s.place, t.*
			from (
			  select ticket_id, place from ticket_search
			  where words @@ :words::tsquery and %s and place between :from and :to
			  order by place desc offset 0) s
			cross join lateral (
			  select t.subject, t.request_time, t.response_time, t.last_activity, t.priority_rank,
			         t.requester_id, t.company_id, t.project_id, t.task_id
			  from ticket t where t.id = s.ticket_id and %s offset 0) t
			order by s.place desc limit :limit
			""";

	private final JdbcClient jdbc;

	private final Names names;

	private final Vocabulary vocabulary;

	private final Qualifiers qualifiers;

	TicketSearch(JdbcClient jdbc, Names names, Vocabulary vocabulary, Qualifiers qualifiers) {
		this.jdbc = jdbc;
		this.names = names;
		this.vocabulary = vocabulary;
		this.qualifiers = qualifiers;
	}

	public Question understand(String typed, Asker asker) {
		return this.qualifiers.read(SearchText.of(typed, asker.keys()), asker);
	}

	/** The newest batch. If nothing has these words, names that are spelled alike will do. */
	public Batch newest(Question question, Collection<Condition> conditions, Asker asker, int atLeast) {
		var last = this.jdbc.sql("select last_value from ticket_search_place").query(Long.class).single();
		var longer = longer(question);
		var query = query(question, longer, asker, false);
		var found = batch(query, conditions, last, atLeast);
		if (!found.hits().isEmpty() || !asker.staff()) {
			return found;
		}
		var alike = query(question, longer, asker, true);
		if (alike.equals(query)) {
			return found;
		}
		var guessed = batch(alike, conditions, last, atLeast);
		return guessed.hits().isEmpty() ? found : guessed.guessed();
	}

	/** @param until of the batch before, its {@link Batch#floor} */
	public Batch older(Question question, Collection<Condition> conditions, Asker asker, int atLeast, long until,
			boolean guess) {
		return batch(query(question, longer(question), asker, guess), conditions, until - 1, atLeast);
	}

	/** The same batch once more, without what came in the meantime. */
	public Batch again(Question question, Collection<Condition> conditions, Asker asker, int atLeast, long from,
			long to,
			boolean guess) {
		var hits = probe(query(question, longer(question), asker, guess), conditions, new Span(from, to), atLeast);
		return new Batch(hits, from, to, guess);
	}

	private Map<String, List<String>> longer(Question question) {
		return this.vocabulary.leadingFrom(question.terms()
				.stream()
				.filter(Term::isPart)
				.limit(MOST_PARTS)
				.map(term -> term.words().getFirst())
				.collect(Collectors.toSet()));
	}

	private SearchQuery query(Question question, Map<String, List<String>> longer, Asker asker, boolean guess) {
		var words = question.terms()
				.stream()
				.filter(term -> !term.negated())
				.limit(NAMED_TERMS)
				.map(term -> String.join(" ", term.words()))
				.distinct()
				.toList();
		var named = new ArrayList<Names.Named>();
		if (asker.staff() && !words.isEmpty()) {
			named.addAll(this.names.find(words));
			if (guess) {
				named.addAll(this.names.alike(words.stream().filter(word -> word.length() > 3).toList()));
			}
		}
		return new SearchQuery(question.terms(), longer, named, asker.staff());
	}

	/**
	 * Spans grow by how many hits the newer ones had, after one without any to twice its length at least, and never at a
	 * leap: what nobody wrote of late may have been in every mail a year ago.
	 */
	private Batch batch(SearchQuery query, Collection<Condition> conditions, long newest, int wanted) {
		var to = Math.min(newest, LAST_PLACE);
		var atLeast = query.readsRows() ? Math.min(wanted, WHERE_ROWS_ARE_READ) : wanted;
		var hits = new ArrayList<Hit>();
		var floor = to + 1;
		var length = FIRST_LOOK;
		for (var look = 0; look < MOST_LOOKS && floor > 0 && hits.size() < atLeast; look++) {
			var span = Span.before(floor, length);
			var missing = atLeast - hits.size();
			var found = probe(query, conditions, span, missing);
			hits.addAll(found);
			floor = (found.size() < missing) ? span.from() : found.getLast().place();
			var expected = 1.25 * (to + 1 - floor) * (atLeast - hits.size()) / Math.max(1, hits.size());
			var least = found.isEmpty() ? 2 * length : FIRST_LOOK;
			length = Math.clamp((long) expected, least, (query.readsRows() ? 4 : 16) * length);
		}
		return new Batch(hits, floor, to, false);
	}

	private List<Hit> probe(SearchQuery query, Collection<Condition> conditions, Span span, int limit) {
		var parameters = new Parameters(new HashMap<>());
		var filter = String.join(" and ", conditions.stream().map(condition -> condition.sql(parameters)).toList());
		var blocks = span.tsquery().map(it -> "words @@ %s::tsquery".formatted(parameters.add(it))).orElse("true");
		return this.jdbc.sql(PROBE.formatted(blocks, filter))
				.params(parameters.values())
				.param("words", query.tsquery(conditions))
				.param("from", span.from())
				.param("to", span.to())
				.param("limit", limit)
				.query((row, _) -> hit(row, query))
				.list();
	}

	private static Hit hit(ResultSet row, SearchQuery query) throws SQLException {
		var references = new HashSet<UUID>();
		if (!query.named().isEmpty()) {
			for (var column : List.of("requester_id", "company_id", "project_id", "task_id")) {
				references.add(row.getObject(column, UUID.class));
			}
		}
		var ticket = row.getLong("ticket_id");
		return new Hit(ticket, row.getLong("place"), query.relevance(ticket, row.getString("subject"), references),
				row.getObject("request_time", OffsetDateTime.class).toInstant(),
				instant(row.getObject("response_time", OffsetDateTime.class)),
				row.getObject("last_activity", OffsetDateTime.class).toInstant(), row.getInt("priority_rank"));
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * @param floor place of the oldest ticket looked at; 0 if none is left
	 * @param guess whether names that are spelled alike were taken for the words
	 */
	public record Batch(List<Hit> hits, long floor, long top, boolean guess) {

		Batch guessed() {
			return new Batch(this.hits, this.floor, this.top, true);
		}

	}

	/** @param relevance the more, the better */
	public record Hit(long id, long place, int relevance, Instant requestTime, @Nullable Instant responseTime,
			Instant lastActivity, int priorityRank) {}

}
