package io.frontdesk.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Launch;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.Private;
import io.frontdesk.local.process.Server;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka broker that is its own controller, from Kafka's own jars. Nobody speaks to it without a login: clients come in
 * by SCRAM, which shows their password to nobody, and to the controller only the broker itself.
 */
public final class Kafka implements Server {

	private static final short API_VERSIONS = 18;

	private final Distribution distribution;

	private final Path data;

	private final Path log;

	private final Port port;

	private final Port controllerPort;

	private final Access access;

	public Kafka(Distribution distribution, Path data, Path log, Port port, Port controllerPort, Access access) {
		this.distribution = distribution;
		this.data = data;
		this.log = log;
		this.port = port;
		this.controllerPort = controllerPort;
		this.access = access;
	}

	@Override
	public String name() {
		return "kafka";
	}

	@Override
	public List<Port> ports() {
		return List.of(this.port, this.controllerPort);
	}

	public String bootstrapServers() {
		return "127.0.0.1:" + this.port.number();
	}

	@Override
	public Launch prepare() throws IOException {
		Path properties = this.data.resolve("server.properties");
		boolean isNew = !Files.exists(logs().resolve("meta.properties"));
		Private.write(properties, properties() + (isNew || knowsOwnLogin() ? "" : wayInForOwnLogin()));
		if (isNew) {
			format(properties);
			Private.make(setUp());
		}
		return new Launch(java("-Xmx256m", "kafka.Kafka", properties.toString()), Map.of(), this.data, this.log);
	}

	/** The command for one of Kafka's own tools, such as its console consumer. */
	public List<String> tool(String mainClass) {
		return List.of(Distribution.java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", this.distribution.kafka(), mainClass);
	}

	private List<String> java(String heap, String mainClass, String... arguments) {
		var command = new java.util.ArrayList<>(List.of(Distribution.java(), heap, "-XX:+UseSerialGC",
				"-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
				"-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
				"-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn", "-cp", this.distribution.kafka(),
				mainClass));
		command.addAll(List.of(arguments));
		return command;
	}

	private Path logs() {
		return this.data.resolve("logs");
	}

	/** Data of a release without logins does not know it. */
	private boolean knowsOwnLogin() {
		return Files.exists(setUp());
	}

	/** Says what the data are set up for. */
	private Path setUp() {
		return this.data.resolve("set-up");
	}

	/** A command's arguments can be read by everybody on the machine, the file that they are in can't. */
	private void format(Path properties) throws IOException {
		Path formatLog = this.data.resolve("format.log");
		Private.make(formatLog);
		Path arguments = this.data.resolve("format.arguments");
		Private.write(arguments, """
				format
				--ignore-formatted
				--cluster-id=%s
				--config=%s
				--add-scram=%s=[name=%s,password=%s]
				""".formatted(clusterId(), properties, Login.SCRAM, own().name(), own().password()));
		try {
			int exit = new ProcessBuilder(
					Private.command(java("-Xmx64m", "kafka.tools.StorageTool", "@" + arguments)))
					.redirectErrorStream(true)
					.redirectOutput(formatLog.toFile())
					.start()
					.waitFor();
			if (exit != 0) {
				throw new IOException("Kafka could not format its storage: " + Files.readString(formatLog));
			}
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		} finally {
			Files.deleteIfExists(arguments);
		}
	}

	private static String clusterId() {
		java.util.UUID id = java.util.UUID.randomUUID();
		var bytes = java.nio.ByteBuffer.allocate(16)
				.putLong(id.getMostSignificantBits())
				.putLong(id.getLeastSignificantBits());
		return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
	}

	/**
	 * The dedupe buffer is 128 MB by default, half of this heap. Offsets outlive the facts (90 days): a service that was
	 * away for months goes on where it was.
	 */
	private String properties() {
		return """
				process.roles=broker,controller
				node.id=1
				controller.quorum.voters=1@127.0.0.1:%2$d
				controller.listener.names=CONTROLLER
				listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=CLIENTS://127.0.0.1:%1$d
				listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
				inter.broker.listener.name=CLIENTS
				sasl.mechanism.inter.broker.protocol=%4$s
				listener.name.clients.sasl.enabled.mechanisms=%4$s
				listener.name.clients.scram-sha-512.sasl.jaas.config=%5$s
				sasl.mechanism.controller.protocol=PLAIN
				listener.name.controller.sasl.enabled.mechanisms=PLAIN
				listener.name.controller.plain.sasl.jaas.config=%6$s
				authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
				super.users=User:%7$s
				allow.everyone.if.no.acl.found=false
				log.dirs=%3$s
				auto.create.topics.enable=false
				num.partitions=12
				default.replication.factor=1
				min.insync.replicas=1
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=8
				offsets.retention.minutes=172800
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				transaction.state.log.num.partitions=8
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				group.initial.rebalance.delay.ms=0
				log.retention.hours=168
				log.segment.bytes=67108864
				log.cleaner.dedupe.buffer.size=16777216
				""".formatted(this.port.number(), this.controllerPort.number(), logs(), Login.SCRAM, own().scram(),
				own().plainOfBroker(), own().name());
	}

	/** Until its next start: by then it knows the login as it knows all others. */
	private String wayInForOwnLogin() {
		return """
				listener.name.clients.sasl.enabled.mechanisms=%s,%s
				listener.name.clients.plain.sasl.jaas.config=%s
				""".formatted(Login.SCRAM, Login.PLAIN, own().plainOfBroker());
	}

	private Login own() {
		return this.access.own();
	}

	@Override
	public void answered() {
		try {
			if (!knowsOwnLogin() || !Files.readString(setUp()).equals(this.access.wanted())) {
				setUp(knowsOwnLogin() ? own().settings() : own().plainSettings());
			}
		} catch (IOException | ExecutionException ex) {
			throw new IllegalStateException("It runs, but its topics and rights could not be set: %s"
					.formatted((ex.getCause() != null) ? ex.getCause().getMessage() : ex.getMessage()), ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

	private void setUp(Map<String, String> login) throws IOException, ExecutionException, InterruptedException {
		Map<String, Object> settings = new HashMap<>(login);
		settings.put("bootstrap.servers", bootstrapServers());
		try (Admin admin = Admin.create(settings)) {
			new SetUp(admin, this.access).run();
		}
		Private.write(setUp(), this.access.wanted());
	}

	/** Asks for the versions that the broker speaks: answered only once it takes part in the cluster. */
	@Override
	public boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port.number()), 1000);
			socket.setSoTimeout(2000);
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			out.writeInt(10);
			out.writeShort(API_VERSIONS);
			out.writeShort(0);
			out.writeInt(1);
			out.writeShort(-1);
			out.flush();
			DataInputStream in = new DataInputStream(socket.getInputStream());
			return in.readInt() > 0 && in.readInt() == 1 && in.readShort() == 0;
		} catch (IOException _) {
			return false;
		}
	}

}
