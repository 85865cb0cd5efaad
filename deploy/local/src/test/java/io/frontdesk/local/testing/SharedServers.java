package io.frontdesk.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.frontdesk.local.kafka.Access;
import io.frontdesk.local.kafka.Kafka;
import io.frontdesk.local.kafka.Login;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.MailServer;
import io.frontdesk.local.postgres.Postgres;
import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.RunningProcess;
import io.frontdesk.local.process.Server;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Ports;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;

/** The servers of this JVM's tests, under target/real-servers, stopped and deleted when the JVM ends. */
public final class SharedServers {

	private static final Path ALL = Path.of("target", "real-servers").toAbsolutePath();

	private static final Path MINE = ALL.resolve(Long.toString(ProcessHandle.current().pid()));

	private static final AtomicInteger COUNT = new AtomicInteger();

	/** One party for each context that is open, and one for us. */
	private static final Phaser CONTEXTS = new Phaser(1);

	private static final List<ServerProcess> STARTED = new CopyOnWriteArrayList<>();

	static {
		removeLeftovers();
		own();
		Runtime.getRuntime().addShutdownHook(new Thread(SharedServers::stopAll));
	}

	private SharedServers() {}

	/** A database, its owner's name (the same) and password. */
	public record Database(String name, String url, String password) {}

	public static Database freshDatabase() {
		String name = "test_" + COUNT.incrementAndGet();
		Postgres postgres = PostgresHolder.SERVER;
		postgres.createDatabase(name, name);
		return new Database(name, postgres.jdbcUrl(name), name);
	}

	public static Kafka kafka() {
		return KafkaHolder.SERVER;
	}

	/** Of a login that may do everything: a test also plays those whose events a service reads. */
	public static Map<String, Object> kafkaClient() {
		Map<String, Object> settings = new LinkedHashMap<>(KafkaHolder.LOGIN.settings());
		settings.put("bootstrap.servers", kafka().bootstrapServers());
		return settings;
	}

	/** The same as Spring has it. */
	public static Map<String, Object> kafkaProperties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		kafkaClient().forEach((name, value) -> properties.put("spring.kafka.properties." + name, value));
		properties.put("spring.kafka.bootstrap-servers", kafka().bootstrapServers());
		return properties;
	}

	public static MailClient freshMailServer() {
		String name = "mail-" + COUNT.incrementAndGet();
		Port smtp = freePort();
		Port imap = freePort();
		start(new MailServer(Distribution.found(), MINE.resolve(name),
				MINE.resolve(name + ".log"), smtp, imap), new RunDirectory(MINE.resolve(name + "-run")));
		return new MailClient(smtp.number(), imap.number());
	}

	private static <S extends Server> S start(S server, RunDirectory run) {
		ServerProcess process = new ServerProcess(server, run);
		STARTED.add(process);
		StartOutcome outcome = process.start();
		if (!outcome.isUp()) {
			throw new IllegalStateException(outcome.explanation());
		}
		return server;
	}

	private static Port freePort() {
		return new Port("a free port", Ports.freePort());
	}

	private static void own() {
		try {
			new RunDirectory(MINE).record("owner", RunningProcess.of(ProcessHandle.current().pid()));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Keeps the servers up until the context has let go of its last bean: it would wait in vain for a dead database. */
	static void serve(ConfigurableApplicationContext context) {
		CONTEXTS.register();
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("realServers",
				CONTEXTS::arriveAndDeregister);
	}

	private static void stopAll() {
		try {
			CONTEXTS.awaitAdvanceInterruptibly(CONTEXTS.arriveAndDeregister(), 40, TimeUnit.SECONDS);
		} catch (InterruptedException | TimeoutException _) {
			System.err.println("Stopping the servers under a context that does not close");
		}
		STARTED.forEach(ServerProcess::kill9);
		delete(MINE);
	}

	/** A test JVM that was killed could not stop its servers. */
	private static void removeLeftovers() {
		if (!Files.isDirectory(ALL)) {
			return;
		}
		try (Stream<Path> others = Files.list(ALL)) {
			others.filter(other -> new RunDirectory(other).find("owner").isEmpty()).toList().forEach(other -> {
				killAllIn(other);
				delete(other);
			});
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void killAllIn(Path home) {
		try (Stream<Path> files = Files.find(home, 2, (file, _) -> file.toString().endsWith(".pid"))) {
			files.toList().forEach(file -> {
				String name = file.getFileName().toString().replace(".pid", "");
				new RunDirectory(file.getParent()).find(name).ifPresent(process -> process.signal("KILL"));
			});
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path root) {
		if (!Files.exists(root)) {
			return;
		}
		try (Stream<Path> files = Files.walk(root)) {
			files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
		} catch (IOException | UncheckedIOException _) {
			System.err.println("Left behind: " + root);
		}
	}

	/** Started when first asked for. */
	private static final class PostgresHolder {

		static final Postgres SERVER = start(new Postgres(Distribution.found(), MINE.resolve("postgres"),
				MINE.resolve("postgres.log"), freePort(), "postgres", Map.of()),
				new RunDirectory(MINE.resolve("postgres-run")));

	}

	/** Started when first asked for. */
	private static final class KafkaHolder {

		static final Login LOGIN = new Login("tests", UUID.randomUUID().toString());

		static final Kafka SERVER = start(
				new Kafka(Distribution.found(), MINE.resolve("kafka"), MINE.resolve("kafka.log"), freePort(),
						freePort(), Access.only(LOGIN)),
				new RunDirectory(MINE.resolve("kafka-run")));

	}

}
