package io.frontdesk.ticket.raising;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers for a day which request made which ticket, so that a request that is sent again makes no second one. */
@Component
class IdempotencyKeys {

	private final JdbcClient jdbc;

	IdempotencyKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits for another request with the same key to end, so that its ticket is seen. */
	Optional<Known> lock(UUID caller, String key) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
				.param("key", caller + "/" + key)
				.query()
				.listOfRows();
		return this.jdbc
				.sql("select fingerprint, ticket_id as ticket from idempotency_key where caller_id = ? and key = ?")
				.params(caller, key)
				.query(Known.class)
				.optional();
	}

	void remember(UUID caller, String key, String fingerprint, long ticket, Instant now) {
		this.jdbc.sql("""
				insert into idempotency_key (caller_id, key, fingerprint, ticket_id, created_at) values (?, ?, ?, ?, ?)
				""").params(caller, key, fingerprint, ticket, now.atOffset(ZoneOffset.UTC)).update();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		this.jdbc.sql("delete from idempotency_key where created_at < now() - interval '1 day'").update();
	}

	record Known(String fingerprint, long ticket) {}

}
