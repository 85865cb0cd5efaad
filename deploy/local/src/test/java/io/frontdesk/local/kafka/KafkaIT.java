package io.frontdesk.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Ports;
import io.frontdesk.local.stack.Project;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the broker of the stack lets nobody do, tried for real, and what its logins can do. */
class KafkaIT {

	private static final short METADATA = 3;

	@TempDir
	private static Path home;

	private static final int PORT = Ports.freePort();

	private static final int CONTROLLER_PORT = Ports.freePort();

	private static TopicTable table = TopicTable.empty();

	@BeforeAll
	static void start() throws IOException {
		table = TopicTable.parse(Files.readString(Project.found().topics()));
		assertThat(broker(table).start()).isInstanceOf(StartOutcome.Ready.class);
		try (Client all = client("kafka")) {
			for (String topic : allTopics()) {
				all.write(topic);
			}
		}
	}

	@AfterAll
	static void stop() {
		broker(table).kill9();
	}

	@Test
	void whoDoesNotLogInIsAnsweredNothingNeitherByTheBrokerNorByTheController() throws IOException {
		assertThat(isAnswered(PORT)).isFalse();
		assertThat(isAnswered(CONTROLLER_PORT)).isFalse();
	}

	@Test
	void whoDoesNotKnowThePasswordDoesNotComeIn() {
		for (Login login : List.of(new Login("ticket-service", "guessed"), new Login("kafka", "kafka"),
				new Login("nobody", "secret of nobody"))) {
			try (Client client = new Client(address(), login)) {
				assertThatThrownBy(() -> client.admin().listTopics().names().get())
						.hasCauseInstanceOf(SaslAuthenticationException.class);
			}
		}
	}

	@Test
	void noPasswordIsTakenThatGoesOverTheWire() {
		try (Client client = new Client(address(), login("kafka").plainSettings())) {
			assertThatThrownBy(() -> client.admin().listTopics().names().get())
					.hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
		}
	}

	@Test
	void theControllerKnowsTheBrokerOnly() {
		for (String service : table.services()) {
			try (Client client = new Client(Map.of("bootstrap.controllers", "127.0.0.1:" + CONTROLLER_PORT),
					login(service).plainSettings())) {
				assertThatThrownBy(() -> client.admin().describeAcls(AclBindingFilter.ANY).values().get())
						.hasCauseInstanceOf(SaslAuthenticationException.class);
			}
		}
	}

	@Test
	void eachLoginReadsWhatTheTableSaysAndNothingElse() {
		for (Login login : others()) {
			try (Client client = new Client(address(), login)) {
				for (String topic : allTopics()) {
					assertThat(client.mayRead(topic)).as("%s reads %s", login, topic)
							.isEqualTo(reads(login.name(), topic));
				}
			}
		}
	}

	@Test
	void eachLoginWritesWhatTheTableSaysAndNothingElse() {
		for (Login login : others()) {
			try (Client client = new Client(address(), login)) {
				for (String topic : allTopics()) {
					assertThat(client.mayWrite(topic)).as("%s writes %s", login, topic)
							.isEqualTo(writes(login.name(), topic));
				}
			}
		}
	}

	@Test
	void aSubscriberReadsNoMailsAndNoDeadLettersAndForgesNothing() {
		try (Client subscriber = client(TopicTable.SUBSCRIBER); Client tickets = client("ticket-service")) {
			assertThat(subscriber.mayRead("ticket-message-added")).isTrue();
			assertThat(subscriber.mayRead("mail-received")).isFalse();
			assertThat(subscriber.mayRead("mail-received-dlt")).isFalse();
			assertThat(subscriber.mayRead("ticket-created-dlt")).isFalse();
			assertThat(subscriber.mayWrite("ticket-message-added")).isFalse();
			assertThat(tickets.mayWrite("mail-received")).isFalse();
			assertThat(subscriber.visibleTopics()).containsExactlyInAnyOrderElementsOf(table.forSubscribers());
		}
	}

	@Test
	void aConsumerGroupIsItsOwners() {
		assertThatThrownBy(() -> commitIn("ticket-service", TopicTable.SUBSCRIBER))
				.isInstanceOf(GroupAuthorizationException.class);
		assertThatThrownBy(() -> commitIn("ticket-service", "org-service"))
				.isInstanceOf(GroupAuthorizationException.class);
		assertThatThrownBy(() -> commitIn("gateway-service", "gateway-service"))
				.isInstanceOf(GroupAuthorizationException.class);
		commitIn("ticket-service", "ticket-service");
		commitIn("ticket-service-dead-letters", "ticket-service");
		commitIn("subscriber-of-mine", TopicTable.SUBSCRIBER);
	}

	private static void commitIn(String group, String login) {
		try (Client client = client(login)) {
			client.commit(readableBy(login), group);
		}
	}

	private static String readableBy(String login) {
		return allTopics().stream().filter(topic -> reads(login, topic)).findFirst().orElseThrow();
	}

	@Test
	void noServiceGivesItselfRightsOrChangesWhatThereIs() {
		for (Login login : others()) {
			try (Client client = new Client(address(), login)) {
				assertThatThrownBy(() -> client.admin().createAcls(Rights.of(table)).all().get())
						.hasCauseInstanceOf(ClusterAuthorizationException.class);
				assertThatThrownBy(() -> client.admin()
						.alterUserScramCredentials(
								List.of(new UserScramCredentialUpsertion("kafka", SetUp.STORED, "mine now")))
						.all()
						.get()).hasCauseInstanceOf(ClusterAuthorizationException.class);
				assertThatThrownBy(() -> client.admin().deleteTopics(Set.of("ticket-created")).all().get())
						.hasCauseInstanceOf(TopicAuthorizationException.class);
				assertThatThrownBy(() -> client.admin()
						.createTopics(Set.of(new NewTopic("mine", 1, (short) 1)))
						.all()
						.get()).hasCauseInstanceOf(TopicAuthorizationException.class);
			}
		}
	}

	@Test
	void theNextStartFindsLoginsAndTakesBackWhatTheTableNoLongerSays() throws IOException {
		ServerProcess own = broker(table);
		own.stop();
		try {
			ServerProcess without = broker(new TopicTable(table.partitions(), table.largest(), table.retentionDays(),
					Map.of("user-changed", new TopicTable.Topic("user-changed", true, List.of("org-service"),
							List.of("notification-service"), List.of(), List.of(), false))));
			assertThat(without.start()).isInstanceOf(StartOutcome.Ready.class);
			try (Client notifications = client("notification-service")) {
				assertThat(notifications.mayRead("user-changed")).isTrue();
				assertThat(notifications.mayRead("ticket-created")).isFalse();
				assertThat(notifications.mayWrite("notification-failed")).isFalse();
			}
		} finally {
			own.stop();
			assertThat(own.start()).isInstanceOf(StartOutcome.Ready.class);
		}
	}

	@Test
	void dataOfAReleaseWithoutLoginsGoesOnAndAfterItsNextStartNoPasswordGoesOverTheWire(@TempDir Path old)
			throws Exception {
		int port = Ports.freePort();
		Kafka kafka = kafka(old, port, Ports.freePort(), table);
		formatAsBefore(kafka, old.resolve("data/logs"));
		ServerProcess process = new ServerProcess(kafka, new RunDirectory(old.resolve("run")));
		Map<String, String> address = Map.of("bootstrap.servers", "127.0.0.1:" + port);
		try {
			assertThat(process.start()).isInstanceOf(StartOutcome.Ready.class);
			process.stop();
			assertThat(process.start()).isInstanceOf(StartOutcome.Ready.class);
			try (Client service = new Client(address, login("ticket-service"));
					Client plain = new Client(address, login("kafka").plainSettings())) {
				assertThat(service.mayWrite("ticket-created")).isTrue();
				assertThat(service.mayWrite("mail-received")).isFalse();
				assertThatThrownBy(() -> plain.admin().listTopics().names().get())
						.hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
			}
		} finally {
			process.kill9();
		}
	}

	private static void formatAsBefore(Kafka kafka, Path logs) throws IOException, InterruptedException {
		Files.createDirectories(logs.getParent());
		Path properties = Files.writeString(logs.resolveSibling("old.properties"), """
				process.roles=broker,controller
				node.id=1
				controller.quorum.voters=1@127.0.0.1:1
				controller.listener.names=CONTROLLER
				listeners=PLAINTEXT://127.0.0.1:2,CONTROLLER://127.0.0.1:1
				log.dirs=%s
				""".formatted(logs));
		List<String> command = Stream
				.concat(kafka.tool("kafka.tools.StorageTool").stream(),
						Stream.of("format", "--cluster-id=AAAAAAAAQACAAAAAAAAAAA", "--config=" + properties))
				.toList();
		assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
	}

	/** Whether it says anything to a question that wants no login: it hangs up instead. */
	private static boolean isAnswered(int port) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(20_000);
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			out.writeInt(14);
			out.writeShort(METADATA);
			out.writeShort(0);
			out.writeInt(1);
			out.writeShort(-1);
			out.writeInt(0);
			out.flush();
			return new DataInputStream(socket.getInputStream()).read() >= 0;
		}
	}

	private static boolean reads(String login, String topic) {
		TopicTable.Topic fact = factOf(topic);
		if (login.equals(TopicTable.SUBSCRIBER)) {
			return fact.forSubscribers() && topic.equals(fact.name());
		}
		return fact.readBy().contains(login) || topic.equals(fact.name()) && fact.followedBy().contains(login)
				|| topic.equals(fact.deadLetters()) && fact.deadLettersReadBy().contains(login);
	}

	private static boolean writes(String login, String topic) {
		TopicTable.Topic fact = factOf(topic);
		return (topic.equals(fact.name()) ? fact.sentBy() : fact.readBy()).contains(login);
	}

	private static TopicTable.Topic factOf(String topic) {
		return table.topics()
				.values()
				.stream()
				.filter(fact -> topic.equals(fact.name()) || topic.equals(fact.deadLetters()))
				.findFirst()
				.orElseThrow();
	}

	private static Set<String> allTopics() {
		Set<String> all = new TreeSet<>();
		table.topics().values().forEach(topic -> all.addAll(Set.of(topic.name(), topic.deadLetters())));
		return all;
	}

	private static Map<String, String> address() {
		return Map.of("bootstrap.servers", "127.0.0.1:" + PORT);
	}

	private static Client client(String name) {
		return new Client(address(), login(name));
	}

	private static Login login(String name) {
		return new Login(name, "secret of " + name);
	}

	private static List<Login> others() {
		return Stream.concat(table.services().stream(), Stream.of(TopicTable.SUBSCRIBER)).map(KafkaIT::login).toList();
	}

	private static ServerProcess broker(TopicTable topics) {
		return new ServerProcess(kafka(home, PORT, CONTROLLER_PORT, topics), new RunDirectory(home.resolve("run")));
	}

	private static Kafka kafka(Path folder, int port, int controller, TopicTable topics) {
		return new Kafka(Distribution.found(), folder.resolve("data"), folder.resolve("kafka.log"),
				new Port("KAFKA", port), new Port("CONTROLLER", controller),
				new Access(login("kafka"), topics,
						Stream.of("gateway-service", "mail-ingest-service", "notification-service", "org-service",
								"ticket-service",
								TopicTable.SUBSCRIBER).map(KafkaIT::login).toList()));
	}

}
