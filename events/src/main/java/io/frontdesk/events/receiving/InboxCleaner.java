package io.frontdesk.events.receiving;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that Kafka can't bring again. There may be millions: each statement takes a few, the oldest. */
class InboxCleaner {

	private static final int BATCH = 5_000;

	private final JdbcClient jdbc;

	private final Duration age;

	InboxCleaner(JdbcClient jdbc, Duration age) {
		this.jdbc = jdbc;
		this.age = age;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		while (this.jdbc.sql("""
				delete from inbox where ctid = any (array(
				  select ctid from inbox where handled_at < now() - make_interval(secs => ?)
				  order by handled_at limit ? for update skip locked))
				""").params(this.age.toSeconds(), BATCH).update() == BATCH) {
			// there may be more
		}
	}

}
