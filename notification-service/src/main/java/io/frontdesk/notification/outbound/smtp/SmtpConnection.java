package io.frontdesk.notification.outbound.smtp;

import java.time.Duration;
import java.time.Instant;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** A connection that is open for several mails, one after the other. */
final class SmtpConnection {

	/** A server that closes a connection has not done it since. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Transport transport;

	private final String server;

	private int mails;

	private Instant lastUsed;

	SmtpConnection(Transport transport, String server, Instant now) {
		this.transport = transport;
		this.server = server;
		this.lastUsed = now;
	}

	void send(MimeMessage message, InternetAddress recipient, Instant now) throws MessagingException {
		this.mails++;
		this.lastUsed = now;
		this.transport.sendMessage(message, new Address[]{recipient});
	}

	boolean isReused() {
		return this.mails > 1;
	}

	boolean hasSent(int many) {
		return this.mails >= many;
	}

	boolean isIdleFor(Duration time, Instant now) {
		return !now.isBefore(this.lastUsed.plus(time));
	}

	/** Asks the server, by a NOOP, unless it has just answered. */
	boolean isOpen(String wantedServer, Instant now) {
		return this.server.equals(wantedServer) && (!isIdleFor(FRESH, now) || this.transport.isConnected());
	}

	void close() {
		try {
			this.transport.close();
		} catch (MessagingException _) {
			// it is gone: all that was wanted
		}
	}

}
