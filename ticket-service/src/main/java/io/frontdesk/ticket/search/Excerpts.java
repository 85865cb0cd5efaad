package io.frontdesk.ticket.search;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.ticket.sight.Viewer;

/** For the tickets of one page of hits: the first message that says what was looked for. */
@Component
public class Excerpts {

	private static final int READ = 20_000;

	private static final int MESSAGES = 50;

	/** Bytes that a page of hits reads of its tickets, each its share of them and at least one message. */
	private static final int READ_IN_ALL = 4_000_000;

	private final JdbcClient jdbc;

	Excerpts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of tickets that say it in no message there is none. */
	public Map<Long, String> of(Collection<Long> tickets, Marker marker, Asker asker) {
		record Text(long ticketId, String body) {}
		return this.jdbc.sql("""
				select m.ticket_id, m.body from unnest(:tickets::bigint[]) as ticket (id) cross join lateral (
				  select first.*, sum(octet_length(body)) over (order by sent_at, id) - octet_length(body) as before
				  from (
				    select ticket_id, left(body, :read) as body, sent_at, id from message
				    where ticket_id = ticket.id and held_until is null and %s
				    order by sent_at, id limit :messages) first) m
				where m.before < :share
				order by m.ticket_id, m.sent_at, m.id
				""".formatted(asker.staff() ? "true" : Viewer.PUBLIC_MESSAGES))
				.param("tickets", tickets.toArray(Long[]::new))
				.param("read", READ)
				.param("messages", MESSAGES)
				.param("share", READ_IN_ALL / Math.max(1, tickets.size()))
				.query(Text.class)
				.list()
				.stream()
				.filter(text -> marker.marks(text.body()))
				.collect(Collectors.toMap(Text::ticketId, text -> marker.excerpt(text.body()), (first, _) -> first));
	}

}
