package io.frontdesk.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Launch;
import io.frontdesk.local.process.Patience;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.Private;
import io.frontdesk.local.process.Server;

/** A PostgreSQL cluster on loopback. Each database belongs to a role of the same name. */
public final class Postgres implements Server {

	private static final String SUPERUSER = "postgres";

	private final Distribution distribution;

	private final Path data;

	private final Path log;

	private final Port port;

	private final String password;

	private final Map<String, String> databases;

	/** The databases are given as names with their roles' passwords. */
	public Postgres(Distribution distribution, Path data, Path log, Port port, String password,
			Map<String, String> databases) {
		this.distribution = distribution;
		this.data = data;
		this.log = log;
		this.port = port;
		this.password = password;
		this.databases = databases;
	}

	@Override
	public String name() {
		return "postgres";
	}

	@Override
	public List<Port> ports() {
		return List.of(this.port);
	}

	@Override
	public Launch prepare() throws IOException {
		Path binaries = this.distribution.postgres().resolve("bin");
		if (!Files.exists(this.data.resolve("PG_VERSION"))) {
			initialise(binaries);
		}
		removeStalePidFile();
		List<String> command = new ArrayList<>(unprivileged());
		command.addAll(List.of(binaries.resolve("postgres").toString(), "-D", this.data.toString()));
		settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
		return new Launch(command, Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"), this.data, this.log);
	}

	/** No fsync=off, no synchronous_commit=off: no loss is promised, and the promise is tested on this cluster. */
	private Map<String, String> settings() {
		return Map.of("listen_addresses", "127.0.0.1", "port", Integer.toString(this.port.number()),
				"unix_socket_directories", "", "shared_buffers", "192MB", "max_connections", "150", "max_wal_size",
				"2GB", "random_page_cost", "1.1", "effective_cache_size", "1GB", "jit", "off", "log_line_prefix",
				"%m [%p] %d ");
	}

	/** In a folder beside it, renamed when complete: an interrupted first start leaves nothing half-made. */
	private void initialise(Path binaries) throws IOException {
		Path making = this.data.resolveSibling(this.data.getFileName() + ".making");
		deleteTree(making);
		Private.directories(making);
		Path passwordFile = Files.createTempFile(making.getParent(), "pw", "");
		Files.writeString(passwordFile, this.password);
		Path initLog = this.log.resolveSibling("initdb.log");
		Private.make(initLog);
		List<String> command = new ArrayList<>(unprivileged());
		command.addAll(List.of(binaries.resolve("initdb").toString(), "-D", making.toString(), "-U", SUPERUSER,
				"--pwfile", passwordFile.toString(), "-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin",
				"--builtin-locale=C.UTF-8", "--locale=C"));
		try {
			Process initdb = new ProcessBuilder(Private.command(command)).redirectErrorStream(true)
					.redirectOutput(initLog.toFile())
					.start();
			if (initdb.waitFor() != 0) {
				throw new IOException("initdb failed: " + Files.readString(initLog));
			}
			deleteTree(this.data);
			Files.move(making, this.data);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		} finally {
			Files.deleteIfExists(passwordFile);
		}
	}

	/**
	 * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, while its files stay ours, so
	 * that data can lie anywhere in the project.
	 */
	private static List<String> unprivileged() {
		return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
	}

	/** After kill -9 and a reboot the id in it may belong to anyone, and PostgreSQL would then refuse to start. */
	private void removeStalePidFile() throws IOException {
		Path pidFile = this.data.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		String pid = Files.readAllLines(pidFile).getFirst().strip();
		Path command = Path.of("/proc", pid, "comm");
		if (!Files.exists(command) || !Files.readString(command).strip().equals("postgres")) {
			Files.delete(pidFile);
		}
		// Children of a killed postmaster hold its shared memory until they notice, which takes a moment.
		Patience.until(Duration.ofSeconds(10), () -> orphans() == 0);
	}

	private long orphans() {
		return ProcessHandle.allProcesses()
				.filter(process -> process.parent().map(ProcessHandle::pid).orElse(1L) == 1L)
				.filter(process -> this.data.equals(workingDirectoryOf(process)))
				.count();
	}

	private static Path workingDirectoryOf(ProcessHandle process) {
		try {
			return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
		} catch (IOException _) {
			return Path.of("");
		}
	}

	@Override
	public boolean answers() {
		try (Connection _ = superuser()) {
			return true;
		} catch (SQLException _) {
			return false;
		}
	}

	@Override
	public void answered() {
		this.databases.forEach(this::createDatabase);
	}

	/** A role and a database of that name that it owns; fine if both exist. */
	public void createDatabase(String name, String rolePassword) {
		try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
			statement.execute(
					"""
							do $$ begin
								if not exists (select from pg_roles where rolname = '%1$s') then create role "%1$s" login; end if;
							end $$"""
							.formatted(name));
			statement.execute("alter role \"%s\" password '%s'".formatted(name, rolePassword));
			if (!statement.executeQuery("select from pg_database where datname = '%s'".formatted(name)).next()) {
				statement.execute("create database \"%1$s\" owner \"%1$s\"".formatted(name));
			}
		} catch (SQLException ex) {
			throw new IllegalStateException("Could not create the database " + name + ": " + ex.getMessage(), ex);
		}
	}

	public String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port.number(), database);
	}

	private Connection superuser() throws SQLException {
		Properties login = new Properties();
		login.putAll(
				Map.of("user", SUPERUSER, "password", this.password, "connectTimeout", "2", "socketTimeout", "20"));
		return DriverManager.getConnection(jdbcUrl("postgres"), login);
	}

	/** SIGTERM would wait for all clients to go. */
	@Override
	public String stopSignal() {
		return "INT";
	}

	private static void deleteTree(Path root) throws IOException {
		if (Files.exists(root)) {
			try (var files = Files.walk(root)) {
				for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

}
