package io.frontdesk.notification.outbound;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The client's latest mail in each ticket: what our next mail answers, so that it shows up beneath. */
@Component
class AnsweredMails {

	private final JdbcClient jdbc;

	AnsweredMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void remember(long ticket, String messageId) {
		this.jdbc.sql("""
				insert into answered_mail (ticket_id, message_id) values (?, ?)
				on conflict (ticket_id) do update set message_id = excluded.message_id
				""").params(ticket, messageId).update();
	}

	@Nullable
	String of(long ticket) {
		return this.jdbc.sql("select message_id from answered_mail where ticket_id = ?")
				.param(ticket)
				.query(String.class)
				.optional()
				.orElse(null);
	}

}
