package io.frontdesk.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.frontdesk.local.demo.Databases;
import io.frontdesk.local.stack.LocalStack;

/** What the services wrote down about the mails of one run, whose senders have a domain of their own. */
final class MailTables implements AutoCloseable {

	private final String senders;

	private final Connection intake;

	private final Connection tickets;

	private final Connection notifications;

	MailTables(LocalStack stack, String domain) throws SQLException {
		Databases databases = new Databases(stack);
		this.senders = "%@" + domain;
		this.intake = databases.open("mail_ingest");
		this.tickets = databases.open("ticket");
		this.notifications = databases.open("notification");
	}

	/** How far the mails are, and from when to when each hop was at work. */
	record Standing(Hop ledger, Hop read, Hop raised, Hop written, Hop sent, long tickets, long followUps,
			long others) {

		/** @param mails of those that were sent */
		boolean isThrough(long mails) {
			return this.ledger.count == mails && this.tickets + this.followUps + this.others == mails
					&& this.sent.count >= this.tickets;
		}

	}

	record Hop(long count, Instant first, Instant last) {

		double perSecond() {
			return this.count / Math.max(0.001, Duration.between(this.first, this.last).toNanos() / 1e9);
		}

	}

	/** An automatic reply that the mail server took. */
	record Sent(Instant at, String messageId) {}

	Standing standing() throws SQLException {
		try (PreparedStatement entries = this.intake.prepareStatement("""
				select count(*), min(taken.at), max(taken.at), count(read_at), min(read_at), max(read_at),
				       count(*) filter (where outcome = 'TICKET'), count(*) filter (where outcome = 'FOLLOW_UP'),
				       count(*) filter (where outcome in ('IGNORED', 'QUARANTINED'))
				from intake_entry join intake_step taken on taken.entry_id = intake_entry.id and taken.step = 'RECEIVED'
				where sender like ?
				"""); PreparedStatement replies = this.notifications.prepareStatement("""
				select count(*), min(created_at), max(created_at), count(sent_at), min(sent_at), max(sent_at)
				from delivery where kind = 'CREATED' and recipient like ?
				"""); PreparedStatement raised = this.tickets.prepareStatement("""
				select count(*), min(last_activity), max(last_activity)
				from ticket where requester_id in (select id from person where email like ?)
				""")) {
			entries.setString(1, this.senders);
			replies.setString(1, this.senders);
			raised.setString(1, this.senders);
			try (ResultSet entry = entries.executeQuery();
					ResultSet reply = replies.executeQuery();
					ResultSet ticket = raised.executeQuery()) {
				entry.next();
				reply.next();
				ticket.next();
				return new Standing(hop(entry, 1), hop(entry, 4), hop(ticket, 1), hop(reply, 1), hop(reply, 4),
						entry.getLong(7), entry.getLong(8), entry.getLong(9));
			}
		}
	}

	Optional<Sent> replyTo(String sender) throws SQLException {
		return Optional.ofNullable(replies("recipient = ?", sender).get(sender));
	}

	/** By whom they went to. */
	Map<String, Sent> replies() throws SQLException {
		return replies("recipient like ?", this.senders);
	}

	private Map<String, Sent> replies(String condition, String parameter) throws SQLException {
		Map<String, Sent> replies = new HashMap<>();
		try (PreparedStatement statement = this.notifications.prepareStatement(
				"select recipient, sent_at, message_id from delivery where kind = 'CREATED' and sent_at is not null and "
						+ condition)) {
			statement.setString(1, parameter);
			try (ResultSet found = statement.executeQuery()) {
				while (found.next()) {
					replies.put(found.getString(1), new Sent(instant(found, 2), found.getString(3)));
				}
			}
		}
		return replies;
	}

	private static Hop hop(ResultSet row, int column) throws SQLException {
		return new Hop(row.getLong(column), instant(row, column + 1), instant(row, column + 2));
	}

	private static Instant instant(ResultSet row, int column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : Instant.EPOCH;
	}

	@Override
	public void close() throws SQLException {
		this.intake.close();
		this.tickets.close();
		this.notifications.close();
	}

}
