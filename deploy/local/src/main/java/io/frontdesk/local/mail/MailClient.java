package io.frontdesk.local.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Someone with a mail program, at the local mail server. */
public record MailClient(int smtpPort, int imapPort) {

	private static final String HOST = "127.0.0.1";

	/** Answers the Message-ID. */
	public String send(Letter letter) throws MessagingException, IOException {
		SMTPMessage message = compose(letter);
		Transport.send(message);
		return message.getMessageID();
	}

	/** One that can be sent as often as it takes, or by another return path. */
	public SMTPMessage compose(Letter letter) throws MessagingException, IOException {
		Session session = Session.getInstance(properties());
		String id = letter.messageId().map(MailClient::bracketed).orElseGet(() -> newId(letter.from()));
		SMTPMessage message = new SMTPMessage(session) {
			@Override
			protected void updateMessageID() throws MessagingException {
				setHeader("Message-ID", id);
			}
		};
		message.setFrom(new InternetAddress(letter.from()));
		message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(letter.to()));
		message.setSubject(letter.subject(), "UTF-8");
		message.setSentDate(new Date());
		if (letter.inReplyTo().isPresent()) {
			message.setHeader("In-Reply-To", bracketed(letter.inReplyTo().get()));
			message.setHeader("References", bracketed(letter.inReplyTo().get()));
		}
		for (Letter.Header header : letter.headers()) {
			message.setHeader(header.name(), header.value());
		}
		write(letter, message);
		message.saveChanges();
		return message;
	}

	private static void write(Letter letter, MimeMessage message) throws MessagingException, IOException {
		if (letter.attachments().isEmpty()) {
			message.setText(letter.body(), "UTF-8");
			return;
		}
		MimeBodyPart text = new MimeBodyPart();
		text.setText(letter.body(), "UTF-8");
		MimeMultipart parts = new MimeMultipart(text);
		for (var file : letter.attachments()) {
			MimeBodyPart part = new MimeBodyPart();
			part.attachFile(file.toFile());
			parts.addBodyPart(part);
		}
		message.setContent(parts);
	}

	private static String newId(String from) {
		return "<" + UUID.randomUUID() + from.substring(Math.max(0, from.lastIndexOf('@'))).replace(">", "") + ">";
	}

	private static String bracketed(String id) {
		return id.startsWith("<") ? id : "<" + id + ">";
	}

	/** The mails in the inbox of that address, newest last. */
	public List<ReceivedMail> inbox(String address) throws MessagingException {
		return read(address, "INBOX");
	}

	/** The mails in one folder of that address; none when there is no such folder. */
	public List<ReceivedMail> read(String address, String folderName) throws MessagingException {
		try (Store store = Session.getInstance(properties()).getStore("imap")) {
			store.connect(HOST, this.imapPort, address, address);
			Folder folder = store.getFolder(folderName);
			if (!folder.exists()) {
				return List.of();
			}
			folder.open(Folder.READ_ONLY);
			try (folder) {
				return Stream.of(folder.getMessages()).map(message -> ReceivedMail.of((MimeMessage) message)).toList();
			}
		}
	}

	/** Lays a mail into the inbox of that address, as it is; answers the UID that it has there. */
	public long append(String address, byte[] raw) throws MessagingException {
		Session session = Session.getInstance(properties());
		try (Store store = session.getStore("imap")) {
			store.connect(HOST, this.imapPort, address, address);
			return append(session, (IMAPFolder) store.getFolder("INBOX"), raw);
		}
	}

	/** Lays mails into the inbox of that address in this order, by one command; answers their UIDs there. */
	public List<Long> appendTogether(String address, List<byte[]> raw) throws MessagingException {
		Session session = Session.getInstance(properties());
		try (Store store = session.getStore("imap")) {
			store.connect(HOST, this.imapPort, address, address);
			IMAPFolder waiting = (IMAPFolder) store.getFolder("Waiting-" + UUID.randomUUID());
			waiting.create(Folder.HOLDS_MESSAGES);
			for (byte[] mail : raw) {
				append(session, waiting, mail);
			}
			waiting.open(Folder.READ_ONLY);
			try {
				return Stream.of(waiting.copyUIDMessages(waiting.getMessages(), store.getFolder("INBOX")))
						.map(copied -> copied.uid)
						.toList();
			} finally {
				waiting.close();
				waiting.delete(false);
			}
		}
	}

	private static long append(Session session, IMAPFolder folder, byte[] raw) throws MessagingException {
		return folder.appendUIDMessages(new Message[]{new RawMessage(session, raw)})[0].uid;
	}

	/** Jakarta Mail would write what it understood of it. */
	private static final class RawMessage extends MimeMessage {

		private final byte[] raw;

		RawMessage(Session session, byte[] raw) {
			super(session);
			this.raw = raw;
		}

		@Override
		public void writeTo(OutputStream out) throws IOException {
			out.write(this.raw);
		}

		@Override
		public void writeTo(OutputStream out, String[] ignored) throws IOException {
			writeTo(out);
		}

	}

	private Properties properties() {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.host", HOST);
		properties.setProperty("mail.smtp.port", Integer.toString(this.smtpPort));
		properties.setProperty("mail.smtp.localhost", "localhost");
		properties.setProperty("mail.imap.partialfetch", "false");
		properties.setProperty("mail.mime.allowutf8", "true");
		return properties;
	}

	static String addresses(Address[] addresses) {
		return String.join(", ",
				Stream.of(addresses)
						.map(address -> (address instanceof InternetAddress it)
								? it.toUnicodeString()
								: address.toString())
						.toList());
	}

}
