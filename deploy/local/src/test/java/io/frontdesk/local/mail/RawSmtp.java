package io.frontdesk.local.mail;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SMTP by hand, to send what no mail library would. */
final class RawSmtp implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader in;

	private final OutputStream out;

	RawSmtp(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.in = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.US_ASCII));
		this.out = new BufferedOutputStream(this.socket.getOutputStream());
		expect("220");
	}

	void send(String returnPath, String recipient, byte[] mail) throws IOException {
		say("HELO test", "250");
		say("MAIL FROM:" + returnPath, "250");
		say("RCPT TO:<" + recipient + ">", "250");
		say("DATA", "354");
		boolean lineStart = true;
		for (byte octet : mail) {
			if (lineStart && octet == '.') {
				this.out.write('.');
			}
			this.out.write(octet);
			lineStart = octet == '\n';
		}
		say(".", "250");
	}

	private void say(String line, String answer) throws IOException {
		this.out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		this.out.flush();
		expect(answer);
	}

	private void expect(String answer) throws IOException {
		String line = this.in.readLine();
		if (line == null || !line.startsWith(answer)) {
			throw new IOException("Expected " + answer + ", got " + line);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
