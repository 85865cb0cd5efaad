package io.frontdesk.mail.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;

/** A mail as the ledger shows it. What reading it gives is null until it was read. */
public record LedgerRow(UUID id, String mailbox, long uidValidity, long uid, Instant receivedAt, long size,
		String sha256, @Nullable String messageId, @Nullable String from, @Nullable String fromName,
		@Nullable String subject, Outcome outcome, @Nullable String reason, @Nullable Classification classification,
		@Nullable Long ticketId) {

	static LedgerRow of(ResultSet row, int number) throws SQLException {
		var classification = row.getString("classification");
		return new LedgerRow(row.getObject("id", UUID.class), row.getString("mailbox"), row.getLong("uid_validity"),
				row.getLong("uid"), row.getObject("received_at", OffsetDateTime.class).toInstant(),
				row.getLong("size"), row.getString("sha256"), row.getString("message_id"), row.getString("sender"),
				row.getString("sender_name"), row.getString("subject"), Outcome.valueOf(row.getString("outcome")),
				row.getString("reason"), (classification != null) ? Classification.valueOf(classification) : null,
				row.getObject("ticket_id", Long.class));
	}

}
