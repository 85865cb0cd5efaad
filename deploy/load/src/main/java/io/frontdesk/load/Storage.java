package io.frontdesk.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.frontdesk.local.demo.Databases;
import io.frontdesk.local.stack.LocalStack;

/** What the tickets take on disk, in bytes. */
record Storage(long tickets, long search, long messages, long all) {

	private static final double MEGABYTE = 1024 * 1024;

	/** As autovacuum would do it sooner or later, so that it does not do it while something is measured. */
	static void settle(LocalStack stack) throws SQLException {
		try (Connection connection = new Databases(stack).openAsSuperuser("ticket");
				Statement statement = connection.createStatement()) {
			statement.execute("vacuum analyze");
			statement.execute("checkpoint");
		}
	}

	static Storage of(LocalStack stack) throws SQLException {
		try (Connection connection = new Databases(stack).open("ticket");
				Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery("""
						select pg_total_relation_size('ticket'), pg_total_relation_size('ticket_search'),
						       pg_total_relation_size('message'), pg_database_size(current_database())
						""")) {
			found.next();
			return new Storage(found.getLong(1), found.getLong(2), found.getLong(3), found.getLong(4));
		}
	}

	@Override
	public String toString() {
		return "database %.0f MB (tickets %.0f, messages %.0f, search %.0f)".formatted(this.all / MEGABYTE,
				this.tickets / MEGABYTE, this.messages / MEGABYTE, this.search / MEGABYTE);
	}

}
