package io.frontdesk.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
	private final class Toy implements Server {

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
