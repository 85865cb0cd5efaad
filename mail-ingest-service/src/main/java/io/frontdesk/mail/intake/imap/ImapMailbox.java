package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.imap.LeftMails.LeftMail;
import io.frontdesk.mail.intake.imap.LeftMails.Source;

/**
 * One connection to one mailbox. Each mail goes to the ledger, and only then to the folder of processed mails; flags mean
 * nothing here, but for \Deleted, which somebody set to be rid of a mail.
 */
final class ImapMailbox implements AutoCloseable {

	/** Jakarta Mail remembers those that were moved away until the folder is opened anew. */
	private static final int MOST_REMEMBERED = 1_000;

	/** So many looks at what is new are followed by one at all that is there. */
	private static final int LOOKS_FOR_NEWS = 20;

	private final MailboxWatcher.Office office;

	private final IMAPStore store;

	private final IMAPFolder folder;

	private final Memory memory;

	private final Source source;

	private final UidCommands commands;

	private final Fetching fetching;

	private final Tidying tidying;

	private final Arrivals arrivals = new Arrivals();

	/** Below it all is known. */
	private long floor = 1;

	private Instant lookWhollyAt = Instant.EPOCH;

	private int aside;

	private int takenSinceOpened;

	private boolean canIdle;

	private ImapMailbox(Mailbox mailbox, MailboxWatcher.Office office, Memory memory, IMAPStore store)
			throws MessagingException, IOException {
		this.office = office;
		this.memory = memory;
		this.store = store;
		makeSureOf(store.getFolder(mailbox.processed()));
		this.folder = (IMAPFolder) store.getFolder(mailbox.folder());
		this.commands = new UidCommands(this.folder);
		open();
		this.source = new Source(mailbox.address(), mailbox.host(), mailbox.folder(), this.folder.getUIDValidity());
		memory.opened(this.source.uidValidity());
		this.tidying = new Tidying(mailbox, this.commands, office.left(), this.source, memory, office.clock(),
				this.folder.getMode() == Folder.READ_ONLY);
		this.fetching = new Fetching(mailbox, office, this.commands, this.source, memory, this.tidying);
		this.canIdle = this.commands.can("IDLE");
	}

	/**
	 * @param secret the password, or an access token where the mailbox has OAuth
	 * @throws jakarta.mail.AuthenticationFailedException if the server does not take the secret
	 * @throws jakarta.mail.FolderNotFoundException if there is no such folder to watch
	 */
	static ImapMailbox connect(Mailbox mailbox, String secret, MailboxWatcher.Office office, Memory memory)
			throws MessagingException, IOException {
		var store = ImapLogin.logIn(mailbox, secret);
		try {
			return new ImapMailbox(mailbox, office, memory, store);
		} catch (MessagingException | IOException | RuntimeException ex) {
			store.close();
			throw ex;
		}
	}

	/** Without it mail can be taken all the same: why it can't be made, the server says when a mail is to go there. */
	private static void makeSureOf(Folder processed) throws MessagingException {
		if (!processed.exists()) {
			processed.create(Folder.HOLDS_MESSAGES);
		}
	}

	private void open() throws MessagingException {
		this.folder.open(Folder.READ_WRITE);
		this.commands.begin(this.arrivals);
		this.arrivals.beginAt(this.folder.getMessageCount());
		this.takenSinceOpened = 0;
	}

	/**
	 * Takes the mails that are there and not in the ledger.
	 *
	 * @throws IOException if they can't be stored
	 */
	void look(Progress progress) throws MessagingException, IOException {
		if (this.takenSinceOpened >= MOST_REMEMBERED) {
			// without expunging what others marked as deleted
			this.folder.close(false);
			open();
		}
		this.arrivals.look();
		var now = this.office.clock().instant();
		var counted = new Counting(progress);
		if (!now.isBefore(this.lookWhollyAt) || (this.memory.untidy() != null && this.memory.mayTidy(now))) {
			lookAtAll(counted);
			this.lookWhollyAt = now.plus(this.office.poll().multipliedBy(LOOKS_FOR_NEWS));
		} else {
			// The last mail is among those from n on, whatever its UID: RFC 9051 §6.4.8.
			var fresh = this.commands.search("UID %d:* UNDELETED".formatted(this.floor))
					.stream()
					.filter(uid -> uid >= this.floor)
					.toList();
			this.fetching.take(fresh, counted);
			allIsKnownOf(fresh);
		}
	}

	/** Takes the mails that broke a connection before; this one may break, too. */
	void lookCloser(Progress progress) throws MessagingException, IOException {
		this.fetching.takeSuspects(new Counting(progress));
	}

	Findings findings() {
		return new Findings(this.fetching.refusals(), warnings());
	}

	private void lookAtAll(Progress progress) throws MessagingException, IOException {
		var all = this.commands.search("ALL");
		var deleted = new HashSet<>(this.commands.search("DELETED"));
		var left = this.office.left().of(this.source);
		var gone = new HashSet<>(left.keySet());
		all.forEach(gone::remove);
		this.office.left().forget(this.source, gone);
		left.keySet().removeAll(gone);
		this.fetching.askAgain();
		this.fetching.take(all.stream().filter(uid -> !deleted.contains(uid) && !left.containsKey(uid)).toList(),
				progress);
		allIsKnownOf(all);
		var aside = left.values().stream().filter(mail -> mail.state() == LeftMail.State.ASIDE).toList();
		this.aside = aside.size();
		this.fetching.reconsider(aside);
		this.tidying.tidyLeft(left.values());
	}

	private void allIsKnownOf(List<Long> uids) {
		if (!uids.isEmpty()) {
			this.floor = Math.max(this.floor, uids.getLast() + 1);
		}
	}

	private List<String> warnings() {
		var warnings = new ArrayList<String>();
		if (this.memory.untidy() != null) {
			warnings.add(this.memory.untidy());
		}
		if (this.aside > 0) {
			warnings.add(TroubleInWords.ofAside(this.aside));
		}
		return warnings;
	}

	boolean canAnnounce() {
		return this.canIdle;
	}

	/** Returns when the server announces something, or after the time is over. */
	void awaitAnnouncement(Duration patience, ScheduledExecutorService timer) throws MessagingException {
		if (this.arrivals.some()) {
			return;
		}
		var end = timer.schedule(this::endIdle, patience.toMillis(), TimeUnit.MILLISECONDS);
		try {
			this.folder.idle(true);
		} catch (MessagingException ex) {
			if (!UidCommands.isRefusal(ex)) {
				throw ex;
			}
			this.canIdle = false;
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

	/**
	 * @param refusals which mails the server does not give, and why
	 * @param warnings what else should be seen to
	 */
	record Findings(List<String> refusals, List<String> warnings) {}

	/** Who looks into a mailbox. */
	interface Progress {

		boolean mayGoOn();

		/** @param receivedAt null if the server does not say */
		void took(@Nullable Instant receivedAt);

	}

	private final class Counting implements Progress {

		private final Progress progress;

		private Counting(Progress progress) {
			this.progress = progress;
		}

		@Override
		public boolean mayGoOn() {
			return this.progress.mayGoOn();
		}

		@Override
		public void took(@Nullable Instant receivedAt) {
			ImapMailbox.this.takenSinceOpened++;
			this.progress.took(receivedAt);
		}

	}

}
