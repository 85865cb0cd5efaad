package io.frontdesk.notification.outbound.smtp;

import java.time.InstantSource;
import java.util.Objects;
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

	private final OutboundSettings.Connection settings;

	private final InstantSource clock;

	private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

	SmtpConnections(JavaMailSenderImpl sender, OutboundSettings settings, InstantSource clock) {
		this.sender = sender;
		this.settings = settings.connection();
		this.clock = clock;
	}

	SmtpConnection borrow() throws MessagingException {
		for (var found = this.idle.pollFirst(); found != null; found = this.idle.pollFirst()) {
			var now = this.clock.instant();
			if (!found.isIdleFor(this.settings.idle(), now) && found.isOpen(server(), now)) {
				return found;
			}
			found.close();
		}
		return open();
	}

	SmtpConnection open() throws MessagingException {
		var server = server();
		var transport = this.sender.getSession()
				.getTransport(Objects.requireNonNullElse(this.sender.getProtocol(), "smtp"));
		transport.connect(this.sender.getHost(), this.sender.getPort(), this.sender.getUsername(),
				this.sender.getPassword());
		return new SmtpConnection(transport, server, this.clock.instant());
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
