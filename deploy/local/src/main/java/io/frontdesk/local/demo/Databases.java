package io.frontdesk.local.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;

/** The services' databases, for whoever fills or measures them. */
public record Databases(LocalStack stack) {

	public Connection open(String database) throws SQLException {
		return open(database, database, this.stack.secrets().get("postgres." + database));
	}

	/** As the cluster's superuser, who may leave out triggers. */
	public Connection openAsSuperuser(String database) throws SQLException {
		return open(database, "postgres", this.stack.secrets().get("postgres"));
	}

	private Connection open(String database, String user, String password) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s"
				.formatted(this.stack.ports().of(Ports.Name.POSTGRES), database), user, password);
	}

	static long number(Connection connection, String sql) throws SQLException {
		return Long.parseLong(rows(connection, sql).getFirst().getFirst());
	}

	/** Each value as text, null as the empty one. */
	static List<List<String>> rows(Connection connection, String sql) throws SQLException {
		List<List<String>> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
			while (found.next()) {
				List<String> row = new ArrayList<>();
				for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
					String value = found.getString(column);
					row.add((value != null) ? value : "");
				}
				rows.add(row);
			}
		}
		return rows;
	}

}
