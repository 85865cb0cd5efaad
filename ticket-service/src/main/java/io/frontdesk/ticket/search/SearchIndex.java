package io.frontdesk.ticket.search;

import static io.frontdesk.events.transaction.Columns.column;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.frontdesk.events.transaction.AtCommit;

/**
 * What search knows about each ticket. No trigger does this, since a ticket, its messages and its files change in one
 * transaction and are to be written once, at its end; and since questions must be folded as texts are, in one place.
 */
@Component
public class SearchIndex {

	/** Of one ticket, the newest: a ticket that grows without end must not make each message dearer than the last. */
	private static final int MESSAGES = 300;

	private static final int MESSAGE_LENGTH = 100_000;

	private static final int WRITTEN_AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final Vocabulary vocabulary;

	private final AtCommit<Long> changed = new AtCommit<>(this::writeAll);

	SearchIndex(JdbcClient jdbc, Vocabulary vocabulary) {
		this.jdbc = jdbc;
		this.vocabulary = vocabulary;
	}

	/**
	 * A ticket, its messages or its files changed. Call it as often as you like within a transaction: the row is
	 * written once, just before the commit, from what was flushed by then.
	 */
	public void refresh(long ticketId) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			write(List.of(ticketId));
			return;
		}
		this.changed.add(ticketId);
	}

	private void writeAll(List<Long> tickets) {
		var ids = tickets.stream().distinct().toList();
		for (var from = 0; from < ids.size(); from += WRITTEN_AT_ONCE) {
			write(ids.subList(from, Math.min(from + WRITTEN_AT_ONCE, ids.size())));
		}
	}

	private void write(List<Long> tickets) {
		lock(tickets);
		var entries = entries(tickets, List.of());
		update(entries);
		learn(entries);
	}

	/** In one order for all, and before anything is read: a row that was waited for is then read as it is now. */
	void lock(List<Long> tickets) {
		this.jdbc.sql("select id from ticket where id = any(?) order by id for no key update")
				.param(tickets.toArray(Long[]::new))
				.query(Long.class)
				.list();
	}

	/** @param places for those that have none yet, the earliest ticket first; beyond these the next ones are taken */
	List<Entry> entries(List<Long> tickets, List<Long> places) {
		var ids = tickets.toArray(Long[]::new);
		var rows = this.jdbc
				.sql("""
						select t.id, t.subject, t.tags, t.status, t.priority, t.waiting_on, t.requester_id, t.assignee_id,
						       t.company_id, t.project_id, t.task_id, t.active, (t.request_time at time zone 'UTC')::date as raised,
						       s.place is null as is_new,
						       coalesce(s.place, given.place, nextval('ticket_search_place')) as place
						from (select * from ticket where id = any(:ids) order by request_time, id) t
						left join ticket_search s on s.ticket_id = t.id
						left join unnest(:ids::bigint[], :places::bigint[]) as given (id, place) on given.id = t.id
						""")
				.param("ids", ids)
				.param("places", places.toArray(Long[]::new))
				.query((row, number) -> new Found(IndexedTicket.of(row, number), row.getBoolean("is_new")))
				.list();
		var messages = messages(ids);
		return rows.stream()
				.map(row -> new Entry(row.ticket().id(), row.ticket().place(), row.isNew(),
						row.ticket().document(messages.getOrDefault(row.ticket().id(), List.of()))))
				.toList();
	}

	void update(List<Entry> entries) {
		this.jdbc.sql("""
				insert into ticket_search (ticket_id, place, words)
				select ticket_id, place, words::tsvector
				from unnest(:tickets::bigint[], :places::bigint[], :words) as entry (ticket_id, place, words)
				on conflict (ticket_id) do update set words = excluded.words
				where ticket_search.words is distinct from excluded.words
				""")
				.param("tickets", column(entries, Entry::ticketId))
				.param("places", column(entries, Entry::place))
				.param("words", column(entries, Entry::words))
				.update();
	}

	void learn(List<Entry> entries) {
		this.vocabulary.learn(entries.stream().map(Entry::document).toList());
	}

	private record Found(IndexedTicket ticket, boolean isNew) {}

	/** A row of the index. */
	record Entry(long ticketId, long place, boolean isNew, SearchDocument document) {

		String words() {
			return this.document.toString();
		}

	}

	/** What a mail quotes is in its ticket already, but for the first one: that may be a forwarded conversation. */
	private Map<Long, List<IndexedTicket.Message>> messages(Long[] tickets) {
		return this.jdbc
				.sql("""
						select m.* from unnest(:tickets::bigint[]) as ticket (id) cross join lateral (
						  select ticket_id, kind = 'NOTE' as note, sent_at, id,
						         left(case when number = (select min(number) from message first where first.ticket_id = ticket.id)
						                   then coalesce(whole_body, body) else body end, :length) as body,
						         exists (select from attachment a where a.message_id = message.id) as has_files
						  from message where ticket_id = ticket.id and held_until is null order by sent_at desc, id desc limit :limit) m
						order by m.note, m.sent_at, m.id
						""")
				.param("tickets", tickets)
				.param("length", MESSAGE_LENGTH)
				.param("limit", MESSAGES)
				.query(IndexedTicket.Message::of)
				.list()
				.stream()
				.collect(Collectors.groupingBy(IndexedTicket.Message::ticketId));
	}

}
