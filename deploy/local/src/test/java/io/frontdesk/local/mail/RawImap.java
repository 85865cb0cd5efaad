package io.frontdesk.local.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks IMAP by hand, as a mail library would not send or show bytes as they are: here a character is a byte. */
final class RawImap implements AutoCloseable {

	private static final String TAG = "a7";

	private final Socket socket;

	private final BufferedReader in;

	private final OutputStream out;

	RawImap(int port, String address) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.in = new BufferedReader(
				new InputStreamReader(this.socket.getInputStream(), StandardCharsets.ISO_8859_1));
		this.out = this.socket.getOutputStream();
		this.in.readLine();
		ask("LOGIN %1$s %1$s".formatted(address));
	}

	/** Everything up to the answer that the command is done, which must be OK. */
	String ask(String command) throws IOException {
		String answer = say(command);
		if (!answer.startsWith(TAG + " OK", answer.lastIndexOf(TAG))) {
			throw new IOException(answer);
		}
		return answer;
	}

	String say(String command) throws IOException {
		this.out.write((TAG + " " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		StringBuilder answer = new StringBuilder();
		String line = "";
		while (line != null && !line.startsWith(TAG)) {
			line = this.in.readLine();
			answer.append(line).append("\r\n");
		}
		return answer.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
