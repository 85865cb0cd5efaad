package io.frontdesk.events.receiving;

import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that Kafka can't bring again: its topics keep a week. */
class InboxCleaner {

	private final JdbcClient jdbc;

	InboxCleaner(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		this.jdbc.sql("delete from inbox where handled_at < now() - interval '14 days'").update();
	}

}
