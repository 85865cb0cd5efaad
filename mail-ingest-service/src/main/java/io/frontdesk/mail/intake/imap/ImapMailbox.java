package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.Utility;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
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
final class ImapMailbox implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);

	/** A large mail comes in pieces of so many bytes, and is on the disk before the next one comes. */
	private static final String FETCH_SIZE = Integer.toString(1 << 20);

	/** So many go to the ledger, and then to the other folder, together. */
	private static final int MOST_AT_ONCE = 16;

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

	/**
	 * @param secret the password, or an access token where the mailbox has OAuth
	 * @throws jakarta.mail.AuthenticationFailedException if the server does not take the secret
	 * @throws jakarta.mail.FolderNotFoundException if there is no such folder to watch
	 */
	static ImapMailbox connect(Mailbox mailbox, String secret, MailIntake intake) throws MessagingException {
		var protocol = (mailbox.security() == Mailbox.Security.TLS) ? "imaps" : "imap";
		var store = (IMAPStore) Session.getInstance(properties(mailbox, protocol)).getStore(protocol);
		try {
			store.connect(mailbox.host(), mailbox.port(), mailbox.username(), secret);
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
		properties.put("mail.%s.fetchsize".formatted(protocol), FETCH_SIZE);
		// Some servers say a wrong size: read to the end, not to what they said.
		properties.put("mail.%s.ignorebodystructuresize".formatted(protocol), "true");
		if (mailbox.oauth() != null) {
			properties.put("mail.%s.auth.mechanisms".formatted(protocol), "XOAUTH2");
		}
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

	/**
	 * Takes all mails that are there now. One that the server doesn't give stays there and keeps back none of the others.
	 *
	 * @return why mails could not be fetched
	 * @throws IOException if they can't be stored
	 */
	List<String> drain(Progress progress) throws MessagingException, IOException {
		var messages = this.folder.getMessages();
		if (messages.length == 0) {
			return List.of();
		}
		this.folder.fetch(messages, places());
		var failures = new ArrayList<String>();
		for (var from = 0; from < messages.length && progress.mayGoOn(); from += MOST_AT_ONCE) {
			take(Arrays.copyOfRange(messages, from, Math.min(from + MOST_AT_ONCE, messages.length)), progress,
					failures);
		}
		forgetMoved();
		return failures;
	}

	private void take(Message[] group, Progress progress, List<String> failures)
			throws MessagingException, IOException {
		var fetched = new ArrayList<FetchedMail>();
		for (var i = 0; i < group.length && progress.mayGoOn(); i++) {
			try {
				fetched.add(fetch((IMAPMessage) group[i]));
			} catch (MessagingException ex) {
				note(group[i], ex, failures);
			}
		}
		if (!fetched.isEmpty()) {
			checkNumbers(fetched);
			this.intake.take(fetched.stream().map(FetchedMail::kept).toList());
			move(fetched);
			fetched.forEach(mail -> progress.took(mail.kept().receivedAt()));
		}
	}

	private void note(Message message, MessagingException failure, List<String> failures) throws MessagingException {
		if (!this.folder.isOpen()) {
			throw failure;
		}
		if (message.isExpunged()) {
			log.debug("A mail in {} vanished before it could be read", this.mailbox);
		} else {
			log.warn("A mail in {} can't be fetched", this.mailbox, failure);
			failures.add("The mail with UID %d can't be fetched: %s".formatted(this.folder.getUID(message),
					failure.getMessage()));
		}
	}

	/** Not the envelope, which takes a mail with a broken one for a broken answer. */
	private static FetchProfile places() {
		var profile = new FetchProfile();
		profile.add(UIDFolder.FetchProfileItem.UID);
		profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
		return profile;
	}

	/** Only a folder that is opened anew forgets what was moved away, without expunging what others marked. */
	private void forgetMoved() throws MessagingException {
		this.folder.close(false);
		this.folder.open(Folder.READ_WRITE);
	}

	private FetchedMail fetch(IMAPMessage message) throws MessagingException, IOException {
		message.setPeek(true);
		var place = new MailPlace(this.mailbox.address(), this.folder.getUIDValidity(), this.folder.getUID(message));
		try {
			return new FetchedMail(message,
					this.intake.keep(place, instant(message.getReceivedDate()), out -> write(message, out)));
		} catch (IOException ex) {
			if (ex.getCause() instanceof MessagingException refusal) {
				throw refusal;
			}
			throw ex;
		}
	}

	/**
	 * Mails are fetched by their numbers, which change when somebody moves one away. Not every server says so before it goes
	 * by the new ones (RFC 9051 §7.5.1): what it gave may be other mails than those that were asked for.
	 */
	private void checkNumbers(List<FetchedMail> mails) throws MessagingException {
		if (mails.stream().anyMatch(mail -> mail.message().isExpunged())
				|| !uidsOf(messages(mails)).equals(uids(mails))) {
			throw new MessagingException("Mails were moved away while they were fetched");
		}
	}

	/** As the server has them now. */
	private List<Long> uidsOf(Message[] messages) throws MessagingException {
		var answer = (Response[]) this.folder
				.doCommand(protocol -> protocol.fetch(Utility.toMessageSet(messages, null), "UID"));
		return Stream.of(answer)
				.filter(FetchResponse.class::isInstance)
				.map(response -> ((FetchResponse) response).getItem(UID.class))
				.filter(Objects::nonNull)
				.map(uid -> uid.uid)
				.sorted()
				.toList();
	}

	private static List<Long> uids(List<FetchedMail> mails) {
		return mails.stream().map(mail -> mail.kept().place().uid()).sorted().toList();
	}

	private static Message[] messages(List<FetchedMail> mails) {
		return mails.stream().map(FetchedMail::message).toArray(Message[]::new);
	}

	/** What the server refuses is a cause, as it is where Jakarta Mail reads on from the server. */
	private static void write(IMAPMessage message, OutputStream out) throws IOException {
		try {
			message.writeTo(out);
		} catch (MessagingException ex) {
			throw new IOException(ex);
		}
	}

	private static @Nullable Instant instant(@Nullable Date date) {
		return (date != null) ? date.toInstant() : null;
	}

	private void move(List<FetchedMail> mails) throws MessagingException {
		if (this.store.hasCapability("MOVE")) {
			this.folder.doCommand(protocol -> {
				var arguments = new Argument();
				arguments.writeAtom(UIDSet.toString(UIDSet
						.createUIDSets(uids(mails).stream().mapToLong(Long::longValue).toArray())));
				arguments.writeString(BASE64MailboxEncoder.encode(this.processed.getFullName()));
				protocol.simpleCommand("UID MOVE", arguments);
				return null;
			});
		} else {
			var messages = messages(mails);
			this.folder.copyMessages(messages, this.processed);
			this.folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
			this.folder.expunge(messages);
		}
	}

	boolean canAnnounce() throws MessagingException {
		return this.store.hasCapability("IDLE");
	}

	/**
	 * Returns when the server announces something, or after the time is over.
	 *
	 * @param left how many mails stay in the folder because they can't be fetched
	 */
	void awaitAnnouncement(int left, Duration patience, ScheduledExecutorService timer) throws MessagingException {
		if (this.folder.getMessageCount() > left) {
			return;
		}
		var end = timer.schedule(this::endIdle, patience.toMillis(), TimeUnit.MILLISECONDS);
		try {
			this.folder.idle(true);
		} finally {
			end.cancel(false);
		}
	}

	/** Any command ends an IDLE (RFC 2177); isOpen sends one that does nothing else, and waits long for a dead server. */
	private void endIdle() {
		Thread.ofVirtual().name("end-idle").start(this.folder::isOpen);
	}

	@Override
	public void close() throws MessagingException {
		this.store.close();
	}

	private record FetchedMail(IMAPMessage message, MailIntake.KeptMail kept) {}

	/** Who drains a mailbox. */
	interface Progress {

		boolean mayGoOn();

		/** @param receivedAt null if the server does not say */
		void took(@Nullable Instant receivedAt);

	}

}
