package io.frontdesk.notification.outbound.smtp;

import java.time.Duration;
import java.time.InstantSource;

import io.github.bucket4j.Bucket;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import io.frontdesk.notification.outbound.MailServer;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutgoingMail;

/** Hands mails to an SMTP server. What its answers are about, {@link Judgement} says. */
@Component
class SmtpServer implements MailServer {

	private static final int CLOSING_DOWN = 421;

	private final SmtpConnections connections;

	private final SmtpSessions sessions;

	private final MimeMails mails;

	private final JavaMailSenderImpl sender;

	private final InstantSource clock;

	private final @Nullable Bucket pace;

	SmtpServer(SmtpConnections connections, SmtpSessions sessions, MimeMails mails, JavaMailSenderImpl sender,
			OutboundSettings settings,
			InstantSource clock) {
		this.connections = connections;
		this.sessions = sessions;
		this.mails = mails;
		this.sender = sender;
		this.clock = clock;
		var perSecond = settings.perSecond();
		this.pace = (perSecond != null)
				? Bucket.builder().addLimit(limit -> limit.capacity(1)
						.refillGreedy(perSecond, Duration.ofSeconds(1))).build()
				: null;
	}

	@Override
	public Answer send(OutgoingMail mail) {
		try {
			return send(mail, WireAddress.of(mail.recipient()));
		} catch (AddressException ex) {
			return new Answer.RecipientRefused("%s: %s".formatted(ex.getRef(), ex.getMessage()), true);
		}
	}

	private Answer send(OutgoingMail mail, InternetAddress recipient) {
		try {
			var message = this.mails.compose(mail, this.sessions.session(mail.needsUtf8()));
			waitForTurn();
			if (mail.needsUtf8()) {
				return sendByUtf8(message, recipient);
			}
			send(message, recipient);
			return new Answer.Taken();
		} catch (SmtpException ex) {
			return judge(ex.failure());
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer.Deferred("Stopped before it was sent");
		} catch (MessagingException ex) {
			return new Answer.ContentRefused("The mail can't be written: %s".formatted(ex.getMessage()));
		}
	}

	private Answer sendByUtf8(MimeMessage message, InternetAddress recipient) throws SmtpException {
		var connection = this.connections.open(true);
		try {
			if (!connection.takesUtf8Addresses()) {
				return new Answer.RecipientRefused(
						"The mail server does not offer SMTPUTF8, without which no mail can be sent to " + recipient,
						false);
			}
			connection.send(message, recipient, this.clock.instant());
			return new Answer.Taken();
		} finally {
			connection.close();
		}
	}

	private Answer judge(SmtpFailure failure) {
		var words = new PlainWords(String.valueOf(this.sender.getHost()), this.sender.getPort());
		return Judgement.of(failure, words.of(failure), words.aboutUs(failure));
	}

	private void waitForTurn() throws InterruptedException {
		if (this.pace != null) {
			this.pace.asBlocking().consume(1);
		}
	}

	/** A server may have closed a connection that was kept open, and says so only when it is used. */
	private void send(MimeMessage message, InternetAddress recipient) throws SmtpException {
		var connection = this.connections.borrow();
		try {
			send(connection, message, recipient);
		} catch (SmtpException ex) {
			if (!connection.isReused() || isAnswered(ex.failure())) {
				throw ex;
			}
			send(this.connections.open(), message, recipient);
		}
	}

	private void send(SmtpConnection connection, MimeMessage message, InternetAddress recipient) throws SmtpException {
		try {
			connection.send(message, recipient, this.clock.instant());
			this.connections.giveBack(connection);
		} catch (SmtpException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	private static boolean isAnswered(SmtpFailure failure) {
		return failure.isAnswered() && failure.code() != CLOSING_DOWN;
	}

}
