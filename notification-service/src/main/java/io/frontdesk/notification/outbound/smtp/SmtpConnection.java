package io.frontdesk.notification.outbound.smtp;

import java.time.Duration;
import java.time.Instant;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** A connection that is open for several mails, one after the other. */
final class SmtpConnection {

	/** A server that closes a connection has not done it since. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final SmtpConversation conversation;

	private final String server;

	private int mails;

	private Instant lastUsed;

	SmtpConnection(SmtpConversation conversation, String server, Instant now) {
		this.conversation = conversation;
		this.server = server;
		this.lastUsed = now;
	}

	void send(MimeMessage message, InternetAddress recipient, Instant now) throws SmtpException {
		this.mails++;
		this.lastUsed = now;
		try {
			this.conversation.sendMessage(message, new Address[]{recipient});
		} catch (MessagingException | IllegalStateException ex) {
			throw new SmtpException(this.conversation.failure(ex));
		}
	}

	boolean takesUtf8Addresses() {
		return this.conversation.takesUtf8Addresses();
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
		return this.server.equals(wantedServer) && (!isIdleFor(FRESH, now) || this.conversation.isConnected());
	}

	void close() {
		try {
			this.conversation.close();
		} catch (MessagingException _) {
			// it is gone: all that was wanted
		}
	}

}
