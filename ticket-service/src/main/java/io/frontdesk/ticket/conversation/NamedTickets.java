package io.frontdesk.ticket.conversation;

import static io.frontdesk.events.transaction.Columns.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;

/** Knows which tickets clues lead to. */
@Component
@Transactional
public class NamedTickets {

	private final JdbcClient jdbc;

	NamedTickets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Which mails came to which tickets. */
	void remember(List<TicketMessage> messages) {
		var mails = messages.stream().filter(message -> message.mailId() != null).toList();
		if (!mails.isEmpty()) {
			this.jdbc.sql("""
					insert into mail_reference (message_id, ticket_id)
					select id, ticket from unnest(?, ?::bigint[]) as mail (id, ticket) order by id, ticket
					on conflict do nothing
					""")
					.params(column(mails, TicketMessage::mailId), column(mails, TicketMessage::ticket))
					.update();
		}
	}

	/** The tickets in which mails are, by the mails' entries in the intake ledger. */
	@Transactional(readOnly = true)
	public Map<UUID, Long> ofMails(List<UUID> entries) {
		var tickets = new HashMap<UUID, Long>();
		this.jdbc.sql("select intake_id, ticket_id from message where intake_id = any(?)")
				.param(entries.toArray(UUID[]::new))
				.query(row -> {
					tickets.put(row.getObject("intake_id", UUID.class), row.getLong("ticket_id"));
				});
		return tickets;
	}

	/**
	 * Tickets that exist or existed, in the order of the clues. The writer has a part in a ticket that they raised; where
	 * they wrote before, as the same person or from the same address, and it was verified; or where a mail was copied to
	 * them.
	 */
	@Transactional(readOnly = true)
	public List<NamedTicket> of(List<Clue> clues, Person writer) {
		if (clues.isEmpty()) {
			return List.of();
		}
		return this.jdbc
				.sql("""
						select clue.position, t.id, t.active, raised,
						       raised
						       or exists (select from message m join person p on p.id = m.author_id
						                  where m.ticket_id = t.id and m.verified and (p.id = :writer or p.email = :address))
						       or exists (select from participant where ticket_id = t.id and address = :address) as part
						from unnest(:tickets::bigint[], :messageIds::text[]) with ordinality as clue (ticket_id, message_id, position)
						  left join mail_reference r on r.message_id = clue.message_id
						  join ticket t on t.id = coalesce(clue.ticket_id, r.ticket_id)
						  cross join lateral (select exists (select from person p where p.id = t.requester_id
						                                     and (p.id = :writer or p.email = :address)) as raised) requester
						order by clue.position, t.request_time desc
						""")
				.param("writer", writer.id())
				.param("address", writer.email())
				.param("tickets", clues.stream().map(Clue::ticket).toArray(Long[]::new))
				.param("messageIds", clues.stream().map(Clue::messageId).toArray(String[]::new))
				.query((row, _) -> new NamedTicket(row.getLong("id"), clues.get(row.getInt("position") - 1),
						row.getBoolean("active"), row.getBoolean("part"), row.getBoolean("raised")))
				.list();
	}

	/**
	 * @param clue that names it
	 * @param active whether it is not deleted
	 * @param takesPart whether the writer is a participant
	 * @param raised whether the writer is the requester
	 */
	public record NamedTicket(long id, Clue clue, boolean active, boolean takesPart, boolean raised) {}

}
