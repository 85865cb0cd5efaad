package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that are still to go out. */
@Component
class Backlog {

	private final JdbcClient jdbc;

	Backlog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	State now() {
		return this.jdbc
				.sql("select count(*) as waiting, min(tried_since) as oldest from delivery where state = 'PENDING'")
				.query((row, _) -> {
					var oldest = row.getObject("oldest", OffsetDateTime.class);
					return new State(row.getLong("waiting"), (oldest != null) ? oldest.toInstant() : null);
				})
				.single();
	}

	record State(long waiting, @Nullable Instant oldest) {}

}
