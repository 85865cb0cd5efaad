package io.frontdesk.local.mail;

import java.net.Socket;
import java.net.SocketException;

/** Settings of a client's connection. */
final class Sockets {

	private Sockets() {}

	/** GreenMail writes an answer in pieces, which TCP would hold back for 40 ms each. */
	static void answerAtOnce(Socket client) {
		try {
			client.setTcpNoDelay(true);
		} catch (SocketException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
