package io.frontdesk.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/** A mail server that says no where it is told to. */
public final class ScriptedSmtp implements AutoCloseable {

	private final ServerSocket plug;

	private final @Nullable SSLContext tls;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<String> commands = new CopyOnWriteArrayList<>();

	private volatile List<String> extensions = List.of("8BITMIME");

	/** @param tls that STARTTLS leads to; null where it is not offered */
	public ScriptedSmtp(@Nullable SSLContext tls) throws IOException {
		this.tls = tls;
		this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return this.plug.getLocalPort();
	}

	/** @param verb GREETING for the first words, CONTENT for the end of the data; the answer "" hangs up */
	public void answer(String verb, String answer) {
		this.answers.put(verb, answer);
	}

	public void relent() {
		this.answers.clear();
	}

	public void offer(String... extensions) {
		this.extensions = List.of(extensions);
	}

	public List<String> commands(String verb) {
		return this.commands.stream().filter(command -> command.startsWith(verb)).toList();
	}

	private void accept() {
		while (!this.plug.isClosed()) {
			try {
				var client = this.plug.accept();
				Thread.ofVirtual().start(() -> converse(client));
			} catch (IOException _) {
				// closed
			}
		}
	}

	private void converse(Socket client) {
		try (client) {
			if (say(client, "GREETING", "220 scripted ESMTP")) {
				talk(client);
			}
		} catch (IOException _) {
			// the other end is gone
		}
	}

	private void talk(Socket client) throws IOException {
		var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
		for (var line = in.readLine(); line != null; line = in.readLine()) {
			this.commands.add(line);
			var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
			if (verb.equals("STARTTLS") && say(client, verb, "220 go ahead")) {
				startTls(client);
				return;
			}
			if (verb.equals("QUIT") || !say(client, verb, usual(verb, client))) {
				return;
			}
			if (verb.equals("DATA") && !this.answers.containsKey(verb) && !take(client, in)) {
				return;
			}
		}
	}

	private boolean take(Socket client, BufferedReader in) throws IOException {
		for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			this.commands.add("> " + line);
		}
		return say(client, "CONTENT", "250 2.0.0 taken");
	}

	private void startTls(Socket client) throws IOException {
		if (this.tls == null) {
			throw new IOException("No TLS here");
		}
		try (var socket = (SSLSocket) this.tls.getSocketFactory().createSocket(client, null, true)) {
			socket.setUseClientMode(false);
			talk(socket);
		}
	}

	private String usual(String verb, Socket client) {
		return switch (verb) {
			case "EHLO" ->
				"250-scripted\r\n" + this.extensions.stream().map("250-%s\r\n"::formatted).reduce("", String::concat)
						+ ((this.tls != null && !(client instanceof SSLSocket)) ? "250-STARTTLS\r\n" : "") + "250 HELP";
			case "AUTH" -> "235 2.7.0 welcome";
			case "DATA" -> "354 go on";
			default -> "250 2.0.0 fine";
		};
	}

	private boolean say(Socket client, String verb, String usual) throws IOException {
		var answer = this.answers.getOrDefault(verb, usual);
		if (answer.isEmpty()) {
			return false;
		}
		client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
		client.getOutputStream().flush();
		return !verb.equals("GREETING") || answer.startsWith("220");
	}

	@Override
	public void close() throws IOException {
		this.plug.close();
	}

}
