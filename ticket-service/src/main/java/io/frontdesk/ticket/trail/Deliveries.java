package io.frontdesk.ticket.trail;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what became of our mails. */
@Component
@Transactional
public class Deliveries {

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Outcomes of a mail may come in any order: the one that was stated last is kept. */
	public void take(Outcome outcome) {
		this.jdbc.sql("""
				insert into delivery (id, ticket_id, message_id, kind, recipient, state, reason, mail_id, first_told_at,
				                      told_at)
				values (:id, :ticket, :message, :kind, :recipient, :state, :reason, :mailId, :toldAt, :toldAt)
				on conflict (id) do update
				set state = excluded.state, reason = excluded.reason,
				    mail_id = coalesce(excluded.mail_id, delivery.mail_id), told_at = excluded.told_at
				where delivery.told_at < excluded.told_at
				""")
				.param("id", outcome.id())
				.param("ticket", outcome.ticket())
				.param("message", outcome.message())
				.param("kind", outcome.kind())
				.param("recipient", outcome.recipient())
				.param("state", outcome.state().name())
				.param("reason", outcome.reason())
				.param("mailId", outcome.mailId())
				.param("toldAt", outcome.toldAt().atOffset(ZoneOffset.UTC))
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
