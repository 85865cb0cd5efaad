package io.frontdesk.ticket.listing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.http.listing.Cursors;
import io.frontdesk.ticket.listing.TicketList.Page;
import io.frontdesk.ticket.listing.TicketSort.Place;
import io.frontdesk.ticket.search.Excerpts;
import io.frontdesk.ticket.search.Marker;
import io.frontdesk.ticket.search.TicketSearch;
import io.frontdesk.ticket.search.TicketSearch.Batch;
import io.frontdesk.ticket.search.TicketSearch.Hit;

/**
 * Pages of a search. Search gives batches of hits; a page lies within one, sorted, and the last page of a batch leads to
 * the next older one. A cursor says [batch's end, its beginning, whether names were guessed, position].
 */
@Component
class FoundTickets {

	private static final int HEAD = 3;

	/** Counting and ranking stop here: each hit more makes every search dearer. */
	private static final int COUNTED = 200;

	private static final int WHOLE_BATCH = COUNTED + 1;

	private final TicketRows rows;

	private final TicketSearch search;

	private final Excerpts excerpts;

	private final Cursors cursors;

	FoundTickets(TicketRows rows, TicketSearch search, Excerpts excerpts, Cursors cursors) {
		this.rows = rows;
		this.search = search;
		this.excerpts = excerpts;
		this.cursors = cursors;
	}

	Page page(TicketQuery query) {
		var cursor = this.cursors.take(query.list(), query.cursor(), Cursor.FORMAT, FoundTickets::cursor);
		var batch = batch(query, cursor);
		var counted = (cursor != null) ? cursor.counted() : counted(batch);
		var after = (cursor != null) ? cursor.at().subList(HEAD, cursor.at().size()) : List.<Long>of();
		var order = query.sort().order();
		var left = batch.hits()
				.stream()
				.filter(hit -> after.isEmpty() || order.compare(position(query, hit), after) > 0)
				.sorted((one, other) -> order.compare(position(query, one), position(query, other)))
				.limit(query.limit() + 1)
				.toList();
		var page = left.subList(0, Math.min(left.size(), query.limit()));
		var next = next(query, batch, page, left.size() > page.size(), counted);
		return Page.of(rows(page, query), (next != null) ? this.cursors.give(query.list(), next.place()) : null,
				counted, hints(query, batch));
	}

	private Batch batch(TicketQuery query, @Nullable Cursor cursor) {
		var question = query.question();
		if (cursor == null) {
			return this.search.newest(question, query.conditions(), query.asker(), WHOLE_BATCH);
		}
		long to = cursor.at().get(0);
		long from = cursor.at().get(1);
		var guess = cursor.at().get(2) == 1;
		return (cursor.at().size() == HEAD)
				? this.search.older(question, query.conditions(), query.asker(), WHOLE_BATCH, to, guess)
				: this.search.again(question, query.conditions(), query.asker(), WHOLE_BATCH, from, to, guess);
	}

	/** Search goes back from one place to another: what names no span would have it go on and on. */
	private static Cursor cursor(String place) {
		var cursor = Cursor.of(place);
		if (cursor.at().size() < HEAD || cursor.at().get(1) < 0 || cursor.at().get(1) > cursor.at().getFirst()) {
			throw new IllegalArgumentException("no span");
		}
		return cursor;
	}

	/** What is not looked through to the end has at least so many, which a minus says. */
	private static int counted(Batch batch) {
		var hits = Math.min(batch.hits().size(), COUNTED);
		return (batch.floor() > 0) ? -hits : batch.hits().size();
	}

	private static @Nullable Cursor next(TicketQuery query, Batch batch, List<Hit> page, boolean moreInBatch,
			int counted) {
		var guess = batch.guess() ? 1L : 0L;
		if (moreInBatch) {
			var at = new ArrayList<>(List.of(batch.top(), batch.floor(), guess));
			at.addAll(position(query, page.getLast()));
			return new Cursor(counted, at);
		}
		return (batch.floor() > 0) ? new Cursor(counted, List.of(batch.floor(), 0L, guess)) : null;
	}

	private static List<Long> position(TicketQuery query, Hit hit) {
		return query.sort().position(new Place(hit.id(), hit.requestTime(), hit.responseTime(), hit.lastActivity(),
				hit.priorityRank(), hit.relevance()));
	}

	private static List<String> hints(TicketQuery query, Batch batch) {
		var hints = new ArrayList<>(query.question().hints());
		if (batch.guess()) {
			hints.add("Nothing has just these words; these tickets have names that are spelled like them.");
		}
		if (batch.floor() > 0 && !query.sort().isRelevance()) {
			hints.add("There are many hits: only the newest %,d are sorted, older ones follow after them."
					.formatted(batch.hits().size()));
		}
		if (batch.hits().isEmpty() && hints.isEmpty()) {
			hints.add("No ticket has all of these words. Fewer words find more.");
		}
		return hints;
	}

	private List<TicketRow> rows(List<Hit> hits, TicketQuery query) {
		var ids = hits.stream().map(Hit::id).toList();
		var marker = Marker.of(query.question());
		var excerpts = this.excerpts.of(ids, marker, query.asker());
		return this.rows.of(ids)
				.stream()
				.map(row -> row.found(excerpts.getOrDefault(row.id(), row.snippet()), marker))
				.toList();
	}

}
