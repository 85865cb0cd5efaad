package io.frontdesk.ticket.trail;

import static io.frontdesk.events.transaction.Columns.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.transaction.AtCommit;
import io.frontdesk.ticket.live.Announcer;

/** Keeps what became of our mails. */
@Component
@Transactional
public class Deliveries {

	private final JdbcClient jdbc;

	private final Announcer announcer;

	private final AtCommit<Outcome> untaken = new AtCommit<>(this::write);

	Deliveries(JdbcClient jdbc, Announcer announcer) {
		this.jdbc = jdbc;
		this.announcer = announcer;
	}

	/** Outcomes of a mail may come in any order: the one that was stated last is kept. */
	public void take(Outcome outcome) {
		this.untaken.add(outcome);
	}

	/** A statement can't change a row twice: two outcomes of one mail take two. */
	private void write(List<Outcome> outcomes) {
		if (outcomes.stream().map(Outcome::id).distinct().count() == outcomes.size()) {
			upsert(outcomes);
		} else {
			outcomes.forEach(outcome -> upsert(List.of(outcome)));
		}
		this.announcer.mailsChanged(outcomes.stream()
				.filter(outcome -> outcome.message() == null)
				.map(Outcome::ticket)
				.distinct()
				.toList());
	}

	private void upsert(List<Outcome> outcomes) {
		this.jdbc.sql("""
				insert into delivery (id, ticket_id, message_id, kind, recipient, state, reason, mail_id, first_told_at,
				                      told_at)
				select id, ticket, message, kind, recipient, state, reason, mail, told_at, told_at
				from unnest(:ids::uuid[], :tickets::bigint[], :messages::uuid[], :kinds, :recipients, :states, :reasons,
				            :mails, :toldAts::timestamptz[])
				       as outcome (id, ticket, message, kind, recipient, state, reason, mail, told_at)
				order by id
				on conflict (id) do update
				set recipient = excluded.recipient, state = excluded.state, reason = excluded.reason,
				    mail_id = coalesce(excluded.mail_id, delivery.mail_id), told_at = excluded.told_at
				where delivery.told_at < excluded.told_at
				""")
				.param("ids", column(outcomes, Outcome::id))
				.param("tickets", column(outcomes, Outcome::ticket))
				.param("messages", column(outcomes, Outcome::message))
				.param("kinds", column(outcomes, Outcome::kind))
				.param("recipients", column(outcomes, Outcome::recipient))
				.param("states", column(outcomes, Outcome::state))
				.param("reasons", column(outcomes, Outcome::reason))
				.param("mails", column(outcomes, Outcome::mailId))
				.param("toldAts", column(outcomes, Outcome::toldAt))
				.update();
	}

	/** @param replies how many mails each of them left in */
	@Transactional(readOnly = true)
	public Map<UUID, Delivery> of(Map<UUID, Integer> replies) {
		if (replies.isEmpty()) {
			return Map.of();
		}
		var deliveries = new HashMap<UUID, Delivery>();
		replies.keySet().forEach(reply -> deliveries.put(reply, Delivery.PENDING));
		this.jdbc
				.sql("""
						select message_id, count(*) filter (where state = 'SENT') as sent,
						       string_agg(recipient || ': ' || reason, '; ' order by recipient) filter (where state = 'FAILED') as failed,
						       string_agg(recipient || ': ' || reason, '; ' order by recipient)
						         filter (where state = 'SUPPRESSED') as suppressed
						from delivery where message_id = any(?) group by message_id
						""")
				.param(replies.keySet().toArray(UUID[]::new))
				.query(Tally.class)
				.stream()
				.forEach(tally -> deliveries.computeIfPresent(tally.messageId(), (reply, _) -> Delivery
						.of(replies.getOrDefault(reply, 0), tally.sent(), tally.failed(), tally.suppressed())));
		return deliveries;
	}

	private record Tally(UUID messageId, int sent, @Nullable String failed, @Nullable String suppressed) {}

}
