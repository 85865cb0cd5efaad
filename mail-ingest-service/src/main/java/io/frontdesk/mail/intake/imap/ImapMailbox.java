package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.MailIntake;
import io.frontdesk.mail.intake.MailIntake.MailPlace;

/**
 * One connection to one mailbox. Each mail goes to the ledger, and only then to the folder of processed mails; flags
 * such as \Seen mean nothing here.
 */
class ImapMailbox implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);

	private final Mailbox mailbox;

	private final MailIntake intake;

	private final IMAPStore store;

	private final IMAPFolder folder;

	private final Folder processed;

	private ImapMailbox(Mailbox mailbox, MailIntake intake, IMAPStore store) throws MessagingException {
		this.mailbox = mailbox;
		this.intake = intake;
		this.store = store;
		this.folder = (IMAPFolder) store.getFolder(mailbox.folder());
		this.processed = store.getFolder(mailbox.processed());
	}

	static ImapMailbox connect(Mailbox mailbox, MailIntake intake) throws MessagingException {
		var protocol = (mailbox.security() == Mailbox.Security.TLS) ? "imaps" : "imap";
		var store = (IMAPStore) Session.getInstance(properties(mailbox, protocol)).getStore(protocol);
		store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
		try {
			var connection = new ImapMailbox(mailbox, intake, store);
			connection.open();
			return connection;
		} catch (MessagingException ex) {
			store.close();
			throw ex;
		}
	}

	private static Properties properties(Mailbox mailbox, String protocol) {
		var properties = new Properties();
		properties.put("mail.%s.connectiontimeout".formatted(protocol), "10000");
		properties.put("mail.%s.timeout".formatted(protocol), "60000");
		properties.put("mail.%s.partialfetch".formatted(protocol), "false");
		properties.put("mail.%s.starttls.enable".formatted(protocol), mailbox.security() == Mailbox.Security.STARTTLS);
		properties.put("mail.%s.starttls.required".formatted(protocol),
				mailbox.security() == Mailbox.Security.STARTTLS);
		properties.put("mail.%s.ssl.checkserveridentity".formatted(protocol), "true");
		return properties;
	}

	private void open() throws MessagingException {
		if (!this.processed.exists() && !this.processed.create(Folder.HOLDS_MESSAGES)) {
			throw new MessagingException("The server refuses to create the folder " + this.mailbox.processed());
		}
		this.folder.open(Folder.READ_WRITE);
	}

	/** Takes all mails that are there now. */
	void drain() throws MessagingException, IOException {
		var messages = this.folder.getMessages();
		for (var message : messages) {
			take((IMAPMessage) message);
		}
		if (messages.length > 0) {
			forgetMoved();
		}
	}

	/** Only a folder that is opened anew forgets what was moved away, without expunging what others marked. */
	private void forgetMoved() throws MessagingException {
		this.folder.close(false);
		this.folder.open(Folder.READ_WRITE);
	}

	private void take(IMAPMessage message) throws MessagingException, IOException {
		try {
			message.setPeek(true);
			var place = new MailPlace(this.mailbox.address(), this.folder.getUIDValidity(),
					this.folder.getUID(message));
			this.intake.take(place, receivedAt(message.getReceivedDate()), out -> {
				try {
					message.writeTo(out);
				} catch (MessagingException ex) {
					throw new IOException(ex);
				}
			});
			move(message);
		} catch (MessageRemovedException ex) {
			log.debug("A mail in {} vanished before it could be read", this.mailbox);
		}
	}

	private static Instant receivedAt(@Nullable Date date) {
		return (date != null) ? date.toInstant() : Instant.EPOCH;
	}

	private void move(Message message) throws MessagingException {
		var messages = new Message[]{message};
		if (this.store.hasCapability("MOVE")) {
			this.folder.moveMessages(messages, this.processed);
		} else {
			this.folder.copyMessages(messages, this.processed);
			this.folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
			this.folder.expunge(messages);
		}
	}

	boolean canAnnounce() throws MessagingException {
		return this.store.hasCapability("IDLE");
	}

	/** Returns when the server announces something, or after the time is over. */
	void awaitAnnouncement(Duration patience, ScheduledExecutorService timer) throws MessagingException {
		if (this.folder.getMessageCount() > 0) {
			return;
		}
		// Any command ends an IDLE (RFC 2177); isOpen sends one that does nothing else.
		var end = timer.schedule(this.folder::isOpen, patience.toMillis(), TimeUnit.MILLISECONDS);
		try {
			this.folder.idle(true);
		} finally {
			end.cancel(false);
		}
	}

	@Override
	public void close() throws MessagingException {
		this.store.close();
	}

}
