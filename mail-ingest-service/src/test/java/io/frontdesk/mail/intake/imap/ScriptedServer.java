package io.frontdesk.mail.intake.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/** Says what a server said that can't be had here: a greeting, then an answer to each command, then nothing more. */
final class ScriptedServer implements AutoCloseable {

	private final ServerSocket door;

	private final List<String> script;

	ScriptedServer(String... script) throws IOException {
		this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
	}

	private ScriptedServer(ServerSocket door, String... script) {
		this.door = door;
		this.script = List.of(script);
		Thread.ofVirtual().start(this::answer);
	}

	static ScriptedServer withTls(Certificate certificate, String... script)
			throws IOException, GeneralSecurityException {
		return new ScriptedServer(certificate.context()
				.getServerSocketFactory()
				.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
	}

	int port() {
		return this.door.getLocalPort();
	}

	private void answer() {
		while (!this.door.isClosed()) {
			try {
				var client = this.door.accept();
				Thread.ofVirtual().start(() -> play(client));
			} catch (IOException _) {
				return;
			}
		}
	}

	private void play(Socket client) {
		try (client;
				var commands = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
			var tag = "";
			for (var line : this.script) {
				client.getOutputStream().write((tag + line + "\r\n").getBytes(StandardCharsets.US_ASCII));
				client.getOutputStream().flush();
				var command = commands.readLine();
				if (command == null) {
					return;
				}
				tag = command.split(" ")[0] + " ";
			}
		} catch (IOException _) {
			// the client hung up
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

}
