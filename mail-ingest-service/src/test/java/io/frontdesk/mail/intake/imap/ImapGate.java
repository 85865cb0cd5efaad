package io.frontdesk.mail.intake.imap;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Stands between the watcher and the mail server: breaks the connections, acts before a command arrives, hides what the
 * server can, refuses in its place, or asks for XOAUTH2, which it doesn't know.
 */
final class ImapGate implements AutoCloseable {

	private final ServerSocket door;

	private final int serverPort;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private volatile Consumer<String> watcher = _ -> {
	};

	/** Commands that come with a capability: a server without it does not know them. */
	private static final Map<String, String> COMMANDS = Map.of("MOVE", " UID MOVE ", "UIDPLUS", " UID EXPUNGE ", "IDLE",
			" IDLE");

	private final Set<String> hidden = ConcurrentHashMap.newKeySet();

	private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

	private volatile Function<String, @Nullable String> refusal = _ -> null;

	private volatile Predicate<String> swallowing = _ -> false;

	private volatile long bytesEach = Long.MAX_VALUE;

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

	/** As a server that does not have them. */
	void hide(Collection<String> capabilities) {
		this.hidden.addAll(capabilities);
	}

	/** @param refusal what is answered to a command in place of the server, without its tag; null to let it pass */
	void refuse(Function<String, @Nullable String> refusal) {
		this.refusal = refusal;
	}

	/** Commands that the server carries out, but whose answer is lost with the connection. */
	void loseAnswersTo(Predicate<String> swallowing) {
		this.swallowing = swallowing;
	}

	/** Breaks each connection after so many bytes from the server. */
	void cutAfter(long bytes) {
		this.bytesEach = bytes;
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
				pass(line, client, server);
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

	private void pass(String line, Socket client, Socket server) throws IOException {
		var tag = line.split(" ")[0];
		var refused = this.hidden.stream().anyMatch(capability -> line.contains(COMMANDS.get(capability)))
				? "BAD Unknown command"
				: this.refusal.apply(line);
		if (refused != null) {
			say(client.getOutputStream(), tag + " " + refused);
			return;
		}
		if (this.swallowing.test(line)) {
			this.unanswered.add(tag);
		}
		say(server.getOutputStream(), line);
	}

	private void pump(Socket from, Socket to) {
		try (from;
				to;
				var in = new BufferedInputStream(from.getInputStream(), 1 << 16);
				var out = new BufferedOutputStream(to.getOutputStream(), 1 << 16)) {
			var left = this.bytesEach;
			for (var line = line(in); line.length > 0 && left > 0; line = line(in)) {
				var text = new String(line, StandardCharsets.ISO_8859_1);
				if (this.unanswered.remove(text.split(" ")[0])) {
					return;
				}
				left -= line.length;
				out.write(text.contains("CAPABILITY") ? withoutHidden(text) : line);
				if (in.available() == 0) {
					out.flush();
				}
			}
		} catch (IOException _) {
			// the test or one of the two hung up
		}
	}

	private byte[] withoutHidden(String text) {
		for (var capability : this.hidden) {
			text = text.replace(" " + capability, "");
		}
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Also a part of a mail that has none. */
	private static byte[] line(InputStream in) throws IOException {
		var line = new ByteArrayOutputStream(100);
		for (var b = in.read(); b >= 0; b = in.read()) {
			line.write(b);
			if (b == '\n' || line.size() == 1 << 16) {
				break;
			}
		}
		return line.toByteArray();
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
