package io.frontdesk.local.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Http;
import io.frontdesk.local.process.Launch;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.Private;
import io.frontdesk.local.process.Server;

/**
 * Keycloak without its start script, which would stand between us and its process. Built for PostgreSQL once for all
 * stacks of a checkout; each stack's folder links to that and has only its own data.
 */
public final class Keycloak implements Server {

	/** Those of kc.sh, and a small heap with the quick compiler: it serves logins here, not load. */
	private static final List<String> JVM = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8",
			"-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
			"--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
			"--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
			"--enable-native-access=ALL-UNNAMED", "-Duser.language=en", "-Duser.country=US",
			"-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true");

	/** Else each connection that PostgreSQL's restart has left in the pool answers one login with an error. */
	private static final String VALIDATE_CONNECTIONS = "-Dquarkus.datasource.jdbc.validate-on-borrow=true";

	private static final String THEMES = "themes";

	private final Distribution distribution;

	private final Path data;

	private final Path log;

	private final Port port;

	private final KeycloakSettings settings;

	public Keycloak(Distribution distribution, Path data, Path log, Port port, KeycloakSettings settings) {
		this.distribution = distribution;
		this.data = data;
		this.log = log;
		this.port = port;
		this.settings = settings;
	}

	@Override
	public String name() {
		return "keycloak";
	}

	@Override
	public List<Port> ports() {
		return List.of(this.port);
	}

	@Override
	public Launch prepare() throws IOException {
		Path installed = this.distribution.keycloak(this::build);
		linkTo(installed);
		List<String> command = new ArrayList<>(java(installed, this.data));
		command.add(1, VALIDATE_CONNECTIONS);
		command.addAll(List.of("start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1",
				"--http-port=" + this.port.number(), "--hostname=" + url(), "--cache=local"));
		if (!Files.exists(imported())) {
			Path realm = this.data.resolve("data/import/frontdesk-realm.json");
			Private.write(realm, this.settings.realm().toString());
			command.add("--import-realm");
		}
		return new Launch(command, environment(), this.data, this.log);
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>(this.settings.placeholders());
		environment.putAll(Map.of("KC_DB_URL", this.settings.jdbcUrl(), "KC_DB_USERNAME", this.settings.username(),
				"KC_DB_PASSWORD", this.settings.password(), "KC_DB_POOL_INITIAL_SIZE", "1", "KC_DB_POOL_MAX_SIZE", "20",
				"KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", this.settings.adminPassword()));
		return environment;
	}

	private static List<String> java(Path installed, Path home) {
		List<String> command = new ArrayList<>(List.of(Distribution.java()));
		command.addAll(JVM);
		command.addAll(List.of("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"), "-cp",
				installed.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
		return command;
	}

	private void build(Path installed) throws IOException {
		List<String> command = new ArrayList<>(java(installed, installed));
		command.addAll(List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false"));
		Path buildLog = installed.resolve("build.log");
		try {
			int exit = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(buildLog.toFile())
					.start()
					.waitFor();
			if (exit != 0) {
				throw new IOException("Keycloak's build failed, see " + buildLog);
			}
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private void linkTo(Path installed) throws IOException {
		Private.directories(this.data);
		try (Stream<Path> parts = Files.list(installed)) {
			for (Path part : parts.filter(part -> !part.endsWith("data") && !part.endsWith(THEMES)).toList()) {
				link(this.data.resolve(part.getFileName()), part);
			}
		}
		link(this.data.resolve(THEMES), this.settings.themes().toAbsolutePath());
	}

	private static void link(Path link, Path target) throws IOException {
		Files.deleteIfExists(link);
		Files.createSymbolicLink(link, target);
	}

	private Path imported() {
		return this.data.resolve("data/imported");
	}

	@Override
	public boolean answers() {
		return Http.isOk(url() + "/realms/frontdesk/.well-known/openid-configuration");
	}

	@Override
	public void answered() {
		try {
			Private.make(imported());
		} catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private String url() {
		return "http://localhost:" + this.port.number();
	}

}
