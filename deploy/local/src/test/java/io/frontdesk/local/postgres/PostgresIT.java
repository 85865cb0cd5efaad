package io.frontdesk.local.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresIT {

	@TempDir
	Path home;

	private Postgres postgres;

	private ServerProcess process;

	@BeforeEach
	void start() {
		this.postgres = new Postgres(Distribution.found(), this.home.resolve("data"), this.home.resolve("postgres.log"),
				new Port("POSTGRES", Ports.freePort()), "superuser", Map.of("ticket", "secret", "org", "other"));
		this.process = new ServerProcess(this.postgres, new RunDirectory(this.home.resolve("run")));
		assertThat(this.process.start()).isInstanceOf(StartOutcome.Ready.class);
	}

	@AfterEach
	void stop() {
		this.process.kill9();
	}

	@Test
	void aRoleEntersWithItsPasswordOnly() throws Exception {
		try (Connection connection = connect("ticket", "secret")) {
			assertThat(connection.isValid(1)).isTrue();
		}
		assertThatThrownBy(() -> connect("ticket", "wrong")).isInstanceOf(SQLException.class);
	}

	@Test
	void whatWasCommittedOutlivesAKillAndSoDoesAnotherProcessWithItsId() throws Exception {
		try (Connection connection = connect("ticket", "secret"); var statement = connection.createStatement()) {
			statement.execute("create table kept (id int)");
			statement.execute("insert into kept values (1)");
		}
		this.process.kill9();
		Path pidFile = this.home.resolve("data/postmaster.pid");
		String stale = Files.readString(pidFile);
		Files.writeString(pidFile, ProcessHandle.current().pid() + stale.substring(stale.indexOf('\n')));
		assertThat(this.process.start()).isInstanceOf(StartOutcome.Ready.class);
		try (Connection connection = connect("ticket", "secret"); var statement = connection.createStatement()) {
			assertThat(statement.executeQuery("select from kept").next()).isTrue();
		}
	}

	private Connection connect(String name, String password) throws SQLException {
		return DriverManager.getConnection(this.postgres.jdbcUrl(name), name, password);
	}

}
