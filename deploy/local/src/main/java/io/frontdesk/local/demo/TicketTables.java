package io.frontdesk.local.demo;

import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies tickets into ticket-service's tables, past its triggers: dashboard and search are made anew at the end, and
 * nobody is told by event or mail. The session alone leaves the triggers out, so nothing is to be put back.
 */
final class TicketTables implements AutoCloseable {

	private static final int DIGITS = 7;

	/** As ticket-service counts them before ids get a digit longer. */
	private static final int ROUNDS = 12;

	private final Connection connection;

	private final CopyManager copies;

	private final SecureRandom random = new SecureRandom();

	private final StringBuilder tickets = new StringBuilder();

	private final StringBuilder tags = new StringBuilder();

	private final StringBuilder messages = new StringBuilder();

	private final StringBuilder history = new StringBuilder();

	TicketTables(Databases databases) throws SQLException {
		this.connection = databases.openAsSuperuser("ticket");
		this.connection.setAutoCommit(false);
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("set session_replication_role = replica");
		}
		this.connection.commit();
		this.copies = this.connection.unwrap(PGConnection.class).getCopyAPI();
	}

	/** All or none of them. */
	void write(List<DemoTicket> chunk) throws SQLException, IOException {
		List<Long> ids = reserve(chunk.size());
		for (int i = 0; i < chunk.size(); i++) {
			add(ids.get(i), chunk.get(i));
		}
		copy("ticket (id, subject, message, status, priority, source, waiting_on, requester_id, assignee_id, company_id, "
				+ "project_id, task_id, tags, request_time, first_reply_at, response_time, last_activity, version)",
				this.tickets);
		copy("ticket_tag (tag, request_time, ticket_id)", this.tags);
		copy("message (id, ticket_id, kind, author_id, body, sent_at)", this.messages);
		copy("history (ticket_id, at, actor_id, route, field, old_value, new_value)", this.history);
		this.connection.commit();
	}

	/**
	 * Drawn as the service draws them, so that neither ever gives one that the other gave. Each draw commits by itself:
	 * two writers who drew the same numbers would otherwise wait for each other.
	 */
	private List<Long> reserve(int count) throws SQLException {
		List<Long> ids = new ArrayList<>();
		for (int round = 0; ids.size() < count; round++) {
			long smallest = (long) Math.pow(10, DIGITS - 1 + round / ROUNDS);
			Array drawn = this.connection.createArrayOf("bigint",
					this.random.longs(count - ids.size(), smallest, 10 * smallest).boxed().toArray());
			try (PreparedStatement statement = this.connection.prepareStatement("""
					insert into ticket_number select distinct unnest(?) order by 1 on conflict do nothing returning id
					""")) {
				statement.setArray(1, drawn);
				try (ResultSet given = statement.executeQuery()) {
					while (given.next()) {
						ids.add(given.getLong(1));
					}
				}
			}
			this.connection.commit();
		}
		Collections.shuffle(ids, this.random);
		return ids;
	}

	private void add(long id, DemoTicket ticket) {
		row(this.tickets, id, ticket.subject(), ticket.messages().getFirst().body(),
				ticket.isClosed() ? "CLOSED" : "OPEN",
				ticket.priority(), ticket.source(), ticket.waitsForStaff() ? "STAFF" : "CLIENT", ticket.requester(),
				ticket.assignee(), ticket.company(), ticket.project(), ticket.task(),
				ticket.tags().stream().collect(Collectors.joining(",", "{", "}")), ticket.requestTime(),
				ticket.firstReplyAt(), ticket.closedAt(), ticket.lastActivity(), ticket.messages().size());
		for (String tag : ticket.tags()) {
			row(this.tags, tag, ticket.requestTime(), id);
		}
		for (DemoTicket.Message message : ticket.messages()) {
			row(this.messages, UUID.randomUUID(), id, message.kind(), message.author(), message.body(),
					message.sentAt());
		}
		String route = ticket.source().toLowerCase(Locale.ROOT);
		row(this.history, id, ticket.requestTime(), ticket.requester(), route, "created", null, null);
		if (ticket.assignee() != null) {
			row(this.history, id, ticket.assignedAt(), ticket.assignee(), "web", "assignee", null, ticket.assignee());
		}
		if (ticket.closedAt() != null) {
			row(this.history, id, ticket.closedAt(), ticket.closedBy(), "web", "status", "open", "closed");
		}
	}

	private static void row(StringBuilder rows, @Nullable Object... values) {
		for (int i = 0; i < values.length; i++) {
			rows.append((i == 0) ? "" : "\t").append(switch (values[i]) {
				case null -> "\\N";
				case String text ->
					text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
				case Object other -> other.toString();
			});
		}
		rows.append('\n');
	}

	private void copy(String table, StringBuilder rows) throws SQLException, IOException {
		this.copies.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
		rows.setLength(0);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
