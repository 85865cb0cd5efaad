package io.frontdesk.ticket.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.http.listing.Cursors;
import io.frontdesk.ticket.listing.TicketSort.Leg;
import io.frontdesk.ticket.listing.TicketSort.Place;
import io.frontdesk.ticket.search.Asker;
import io.frontdesk.ticket.search.Condition.Parameters;
import io.frontdesk.ticket.search.Question;
import io.frontdesk.ticket.search.TicketSearch;

/** Pages of tickets, by keyset: page 1,000 costs what page 1 does. */
@Component
public class TicketList {

	/** Counting stops here: nobody reads a bigger number, and the database would. */
	static final int COUNTED = 1_000;

	private final JdbcClient jdbc;

	private final TicketRows rows;

	private final FoundTickets found;

	private final TicketSearch search;

	private final Cursors cursors;

	TicketList(JdbcClient jdbc, TicketRows rows, FoundTickets found, TicketSearch search, Cursors cursors) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.found = found;
		this.search = search;
		this.cursors = cursors;
	}

	/** The first page of it, of {@value #COUNTED}. */
	public TicketQuery query(TicketFilter wanted, Asker asker) {
		var question = (wanted.q() != null) ? this.search.understand(wanted.q(), asker) : Question.NONE;
		return new TicketQuery(asker, wanted.conditions(asker), question, wanted.order(question, asker), null, COUNTED);
	}

	public Page page(TicketQuery query) {
		return query.question().hasText() ? this.found.page(query) : listed(query);
	}

	private Page listed(TicketQuery query) {
		var parameters = new Parameters(new HashMap<>());
		var filter = String.join(" and ",
				query.conditions().stream().map(condition -> condition.sql(parameters)).toList());
		var sort = query.sort();
		var cursor = this.cursors.take(query.list(), query.cursor(), Cursor.FORMAT, place -> cursor(place, sort));
		var after = (cursor != null) ? cursor.at() : List.<Long>of();
		var places = new ArrayList<Place>();
		for (var number = after.isEmpty() ? 0 : after.getFirst().intValue(); number < sort.legs().size(); number++) {
			var leg = sort.legs().get(number);
			var begun = !after.isEmpty() && after.getFirst() == number;
			places.addAll(places(sort, leg, filter, parameters, begun ? after.subList(1, after.size()) : List.of(),
					query.limit() + 1 - places.size()));
			if (places.size() > query.limit()) {
				break;
			}
		}
		var counted = (cursor != null) ? cursor.counted() : count(filter, parameters);
		var isLast = places.size() <= query.limit();
		var page = isLast ? places : places.subList(0, query.limit());
		var next = isLast
				? null
				: this.cursors.give(query.list(), new Cursor(counted, sort.position(page.getLast())).place());
		var rows = this.rows.of(page.stream().map(Place::id).toList());
		return Page.of(rows, next, counted, hints(query, rows));
	}

	private static List<String> hints(TicketQuery query, List<TicketRow> rows) {
		var question = query.question();
		return (rows.isEmpty() && !question.conditions().isEmpty() && question.hints().isEmpty())
				? List.of("No ticket is of this kind. Fewer qualifiers find more.")
				: question.hints();
	}

	private List<Place> places(TicketSort sort, Leg leg, String filter, Parameters parameters, List<Long> after,
			int limit) {
		var beyond = after.isEmpty() ? "true" : sort.beyond(leg);
		var statement = this.jdbc
				.sql("""
						select t.id, t.request_time, t.response_time, t.last_activity, t.priority_rank
						from ticket t where %s and %s and %s order by %s limit :limit
						""".formatted(filter, leg.where(), beyond, sort.orderBy(leg)))
				.params(parameters.values())
				.param("limit", limit);
		for (var i = 0; i < after.size(); i++) {
			statement = statement.param("a" + i, leg.columns().get(i).bound(after.get(i)));
		}
		return statement.query(Place::of).list();
	}

	/** The newest first: each usual filter has an index in that order, so that counting can stop early. */
	private int count(String filter, Parameters parameters) {
		var counted = this.jdbc.sql("""
				select count(*) from (
				  select from ticket t where %s order by t.request_time desc, t.id desc limit :limit)
				""".formatted(filter))
				.params(parameters.values())
				.param("limit", COUNTED + 1)
				.query(Integer.class)
				.single();
		return (counted > COUNTED) ? -COUNTED : counted;
	}

	private static Cursor cursor(String place, TicketSort sort) {
		var cursor = Cursor.of(place);
		var leg = cursor.at().getFirst();
		if (leg < 0 || leg >= sort.legs().size()
				|| cursor.at().size() != 1 + sort.legs().get(leg.intValue()).columns().size()) {
			throw new IllegalArgumentException("no place in this order");
		}
		return cursor;
	}

	/**
	 * @param total exact up to {@value #COUNTED}
	 * @param totalCapped whether there are more
	 * @param hints how a search was understood, where that is not plain
	 */
	public record Page(List<TicketRow> rows, @Nullable String next, int total, boolean totalCapped,
			List<String> hints) {

		static Page of(List<TicketRow> rows, @Nullable String next, int counted, List<String> hints) {
			return new Page(rows, next, Math.abs(counted), counted < 0, hints);
		}

	}

}
