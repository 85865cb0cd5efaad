package io.frontdesk.org.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.http.listing.Cursors;
import io.frontdesk.org.listing.ListSource.Filter;
import io.frontdesk.org.listing.ListSource.Positioned;

/** Reads pages by keyset: page 1,000 costs what page 1 does. */
@Component
public class ListReader {

	/** Counting stops here: nobody reads a bigger number, and the database would. */
	static final int COUNTED = 1_000;

	private final JdbcClient jdbc;

	private final Cursors cursors;

	ListReader(JdbcClient jdbc, Cursors cursors) {
		this.jdbc = jdbc;
		this.cursors = cursors;
	}

	public <T> Optional<T> find(ListSource<T> source, UUID id) {
		return this.jdbc.sql(source.one()).param("id", id).query(source.rows()).optional();
	}

	public <T> Listing<T> page(ListSource<T> source, ListRequest request, List<Filter> more) {
		var descending = descending(source, request.sort());
		var list = source.name() + (descending ? " -" : " ") + source.sort();
		var filters = new ArrayList<>(more);
		addTo(filters, source, request);
		var narrowed = list + filters;
		var after = this.cursors.take(narrowed, request.cursor(), Cursor.FORMAT, Cursor::of);
		var total = bind(this.jdbc.sql("select count(*) from (select 1 from %s where %s limit %d) counted"
				.formatted(source.from(), conditions(filters), COUNTED)), filters, null).query(Long.class).single();
		var rows = bind(
				this.jdbc.sql(sql(source, conditions(filters), descending, after != null, request.size() + 1)),
				filters, after).query(source.positioned()).list();
		var isLast = rows.size() <= request.size();
		var page = isLast ? rows : rows.subList(0, request.size());
		return new Listing<>(page.stream().map(Positioned::row).toList(),
				isLast
						? null
						: this.cursors.give(narrowed, new Cursor(page.getLast().key(), page.getLast().id()).place()),
				total);
	}

	private static boolean descending(ListSource<?> source, @Nullable String sort) {
		if (sort == null || sort.equals(source.sort())) {
			return false;
		}
		if (sort.equals("-" + source.sort())) {
			return true;
		}
		throw ListProblem.UNKNOWN_SORT.exception();
	}

	private static void addTo(List<Filter> filters, ListSource<?> source, ListRequest request) {
		switch (request.liveness()) {
			case TRUE -> filters.add(new Filter(source.alias() + ".active = :active", "active", true));
			case FALSE -> filters.add(new Filter(source.alias() + ".active = :active", "active", false));
			case ALL -> {
			}
		}
		if (request.q() != null && !request.q().isBlank()) {
			var literal = request.q().strip().replaceAll("[\\\\%_]", "\\\\$0");
			filters.add(new Filter(source.alias() + ".search like lower(:q)", "q", "%" + literal + "%"));
		}
	}

	private static String conditions(List<Filter> filters) {
		return filters.isEmpty()
				? "true"
				: filters.stream().map(Filter::condition).collect(Collectors.joining(" and "));
	}

	private static String sql(ListSource<?> source, String conditions, boolean descending, boolean continued,
			int limit) {
		var id = source.alias() + ".id";
		return """
				select %s, %s as sort_key, %s as sort_id from %s
				where %s and %s
				order by %2$s %7$s, %3$s %7$s limit %8$d
				""".formatted(source.columns(), source.key(), id, source.from(), conditions,
				continued
						? "(%s, %s) %s (:afterKey, :afterId)".formatted(source.key(), id, descending ? "<" : ">")
						: "true",
				descending ? "desc" : "asc", limit);
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, List<Filter> filters,
			@Nullable Cursor after) {
		filters.forEach(filter -> statement.param(filter.parameter(), filter.value()));
		return (after != null) ? statement.param("afterKey", after.key()).param("afterId", after.id()) : statement;
	}

}
