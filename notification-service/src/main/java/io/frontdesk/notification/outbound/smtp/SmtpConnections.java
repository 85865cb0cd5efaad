package io.frontdesk.notification.outbound.smtp;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.frontdesk.notification.outbound.OutboundSettings;

/**
 * Connections that nobody is using, the last used first, so that those which are not needed grow old. Never more than there
 * are senders.
 */
@Component
class SmtpConnections {

	private final JavaMailSenderImpl sender;

	private final SmtpSessions sessions;

	private final OutboundSettings.Connection settings;

	private final InstantSource clock;

	private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

	SmtpConnections(JavaMailSenderImpl sender, SmtpSessions sessions, OutboundSettings settings, InstantSource clock) {
		this.sender = sender;
		this.sessions = sessions;
		this.settings = settings.connection();
		this.clock = clock;
	}

	SmtpConnection borrow() throws SmtpException {
		for (var found = this.idle.pollFirst(); found != null; found = this.idle.pollFirst()) {
			var now = this.clock.instant();
			if (!found.isIdleFor(this.settings.idle(), now) && found.isOpen(server(), now)) {
				return found;
			}
			found.close();
		}
		return open();
	}

	SmtpConnection open() throws SmtpException {
		return open(false);
	}

	/** @param utf8 whether for a mail that has an address beyond ASCII; such a connection is not kept */
	SmtpConnection open(boolean utf8) throws SmtpException {
		var server = server();
		var conversation = this.sessions.conversation(utf8);
		try {
			conversation.connect(this.sender.getHost(), this.sender.getPort(), this.sender.getUsername(),
					this.sender.getPassword());
		} catch (MessagingException ex) {
			throw new SmtpException(conversation.failure(ex));
		}
		return new SmtpConnection(conversation, server, this.clock.instant());
	}

	private String server() {
		return this.sender.getHost() + ":" + this.sender.getPort();
	}

	void giveBack(SmtpConnection connection) {
		if (connection.hasSent(this.settings.mails())) {
			connection.close();
		} else {
			this.idle.addFirst(connection);
		}
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void closeOld() {
		var now = this.clock.instant();
		for (var oldest : this.idle.reversed()) {
			if (oldest.isIdleFor(this.settings.idle(), now) && this.idle.remove(oldest)) {
				oldest.close();
			}
		}
	}

	@PreDestroy
	void closeAll() {
		for (var found = this.idle.pollFirst(); found != null; found = this.idle.pollFirst()) {
			found.close();
		}
	}

}
