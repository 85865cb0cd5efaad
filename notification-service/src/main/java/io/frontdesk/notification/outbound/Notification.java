package io.frontdesk.notification.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailReceived.StoredFile;

/**
 * A delivery as it is shown.
 *
 * @param ticketId null where it is about no ticket
 * @param message the reply that it carries; null if it carries none
 * @param reason why it failed, is suppressed or was not taken yet
 * @param nextAttemptAt null unless it is pending
 */
public record Notification(UUID id, Kind kind, String to, @Nullable Long ticketId, @Nullable UUID message,
		DeliveryState state,
		@Nullable String reason, int attempts, String subject, String messageId, Instant createdAt,
		@Nullable Instant nextAttemptAt, @Nullable Instant sentAt) {

	static final String COLUMNS = "id, kind, recipient, ticket_id, message, state, reason, attempts, subject, "
			+ "message_id, created_at, next_attempt_at, sent_at";

	static Notification of(ResultSet row, int number) throws SQLException {
		var state = DeliveryState.valueOf(row.getString("state"));
		var kind = Kind.valueOf(row.getString("kind"));
		return new Notification(row.getObject("id", UUID.class), kind, row.getString("recipient"),
				kind.isAboutTicket() ? row.getLong("ticket_id") : null,
				kind.isAboutTicket() ? row.getObject("message", UUID.class) : null, state,
				row.getString("reason"), row.getInt("attempts"), row.getString("subject"),
				row.getString("message_id"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(state == DeliveryState.PENDING) ? instant(row, "next_attempt_at") : null, instant(row, "sent_at"));
	}

	Notification waitingFor(String why) {
		return new Notification(this.id, this.kind, this.to, this.ticketId, this.message, this.state, why,
				this.attempts, this.subject, this.messageId, this.createdAt, this.nextAttemptAt, this.sentAt);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * The mail itself.
	 *
	 * @param addressedTo whom it names as its recipient: for a copy somebody else
	 */
	public record Mail(Notification notification, String addressedTo, List<String> cc, String text,
			@Nullable String html, @Nullable String inReplyTo, List<String> references, List<File> attachments) {

		public record File(String filename, String contentType, long size) {

			public static File of(StoredFile file) {
				return new File(file.filename(), file.contentType(), file.size());
			}

		}

	}

}
