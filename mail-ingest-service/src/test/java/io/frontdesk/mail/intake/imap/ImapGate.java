package io.frontdesk.mail.intake.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Stands between the watcher and the mail server: breaks the connections, acts before a command arrives, or asks for
 * XOAUTH2 in place of the mail server, which knows none.
 */
final class ImapGate implements AutoCloseable {

	private final ServerSocket door;

	private final int serverPort;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private volatile Consumer<String> watcher = _ -> {
	};

	private volatile boolean shut;

	private volatile boolean askingForTokens;

	ImapGate(int serverPort) throws IOException {
		this.serverPort = serverPort;
		this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::answer);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** @param watcher is told each line of the client's before the server is */
	void before(Consumer<String> watcher) {
		this.watcher = watcher;
	}

	void askForTokens(String... accepted) {
		this.askingForTokens = true;
		this.tokens.clear();
		this.tokens.addAll(List.of(accepted));
	}

	/** Breaks what is open, and lets nobody in until it is opened. */
	void shut() {
		this.shut = true;
		cut();
	}

	void open() {
		this.shut = false;
	}

	void cut() {
		this.open.forEach(ImapGate::close);
		this.open.clear();
	}

	private void answer() {
		while (!this.door.isClosed()) {
			try {
				var client = this.door.accept();
				if (this.shut) {
					close(client);
				} else {
					Thread.ofVirtual().start(() -> serve(client));
				}
			} catch (IOException _) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client; var server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort)) {
			this.open.add(client);
			this.open.add(server);
			var lines = new BufferedReader(
					new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
			if (this.askingForTokens && !letIn(lines, client.getOutputStream(), server)) {
				return;
			}
			Thread.ofVirtual().start(() -> pump(server, client));
			for (var line = lines.readLine(); line != null; line = lines.readLine()) {
				this.watcher.accept(line);
				say(server.getOutputStream(), line);
			}
		} catch (IOException _) {
			// the test or one of the two hung up
		}
	}

	/** RFC 4959's initial response with Google's and Microsoft's XOAUTH2. */
	private boolean letIn(BufferedReader client, OutputStream answers, Socket server) throws IOException {
		say(answers, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready");
		for (var line = client.readLine(); line != null; line = client.readLine()) {
			var words = line.split(" ");
			switch (words[1]) {
				case "AUTHENTICATE" -> {
					var login = new String(Base64.getDecoder().decode(words[3]), StandardCharsets.UTF_8);
					var user = user(login);
					if (user != null) {
						return logIn(server, words[0], user);
					}
					say(answers, "+ " + Base64.getEncoder().encodeToString("{\"status\":\"400\"}".getBytes()));
					client.readLine();
					say(answers, words[0] + " NO AUTHENTICATE failed.");
				}
				case "CAPABILITY" -> {
					say(answers, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2");
					say(answers, words[0] + " OK done");
				}
				case "LOGIN" -> say(answers, words[0] + " NO [AUTHENTICATIONFAILED] Invalid credentials");
				default -> say(answers, words[0] + " BAD Log in first");
			}
		}
		return false;
	}

	private @Nullable String user(String login) {
		var parts = login.split("\1");
		return this.tokens.stream().anyMatch(token -> parts[1].equals("auth=Bearer " + token))
				? parts[0].replaceFirst("^user=", "")
				: null;
	}

	private static boolean logIn(Socket server, String tag, String user) throws IOException {
		// The greeting stays unread here but for its line: the client has had one.
		var in = server.getInputStream();
		for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
			continue;
		}
		say(server.getOutputStream(), "%s LOGIN \"%s\" \"%s\"".formatted(tag, user, user));
		return true;
	}

	private static void pump(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		} catch (IOException _) {
			// the test or one of the two hung up
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		cut();
	}

}
