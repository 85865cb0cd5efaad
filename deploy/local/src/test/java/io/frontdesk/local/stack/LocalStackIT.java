package io.frontdesk.local.stack;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.process.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalStackIT {

	private static final List<String> SERVERS = List.of("postgres", "kafka", "mail");

	@TempDir
	Path home;

	private final Ports ports = Ports.free();

	@AfterEach
	void stop() {
		stack().stop();
	}

	@Test
	void whatOneProcessStartedAnotherFindsStopsAndStartsAgain() {
		assertThat(stack().start(SERVERS, Progress.SILENT, Waiting.usualPatience())).allMatch(StartOutcome::isUp);
		assertThat(stack().start(SERVERS, Progress.SILENT, Waiting.usualPatience()))
				.allSatisfy(outcome -> assertThat(outcome).isInstanceOf(StartOutcome.AlreadyUp.class));
		assertThat(healthy()).containsExactlyElementsOf(SERVERS);
		stack().kill9("kafka");
		assertThat(healthy()).containsExactly("postgres", "mail");
		assertThat(stack().start("kafka")).isInstanceOf(StartOutcome.Ready.class);
		stack().stop();
		assertThat(stack().isRunning()).isFalse();
	}

	@Test
	void whenOneFailsTheOthersStayUpAndTheNextStartDoesTheRest() throws Exception {
		try (ServerSocket _ = new ServerSocket(this.ports.of(Ports.Name.IMAP), 1, InetAddress.getLoopbackAddress())) {
			List<StartOutcome> outcomes = stack().start(SERVERS, Progress.SILENT, Waiting.usualPatience());
			assertThat(outcomes).anyMatch(StartOutcome.PortTaken.class::isInstance);
			assertThat(healthy()).containsExactly("postgres", "kafka");
		}
		assertThat(stack().start(SERVERS, Progress.SILENT, Waiting.usualPatience()))
				.extracting(StartOutcome::server)
				.containsExactlyElementsOf(SERVERS);
		assertThat(healthy()).containsExactlyElementsOf(SERVERS);
	}

	@Test
	void whatNeedsSomethingThatFailedIsNotTriedAndSaysSo() throws Exception {
		try (ServerSocket _ = new ServerSocket(this.ports.of(Ports.Name.POSTGRES), 1,
				InetAddress.getLoopbackAddress())) {
			List<StartOutcome> outcomes = stack().start(List.of("postgres", "keycloak"), Progress.SILENT,
					Waiting.usualPatience());
			assertThat(outcomes.getLast().explanation()).isEqualTo("keycloak was not started, as it needs postgres");
		}
	}

	@Test
	void aStackThatRunsIsFoundWhateverTheEnvironmentSaysOfPorts() {
		List<String> warnings = new ArrayList<>();
		stack().start("mail");
		assertThat(found(Map.of(), warnings).ports()).isEqualTo(this.ports);
		assertThat(warnings).isEmpty();
		assertThat(found(Map.of("FRONTDESK_PORT_OFFSET", "7"), warnings).ports()).isEqualTo(this.ports);
		assertThat(warnings).singleElement()
				.asString()
				.contains("gateway on %d, not on 8087".formatted(this.ports.of(Ports.Name.GATEWAY)));
		stack().stop();
		assertThat(found(Map.of(), warnings).ports()).isEqualTo(Ports.from(Map.of()));
		assertThat(warnings).hasSize(1);
	}

	private LocalStack found(Map<String, String> environment, List<String> warnings) {
		return LocalStack.found(new Project(Path.of("../..")), new Home(this.home), environment, warnings::add);
	}

	@Test
	void aServiceThatIsNotBuiltSaysSo() {
		StartOutcome outcome = new LocalStack(withoutJars(), new Home(this.home), this.ports).start("ticket-service");
		assertThat(outcome.explanation()).contains("ticket-service.jar is missing");
	}

	private Project withoutJars() {
		try {
			Path root = Files.createDirectories(this.home.resolve("checkout"));
			Path realm = Files.createDirectories(root.resolve("identity/realm"));
			Files.writeString(realm.resolve("frontdesk-realm.json"), "{}");
			Files.writeString(realm.resolve("local-overlay.json"), "{}");
			Project project = new Project(root);
			Files.createDirectories(project.topics().getParent());
			Files.writeString(project.topics(), "{}");
			return project;
		} catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Test
	void nothingThatAStackWritesCanBeReadByOthers() throws Exception {
		Path open = Files.createDirectory(this.home.resolve("old"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
		LocalStack stack = new LocalStack(new Project(Path.of("../..")), new Home(open), this.ports);
		assertThat(stack.start(SERVERS, Progress.SILENT, Waiting.usualPatience())).allMatch(StartOutcome::isUp);
		stack.stop();
		try (Stream<Path> files = Files.walk(open)) {
			List<Path> all = files.toList();
			assertThat(all).contains(open.resolve("subscriber.properties"), open.resolve("logs/postgres.log"),
					open.resolve("data/kafka/server.properties"), open.resolve("data/postgres/PG_VERSION"));
			assertThat(all).allSatisfy(file -> assertThat(PosixFilePermissions
					.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))).endsWith("------"));
		}
	}

	@Test
	void passwordsStayAndOnlyTheOwnerReadsThem() throws Exception {
		String made = stack().secrets().get("reference-key");
		assertThat(made).hasSize(64).isEqualTo(stack().secrets().get("reference-key"));
		assertThat(
				PosixFilePermissions.toString(Files.getPosixFilePermissions(this.home.resolve("secrets.properties"))))
				.isEqualTo("rw-------");
	}

	@Test
	void namesMayBeShortAndWrongOnesAreAnsweredWithTheRightOnes() {
		assertThat(stack().nameOf("ticket")).isEqualTo("ticket-service");
		assertThatThrownBy(() -> stack().nameOf("tickets"))
				.hasMessageContaining("postgres, kafka, mail, keycloak, org-service");
	}

	private List<String> healthy() {
		return stack().status()
				.stream()
				.filter(status -> status.health() == Status.Health.HEALTHY)
				.map(Status::name)
				.toList();
	}

	private LocalStack stack() {
		return new LocalStack(new Project(Path.of("../..")), new Home(this.home), this.ports);
	}

}
