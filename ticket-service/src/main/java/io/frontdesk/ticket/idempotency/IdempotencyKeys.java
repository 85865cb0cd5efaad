package io.frontdesk.ticket.idempotency;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.frontdesk.ticket.lifecycle.TicketProblem;

/**
 * Remembers which request made what, so that one that is sent again makes nothing a second time. It does so for eight days:
 * a browser keeps what was written in it for seven.
 */
@Component
public class IdempotencyKeys {

	private final JdbcClient jdbc;

	IdempotencyKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the same request made before. Another one with its key is waited for, and then seen. */
	public Optional<Made> lock(KeyedRequest request) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
				.param("key", request.caller() + "/" + request.key())
				.query()
				.listOfRows();
		var known = this.jdbc.sql("""
				select fingerprint, ticket_id as ticket, message_id as message from idempotency_key
				where caller_id = ? and key = ?
				""").params(request.caller(), request.key()).query(Known.class).optional();
		return known.map(it -> it.madeBy(request));
	}

	public void remember(KeyedRequest request, Made made, Instant now) {
		this.jdbc.sql("""
				insert into idempotency_key (caller_id, key, fingerprint, ticket_id, message_id, created_at)
				values (?, ?, ?, ?, ?, ?)
				""")
				.params(request.caller(), request.key(), request.fingerprint(), made.ticket())
				.param(made.message())
				.param(now.atOffset(ZoneOffset.UTC))
				.update();
	}

	/** Whether something was made with this key. */
	public boolean isUsed(UUID caller, String key) {
		return this.jdbc.sql("select exists (select from idempotency_key where caller_id = ? and key = ?)")
				.params(caller, key)
				.query(Boolean.class)
				.single();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		this.jdbc.sql("delete from idempotency_key where created_at < now() - interval '8 days'").update();
	}

	private record Known(String fingerprint, long ticket, @Nullable UUID message) {

		Made madeBy(KeyedRequest request) {
			if (!this.fingerprint.equals(request.fingerprint())) {
				throw TicketProblem.KEY_USED_OTHERWISE.exception();
			}
			return new Made(this.ticket, this.message);
		}

	}

}
