package io.frontdesk.mail.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that have been without an outcome for longer than any should. */
@Component
class WaitingMails {

	private static final Duration USUAL = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final InstantSource clock;

	WaitingMails(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Waiting now() {
		return this.jdbc
				.sql("""
						select count(*) as mails, count(*) filter (where read_at is null) as unread, min(waiting_since) as since
						from intake_entry where outcome = 'PENDING' and waiting_since < ?
						""")
				.param(this.clock.instant().minus(USUAL).atOffset(ZoneOffset.UTC))
				.query((row, _) -> {
					var since = row.getObject("since", OffsetDateTime.class);
					return new Waiting(row.getLong("mails"), row.getLong("unread"),
							(since != null) ? since.toInstant() : null);
				})
				.single();
	}

	double secondsOfTheOldest() {
		var since = now().since();
		return (since == null) ? 0 : Duration.between(since, this.clock.instant()).toMillis() / 1_000d;
	}

	/**
	 * @param unread those of them that nobody was told of yet
	 * @param since when the oldest was written into the ledger, or was retried; null if none waits
	 */
	record Waiting(long mails, long unread, @Nullable Instant since) {}

}
