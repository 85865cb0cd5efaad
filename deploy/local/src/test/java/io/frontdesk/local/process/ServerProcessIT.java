package io.frontdesk.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.frontdesk.local.stack.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ServerProcessIT {

	/** Its memory takes the system a while to free, which keeps the port taken for that long. */
	private static final String LISTEN = """
			import java.net.*;
			static byte[] memory = new byte[256 << 20];
			void main(String[] args) throws Exception {
				java.util.Arrays.fill(memory, (byte) 1);
				var socket = new ServerSocket(Integer.parseInt(args[0]), 9, InetAddress.getLoopbackAddress());
				while (true) socket.accept().close();
			}
			""";

	@TempDir
	Path home;

	private final int port = Ports.freePort();

	private ServerProcess listener;

	@BeforeEach
	void prepare() throws IOException {
		Path source = Files.writeString(this.home.resolve("Listen.java"), LISTEN);
		this.listener = process(List.of(Distribution.java(), source.toString(), Integer.toString(this.port)));
	}

	@AfterEach
	void stop() {
		this.listener.kill9();
	}

	@Test
	void startsOnceAndStops() {
		assertThat(this.listener.start()).isInstanceOf(StartOutcome.Ready.class);
		assertThat(this.listener.start()).isInstanceOf(StartOutcome.AlreadyUp.class);
		RunningProcess process = this.listener.process().orElseThrow();
		assertThat(process.residentKilobytes()).isPositive();
		this.listener.stop();
		this.listener.stop();
		assertThat(process.isAlive()).isFalse();
		assertThat(this.listener.process()).isEmpty();
	}

	@Test
	void aTakenPortIsNamedWithItsHolder() throws IOException {
		try (ServerSocket _ = new ServerSocket(this.port, 1, InetAddress.getLoopbackAddress())) {
			StartOutcome outcome = this.listener.start();
			assertThat(outcome).isInstanceOf(StartOutcome.PortTaken.class);
			assertThat(outcome.explanation()).contains("port " + this.port)
					.contains("process " + ProcessHandle.current().pid() + " (java)")
					.contains("FRONTDESK_TOY_PORT");
			assertThat(this.listener.process()).isEmpty();
		}
	}

	@Test
	void aDyingProcessIsToldWithItsLastLines() {
		ServerProcess dying = process(List.of("sh", "-c", "echo 'the disk is full'; exit 3"));
		StartOutcome outcome = dying.start();
		assertThat(outcome).isInstanceOf(StartOutcome.Died.class);
		assertThat(outcome.explanation()).contains("toy stopped by itself", "the disk is full", "toy.log");
	}

	@Test
	void oneThatDoesNothingIsGivenUpButLeftRunning() {
		ServerProcess idle = process(List.of("sh", "-c", "echo 'waiting for the disk'; exec sleep 600"));
		StartOutcome outcome = idle.start(new Waiting(Duration.ofMillis(300), (_, _, _) -> {
		}));
		assertThat(outcome).isInstanceOf(StartOutcome.Silent.class);
		assertThat(outcome.explanation()).contains("waiting for the disk", "./frontdesk restart toy", "--patience");
		assertThat(idle.process()).isPresent();
	}

	@Test
	void oneThatWritesToItsLogIsWaitedForHoweverLongItTakes() throws IOException {
		Duration patience = Duration.ofMillis(500);
		Path source = Files.writeString(this.home.resolve("Slow.java"), """
				void main(String[] args) throws Exception {
					for (int i = 0; i < 30; i++) {
						System.out.println("step " + i);
						Thread.sleep(%d);
					}
					try (var socket = new java.net.ServerSocket(Integer.parseInt(args[0]), 9,
							java.net.InetAddress.getLoopbackAddress())) {
						while (true) socket.accept().close();
					}
				}
				""".formatted(patience.toMillis() / 5));
		// The compiler before it writes nothing: it may be given up, and is waited for anew.
		ServerProcess slow = process(List.of(Distribution.java(), source.toString(), Integer.toString(this.port)));
		await().until(() -> {
			slow.start(new Waiting(Duration.ZERO, (_, _, _) -> {
			}));
			return Files.readString(this.home.resolve("toy.log")).contains("step 0");
		});
		assertThat(slow.start(new Waiting(patience, (_, _, _) -> {
		}))).isInstanceOf(StartOutcome.Ready.class);
	}

	@Test
	void oneThatComputesMovesThoughItSaysNothing() throws IOException {
		Path log = Files.createFile(this.home.resolve("silent.log"));
		RunningProcess busy = new Launch(List.of("sh", "-c", "while :; do :; done"), Map.of(), this.home, log)
				.detached();
		try {
			Movement movement = new Movement(busy, log);
			Duration before = busy.computed();
			await().until(() -> busy.computed().compareTo(before) > 0);
			await().atMost(Duration.ofMinutes(2)).until(() -> movement.still().isZero());
		} finally {
			busy.signal("KILL");
		}
	}

	@Test
	void oneThatOnlyWritesNotesIsNotWaitedForAndNotKilled() throws IOException {
		Path ready = this.home.resolve("ready");
		ServerProcess recording = new ServerProcess(
				new Toy(List.of("sh", "-c", "trap '' TERM; touch %s; while :; do sleep 1; done".formatted(ready))) {
					@Override
					public boolean answers() {
						return Files.exists(ready);
					}

					@Override
					public boolean onlyRecords(RunningProcess process) {
						return process.hasLetGoOf(Set.of());
					}
				}, new RunDirectory(this.home.resolve("run")));
		recording.start();
		RunningProcess process = recording.process().orElseThrow();
		try {
			assertThat(recording.stop()).isEqualTo(StopOutcome.LEFT_RECORDING);
			assertThat(process.isAlive()).isTrue();
			assertThat(recording.process()).isEmpty();
		} finally {
			process.signal("KILL");
		}
	}

	@Test
	void oneThatListensHasNotLetGo() {
		this.listener.start();
		RunningProcess process = this.listener.process().orElseThrow();
		assertThat(process.hasLetGoOf(Set.of())).isFalse();
		assertThat(this.listener.stop()).isEqualTo(StopOutcome.ENDED);
	}

	@Test
	void oneThatIsConnectedToWhatItNeedsHasNotLetGoOfThat() throws IOException {
		try (ServerSocket needed = new ServerSocket(this.port, 9, InetAddress.getLoopbackAddress())) {
			Path source = Files.writeString(this.home.resolve("Connect.java"), """
					void main(String[] args) throws Exception {
						try (var socket = new java.net.Socket("127.0.0.1", Integer.parseInt(args[0]))) {
							socket.getInputStream().read();
						}
					}
					""");
			RunningProcess client = new Launch(
					List.of(Distribution.java(), source.toString(), Integer.toString(this.port)), Map.of(), this.home,
					this.home.resolve("client.log")).detached();
			try (Socket _ = needed.accept()) {
				assertThat(client.hasLetGoOf(Set.of(this.port))).isFalse();
				assertThat(client.hasLetGoOf(Set.of(this.port + 1))).isTrue();
			} finally {
				client.signal("KILL");
			}
		}
	}

	@Test
	void aProcessThatTookOverAnIdIsNotTheServer() throws IOException {
		RunDirectory run = new RunDirectory(this.home.resolve("run"));
		RunningProcess me = RunningProcess.of(ProcessHandle.current().pid());
		run.record("toy", new RunningProcess(me.pid(), me.startTicks() - 1));
		assertThat(run.find("toy")).isEmpty();
		assertThat(this.home.resolve("run/toy.pid")).doesNotExist();
	}

	@Test
	void startsAgainAfterKill() {
		this.listener.start();
		RunningProcess first = this.listener.process().orElseThrow();
		first.signal("KILL");
		await().until(() -> !first.isAlive());
		assertThat(this.listener.start()).isInstanceOf(StartOutcome.Ready.class);
		assertThat(this.listener.process().orElseThrow()).isNotEqualTo(first);
	}

	@Test
	void theEndOfAKilledProcessIsTheEndOfItsPort() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.listener.start()).isInstanceOf(StartOutcome.Ready.class);
			this.listener.kill9();
			assertThat(PortHolder.isFree(this.port)).isTrue();
		}
	}

	private ServerProcess process(List<String> command) {
		return new ServerProcess(new Toy(command), new RunDirectory(this.home.resolve("run")));
	}

	/** A server that is no more than its process and a port. */
	private class Toy implements Server {

		private final List<String> command;

		Toy(List<String> command) {
			this.command = command;
		}

		@Override
		public String name() {
			return "toy";
		}

		@Override
		public List<Port> ports() {
			return List.of(new Port("FRONTDESK_TOY_PORT", ServerProcessIT.this.port));
		}

		@Override
		public Launch prepare() {
			Path home = ServerProcessIT.this.home;
			return new Launch(this.command, Map.of(), home, home.resolve("toy.log"));
		}

		@Override
		public boolean answers() {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ServerProcessIT.this.port), 500);
				return true;
			} catch (IOException _) {
				return false;
			}
		}

	}

}
