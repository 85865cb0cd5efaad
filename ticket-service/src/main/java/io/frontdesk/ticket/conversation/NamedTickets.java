package io.frontdesk.ticket.conversation;

import static io.frontdesk.events.transaction.Columns.column;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;
import io.frontdesk.events.PlacedBy;

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
						select clue.position, t.id, t.active, t.answer_to, raised,
						       exists (select from asked_answer_to where ticket_id = t.id and address = t.answer_to) as asked,
						       raised
						       or exists (select from message m join person p on p.id = m.author_id
						                  where m.ticket_id = t.id and m.verified and (p.id = :writer or p.email = :address))
						       or exists (select from participant where ticket_id = t.id and address = :address) as part
						from unnest(:tickets::bigint[], :messageIds::text[], :answered::text[], :threads::text[])
						       with ordinality as clue (ticket_id, message_id, answered, thread, position)
						  left join mail_reference r on r.message_id = clue.message_id
						  left join awaited_mail a on a.message_id = clue.answered
						  left join outlook_thread o on o.thread = clue.thread
						  join ticket t on t.id = coalesce(clue.ticket_id, r.ticket_id, a.ticket_id, o.ticket_id)
						  cross join lateral (select exists (select from person p where p.id = t.requester_id
						                                     and (p.id = :writer or p.email = :address)) as raised) requester
						order by clue.position, t.request_time desc
						""")
				.param("writer", writer.id())
				.param("address", writer.email())
				.param("tickets", clues.stream().map(Clue::ticket).toArray(Long[]::new))
				.param("messageIds", marks(clues, PlacedBy.STORED_MESSAGE_ID))
				.param("answered", marks(clues, PlacedBy.ANSWERED))
				.param("threads", marks(clues, PlacedBy.THREAD_INDEX))
				.query((row, _) -> new NamedTicket(row.getLong("id"), clues.get(row.getInt("position") - 1),
						row.getBoolean("active"), row.getBoolean("part"), row.getBoolean("raised"),
						row.getString("answer_to"), row.getBoolean("asked")))
				.list();
	}

	private static @Nullable String[] marks(List<Clue> clues, PlacedBy kind) {
		return clues.stream().map(clue -> clue.mark(kind)).toArray(String[]::new);
	}

	/** A ticket's mail answers these, which may come later. */
	public void await(long ticket, Collection<String> messageIds) {
		remember("insert into awaited_mail (message_id, ticket_id) select unnest(?), ? on conflict do nothing",
				messageIds, ticket);
	}

	/** The ticket's requester, who is proven to be it, wants mail there. */
	public void rememberAnswerTo(long ticket, String address) {
		remember("insert into asked_answer_to (address, ticket_id) select unnest(?), ? on conflict do nothing",
				List.of(address), ticket);
	}

	/** Outlook counts a ticket's mail to this conversation. */
	public void rememberThread(long ticket, String thread) {
		remember("insert into outlook_thread (thread, ticket_id) select unnest(?), ? on conflict do nothing",
				List.of(thread), ticket);
	}

	private void remember(String sql, Collection<String> marks, long ticket) {
		if (!marks.isEmpty()) {
			this.jdbc.sql(sql).params(marks.toArray(String[]::new), ticket).update();
		}
	}

	/** Those of these mails that others answer which came before. */
	@Transactional(readOnly = true)
	public Set<String> awaited(Collection<String> messageIds) {
		return new HashSet<>(this.jdbc.sql("select distinct message_id from awaited_mail where message_id = any(?)")
				.param(messageIds.toArray(String[]::new))
				.query(String.class)
				.list());
	}

	/**
	 * @param clue that names it
	 * @param active whether it is not deleted
	 * @param takesPart whether the writer is a participant
	 * @param raised whether the writer is the requester
	 * @param answerTo where its requester wants mail, if not at their own address
	 * @param asked whether it was they who said so, as far as that can be proven
	 */
	public record NamedTicket(long id, Clue clue, boolean active, boolean takesPart, boolean raised,
			@Nullable String answerTo, boolean asked) {

		/** Whether the requester answers what we sent to where they want it. Whoever forges a From can name any Reply-To. */
		public boolean isAnsweredElsewhere() {
			return this.raised && this.asked && this.answerTo != null && this.answerTo.equals(this.clue.answerTo());
		}

	}

}
