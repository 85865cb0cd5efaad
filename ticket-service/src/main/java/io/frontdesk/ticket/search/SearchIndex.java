package io.frontdesk.ticket.search;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What search knows about each ticket. No trigger does this, since a ticket, its messages and its files change in one
 * transaction and are to be written once, at its end; and since questions must be folded as texts are, in one place.
 */
@Component
public class SearchIndex {

	private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

	private static final int CHUNK = 500;

	/** Of one ticket, the newest: a ticket that grows without end must not make each message dearer than the last. */
	private static final int MESSAGES = 300;

	private static final int MESSAGE_LENGTH = 100_000;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final TransactionOperations transactions;

	SearchIndex(JdbcClient jdbc, JdbcTemplate batches, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.transactions = transactions;
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
		AtCommit.of(this).tickets.add(ticketId);
	}

	/** The tickets of a person changed their company. */
	public void refreshTicketsOf(UUID requester) {
		this.jdbc.sql("select id from ticket where requester_id = ?").param(requester).query(Long.class).list()
				.forEach(this::refresh);
	}

	/** After an upgrade that brought search to a database with tickets. */
	@EventListener(ApplicationReadyEvent.class)
	void fillIfEmpty() {
		var empty = this.jdbc
				.sql("select exists (select from ticket) and not exists (select from ticket_search)")
				.query(Boolean.class)
				.single();
		if (empty) {
			Thread.ofVirtual().name("search-rebuild").start(this::rebuild);
		}
	}

	/**
	 * Writes every row anew, the oldest ticket first, beside the running business; tells how many. Deleted ones come
	 * before all: the newest places are those that every search looks at.
	 */
	public long rebuild() {
		var done = rebuild("not active") + rebuild("active");
		LOG.info("Search knows {} tickets again", done);
		return done;
	}

	private long rebuild(String which) {
		var done = 0L;
		var last = new Place(OffsetDateTime.MIN, 0);
		for (var chunk = chunk(which, last); !chunk.isEmpty(); chunk = chunk(which, last)) {
			var tickets = chunk.stream().map(Place::id).toList();
			this.transactions.executeWithoutResult(_ -> write(tickets));
			done += tickets.size();
			last = chunk.getLast();
		}
		return done;
	}

	/** Live and deleted tickets each have an index by request time. */
	private List<Place> chunk(String which, Place after) {
		return this.jdbc.sql("""
				select request_time as time, id from ticket
				where %s and (request_time, id) > (:time, :id) order by request_time, id limit :limit
				""".formatted(which))
				.param("time", after.time())
				.param("id", after.id())
				.param("limit", CHUNK)
				.query((row, _) -> new Place(row.getObject("time", OffsetDateTime.class), row.getLong("id")))
				.list();
	}

	private record Place(OffsetDateTime time, long id) {}

	private void write(List<Long> tickets) {
		var ids = tickets.toArray(Long[]::new);
		var rows = this.jdbc
				.sql("""
						select t.id, t.subject, t.tags, t.status, t.priority, t.waiting_on, t.requester_id, t.assignee_id,
						       t.company_id, t.project_id, t.task_id, t.active, (t.request_time at time zone 'UTC')::date as raised,
						       coalesce(s.place, nextval('ticket_search_place')) as place
						from (select * from ticket where id = any(:ids) order by request_time, id for no key update) t
						left join ticket_search s on s.ticket_id = t.id
						""")
				.param("ids", ids).query(IndexedTicket::of).list();
		var messages = messages(ids);
		var values = new ArrayList<Object[]>();
		for (var row : rows) {
			values.add(new Object[]{row.id(), row.place(),
					row.document(messages.getOrDefault(row.id(), List.of())).toString()});
		}
		this.batches.batchUpdate("""
				insert into ticket_search (ticket_id, place, words) values (?, ?, ?::tsvector)
				on conflict (ticket_id) do update set words = excluded.words
				where ticket_search.words is distinct from excluded.words
				""", values);
	}

	private Map<Long, List<IndexedTicket.Message>> messages(Long[] tickets) {
		return this.jdbc
				.sql("""
						select m.* from unnest(:tickets::bigint[]) as ticket (id) cross join lateral (
						  select ticket_id, kind = 'NOTE' as note, left(body, :length) as body, sent_at, id,
						         exists (select from attachment a where a.message_id = message.id) as has_files
						  from message where ticket_id = ticket.id and held_until is null order by sent_at desc, id desc limit :limit) m
						order by m.note, m.sent_at, m.id
						""")
				.param("tickets", tickets)
				.param("length", MESSAGE_LENGTH)
				.param("limit", MESSAGES)
				.query(IndexedTicket.Message.class)
				.list()
				.stream()
				.collect(Collectors.groupingBy(IndexedTicket.Message::ticketId));
	}

	private static final class AtCommit implements TransactionSynchronization {

		private final SearchIndex index;

		private final Set<Long> tickets = new LinkedHashSet<>();

		AtCommit(SearchIndex index) {
			this.index = index;
		}

		static AtCommit of(SearchIndex index) {
			for (var registered : TransactionSynchronizationManager.getSynchronizations()) {
				if (registered instanceof AtCommit ours) {
					return ours;
				}
			}
			var ours = new AtCommit(index);
			TransactionSynchronizationManager.registerSynchronization(ours);
			return ours;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			var ids = List.copyOf(this.tickets);
			for (var from = 0; from < ids.size(); from += CHUNK) {
				this.index.write(ids.subList(from, Math.min(from + CHUNK, ids.size())));
			}
		}

	}

}
