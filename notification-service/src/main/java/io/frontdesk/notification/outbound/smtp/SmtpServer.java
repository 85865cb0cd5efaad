package io.frontdesk.notification.outbound.smtp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.bucket4j.Bucket;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import io.frontdesk.notification.outbound.MailServer;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutgoingMail;

/** Hands mails to an SMTP server and tells its "no" from its "not now" (RFC 5321 §4.2.1: 5yz and 4yz). */
@Component
class SmtpServer implements MailServer {

	private static final int CLOSING_DOWN = 421;

	/** That the mailbox, the domain or the address as such is not there: RFC 3463 §3.2; not what is ours, 5.1.7 and 5.1.8. */
	private static final Pattern NO_SUCH_RECIPIENT = Pattern.compile("\\b5\\.1\\.(1|2|3|6|10)\\b");

	private final SmtpConnections connections;

	private final MimeMails mails;

	private final JavaMailSenderImpl sender;

	private final InstantSource clock;

	private final @Nullable Bucket pace;

	SmtpServer(SmtpConnections connections, MimeMails mails, JavaMailSenderImpl sender, OutboundSettings settings,
			InstantSource clock) {
		this.connections = connections;
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
			var message = this.mails.compose(mail, this.sender.getSession());
			var recipient = new InternetAddress(mail.recipient(), true);
			waitForTurn();
			send(message, recipient);
			return new Answer.Taken();
		} catch (AddressException ex) {
			return new Answer.Refused("%s: %s".formatted(ex.getRef(), ex.getMessage()), true);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer.Deferred("Stopped before it was sent");
		} catch (MessagingException ex) {
			return answer(ex);
		}
	}

	private void waitForTurn() throws InterruptedException {
		if (this.pace != null) {
			this.pace.asBlocking().consume(1);
		}
	}

	/** A server may have closed a connection that was kept open, and says so only when it is used. */
	private void send(MimeMessage message, InternetAddress recipient) throws MessagingException {
		var connection = this.connections.borrow();
		try {
			send(connection, message, recipient);
		} catch (MessagingException ex) {
			if (!connection.isReused() || isAnswered(ex)) {
				throw ex;
			}
			send(this.connections.open(), message, recipient);
		}
	}

	private void send(SmtpConnection connection, MimeMessage message, InternetAddress recipient)
			throws MessagingException {
		try {
			connection.send(message, recipient, this.clock.instant());
			this.connections.giveBack(connection);
		} catch (MessagingException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	private static boolean isAnswered(MessagingException failure) {
		return chain(failure).stream().mapToInt(SmtpServer::code).anyMatch(code -> code > 0 && code != CLOSING_DOWN);
	}

	private static Answer answer(MessagingException failure) {
		var failures = chain(failure);
		var why = failures.reversed()
				.stream()
				.filter(ex -> code(ex) > 0)
				.findFirst()
				.orElse(failure);
		var words = Objects.requireNonNullElse(why.getMessage(), why.toString()).strip();
		return failures.stream().anyMatch(ex -> code(ex) >= 500)
				? new Answer.Refused(words, failures.stream().anyMatch(SmtpServer::isNoSuchRecipient))
				: new Answer.Deferred(words);
	}

	private static boolean isNoSuchRecipient(MessagingException failure) {
		return failure instanceof SMTPAddressFailedException && failure.getMessage() != null
				&& NO_SUCH_RECIPIENT.matcher(failure.getMessage()).find();
	}

	private static List<MessagingException> chain(MessagingException failure) {
		var chain = new ArrayList<MessagingException>();
		Exception next = failure;
		while (next instanceof MessagingException ex && !chain.contains(ex)) {
			chain.add(ex);
			next = ex.getNextException();
		}
		return chain;
	}

	/** What the server answered; 0 if it did not. */
	private static int code(MessagingException failure) {
		return Math.max(0, switch (failure) {
			case SMTPAddressFailedException ex -> ex.getReturnCode();
			case SMTPSenderFailedException ex -> ex.getReturnCode();
			case SMTPSendFailedException ex -> ex.getReturnCode();
			default -> 0;
		});
	}

}
