package io.frontdesk.e2e.mailservers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.frontdesk.local.process.Port;

/** What a mail server says first. */
final class Greeting {

	private static final int PATIENCE_MILLIS = 2_000;

	private Greeting() {}

	/** Empty while none listens. */
	static String of(Port port) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			return Objects.requireNonNullElse(lines.readLine(), "");
		} catch (IOException _) {
			return "";
		}
	}

}
