package io.frontdesk.notification.outbound.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.notification.outbound.MailServer;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutgoingMail;

/** Hands mails to an SMTP server and tells its "no" from its "not now" (RFC 5321 §4.2.1: 5yz and 4yz). */
@Component
class SmtpServer implements MailServer {

	private final JavaMailSenderImpl sender;

	private final OutboundSettings settings;

	private final SignedReferences references;

	private final Blobs blobs;

	SmtpServer(JavaMailSenderImpl sender, OutboundSettings settings, SignedReferences references, Blobs blobs) {
		this.sender = sender;
		this.settings = settings;
		this.references = references;
		this.blobs = blobs;
	}

	@Override
	public Answer send(OutgoingMail mail) {
		try {
			this.sender.send(compose(mail));
			return new Answer.Taken();
		} catch (MailSendException ex) {
			var failures = Stream.concat(Stream.of(ex.getMessageExceptions()), Stream.of(ex)).toList();
			var why = String.valueOf(failures.getFirst().getMessage()).strip();
			return failures.stream().anyMatch(SmtpServer::isForGood)
					? new Answer.Refused(why)
					: new Answer.Deferred(why);
		} catch (MessagingException | MailException ex) {
			return new Answer.Deferred(String.valueOf(ex.getMessage()));
		}
	}

	private SMTPMessage compose(OutgoingMail mail) throws MessagingException {
		var message = new SMTPMessage(this.sender.getSession());
		var helper = new MimeMessageHelper(message, !mail.files().isEmpty(), StandardCharsets.UTF_8.name());
		try {
			helper.setFrom(this.settings.address(), this.settings.name());
		} catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		helper.setReplyTo(this.references.replyAddress(mail.ticket(), this.settings.address()));
		helper.setTo(mail.recipient());
		helper.setCc(mail.cc().toArray(String[]::new));
		helper.setSubject(mail.subject());
		helper.setText(mail.body());
		for (var file : mail.files()) {
			helper.addAttachment(file.filename(), new FileSystemResource(this.blobs.file(file.blob())),
					file.contentType());
		}
		message.setHeader("Message-ID", mail.messageId());
		if (mail.isAutomatic()) {
			markAutomatic(message, mail);
		}
		if (mail.inReplyTo() != null) {
			message.setHeader("In-Reply-To", mail.inReplyTo());
			message.setHeader("References", mail.inReplyTo());
		}
		return message;
	}

	/** With a null return path: a bounce of automatic mail must reach nobody (RFC 3834 §3.3). */
	private static void markAutomatic(SMTPMessage message, OutgoingMail mail) throws MessagingException {
		message.setEnvelopeFrom("<>");
		message.setHeader("Auto-Submitted", mail.autoSubmitted());
		message.setHeader("X-Auto-Response-Suppress", "All");
	}

	private static boolean isForGood(Throwable failure) {
		return switch (failure) {
			case SMTPAddressFailedException ex -> ex.getReturnCode() >= 500;
			case SMTPSenderFailedException ex -> ex.getReturnCode() >= 500;
			case SMTPSendFailedException ex -> ex.getReturnCode() >= 500 || isForGoodBehind(ex);
			case SendFailedException ex -> isForGoodBehind(ex);
			default -> failure.getCause() != null && isForGood(failure.getCause());
		};
	}

	private static boolean isForGoodBehind(MessagingException failure) {
		return failure.getNextException() != null && isForGood(failure.getNextException());
	}

}
