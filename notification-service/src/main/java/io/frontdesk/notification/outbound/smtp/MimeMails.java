package io.frontdesk.notification.outbound.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Date;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutgoingMail;

/** Composes mails: the same one whenever it is tried. */
@Component
class MimeMails {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final OutboundSettings settings;

	private final SignedReferences references;

	private final Blobs blobs;

	private final InstantSource clock;

	MimeMails(OutboundSettings settings, SignedReferences references, Blobs blobs, InstantSource clock) {
		this.settings = settings;
		this.references = references;
		this.blobs = blobs;
		this.clock = clock;
	}

	SMTPMessage compose(OutgoingMail mail, Session session) throws MessagingException {
		var message = new Composed(session, mail.messageId());
		message.setFrom(from());
		if (mail.kind().isAboutTicket()) {
			message.setReplyTo(InternetAddress
					.parse(this.references.replyAddress(mail.ticket(), mail.recipient(), this.settings.address())));
		}
		addRecipients(message, mail);
		message.setSubject(mail.subject(), UTF_8);
		message.setSentDate(Date.from(this.clock.instant()));
		if (mail.inReplyTo() != null) {
			message.setHeader("In-Reply-To", mail.inReplyTo());
		}
		if (!mail.references().isEmpty()) {
			message.setHeader("References", String.join("\r\n ", mail.references()));
		}
		if (mail.kind().isAutomatic()) {
			markAutomatic(message, mail);
		}
		write(message, mail);
		message.saveChanges();
		return message;
	}

	/** An address that only SMTPUTF8 carries is left out of the header of a mail that goes without. */
	private static void addRecipients(SMTPMessage message, OutgoingMail mail) throws MessagingException {
		var to = WireAddress.of(mail.to());
		message.setRecipient(Message.RecipientType.TO,
				(mail.needsUtf8() || WireAddress.isAscii(to)) ? to : WireAddress.of(mail.recipient()));
		for (var copy : mail.cc()) {
			var address = WireAddress.of(copy);
			if (mail.needsUtf8() || WireAddress.isAscii(address)) {
				message.addRecipient(Message.RecipientType.CC, address);
			}
		}
	}

	private InternetAddress from() throws MessagingException {
		try {
			var from = WireAddress.of(this.settings.address());
			from.setPersonal(this.settings.name(), UTF_8);
			return from;
		} catch (UnsupportedEncodingException ex) {
			throw new MessagingException("This JVM has no " + UTF_8, ex);
		}
	}

	/** With a null return path, where the server takes it: a bounce of automatic mail must reach nobody (RFC 3834 §3.3). */
	private void markAutomatic(SMTPMessage message, OutgoingMail mail) throws MessagingException {
		if (this.settings.connection().nullReturnPath()) {
			message.setEnvelopeFrom("<>");
		}
		message.setHeader("Auto-Submitted", mail.kind().autoSubmitted());
		message.setHeader("X-Auto-Response-Suppress", "All");
	}

	private void write(MimePart whole, OutgoingMail mail) throws MessagingException {
		if (mail.files().isEmpty()) {
			writeText(whole, mail);
			return;
		}
		var text = new MimeBodyPart();
		writeText(text, mail);
		var parts = new MimeMultipart(text);
		for (var file : mail.files()) {
			parts.addBodyPart(attachment(file));
		}
		whole.setContent(parts);
	}

	/** The best form last: RFC 2046 §5.1.4. */
	private static void writeText(MimePart part, OutgoingMail mail) throws MessagingException {
		if (mail.html() == null) {
			part.setText(mail.text(), UTF_8);
			return;
		}
		var plain = new MimeBodyPart();
		plain.setText(mail.text(), UTF_8);
		var html = new MimeBodyPart();
		html.setText(mail.html(), UTF_8, "html");
		part.setContent(new MimeMultipart("alternative", plain, html));
	}

	private MimeBodyPart attachment(StoredFile file) throws MessagingException {
		var part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new StoredContent(this.blobs.file(file.blob()), file.contentType())));
		part.setFileName(file.filename());
		part.setDisposition(Part.ATTACHMENT);
		return part;
	}

	private static final class StoredContent extends FileDataSource {

		private final String contentType;

		StoredContent(Path file, String contentType) {
			super(file.toFile());
			this.contentType = contentType;
		}

		@Override
		public String getContentType() {
			return this.contentType;
		}

	}

	/** Jakarta Mail would give it a Message-ID of its own. */
	private static final class Composed extends SMTPMessage {

		private final String messageId;

		Composed(Session session, String messageId) {
			super(session);
			this.messageId = messageId;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.messageId);
		}

	}

}
