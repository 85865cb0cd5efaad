package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.mail.MessagingException;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.MailIntake.KeptMail;
import io.frontdesk.mail.intake.MailIntake.MailPlace;
import io.frontdesk.mail.intake.imap.LeftMails.Source;

/**
 * Brings mails from the server into the ledger. One that the server refuses, or that breaks the connection, keeps back none
 * of the others.
 */
final class Fetching {

	/** So many go to the ledger, and then to the other folder, together. */
	private static final int MOST_AT_ONCE = 16;

	/** Of each of them so much comes at once: most mails are no longer. */
	private static final int BEGINNING = 1 << 16;

	/** A large mail comes in pieces of so many bytes, and is on the disk before the next one comes. */
	private static final int PIECE = 1 << 20;

	/** How long a mail that breaks the connection is left alone. */
	private static final Duration ASIDE = Duration.ofHours(1);

	private final Mailbox mailbox;

	private final MailboxWatcher.Office office;

	private final UidCommands commands;

	private final Source source;

	private final Memory memory;

	private final Tidying tidying;

	/** What the server refuses to give, and its words. */
	private final Map<Long, String> refused = new TreeMap<>();

	Fetching(Mailbox mailbox, MailboxWatcher.Office office, UidCommands commands, Source source, Memory memory,
			Tidying tidying) {
		this.mailbox = mailbox;
		this.office = office;
		this.commands = commands;
		this.source = source;
		this.memory = memory;
		this.tidying = tidying;
	}

	/** Those that broke a connection wait until the others are there. */
	void take(List<Long> uids, ImapMailbox.Progress progress) throws MessagingException, IOException {
		var harmless = uids.stream().filter(uid -> !this.memory.isSuspect(uid)).toList();
		for (var from = 0; from < harmless.size() && progress.mayGoOn(); from += MOST_AT_ONCE) {
			takeTogether(harmless.subList(from, Math.min(from + MOST_AT_ONCE, harmless.size())), progress);
		}
	}

	private void takeTogether(List<Long> uids, ImapMailbox.Progress progress) throws MessagingException, IOException {
		var kept = new ArrayList<KeptMail>();
		try {
			for (var beginning : beginnings(uids)) {
				keep(beginning, kept);
			}
		} catch (MessagingException ex) {
			enter(kept, progress);
			this.office.left().add(this.source, uids(kept));
			throw ex;
		}
		if (!kept.isEmpty()) {
			enter(kept, progress);
			this.tidying.tidy(uids(kept));
		}
	}

	private List<MailPiece> beginnings(List<Long> uids) throws MessagingException, IOException {
		try {
			var beginnings = new ArrayList<>(this.commands.fetch(uids, 0, BEGINNING));
			beginnings.removeIf(piece -> !uids.contains(piece.uid()));
			return beginnings;
		} catch (MessagingException ex) {
			if (UidCommands.isBroken(ex)) {
				this.memory.suspect(uids);
				throw ex;
			}
			return (uids.size() > 1) ? oneByOne(uids) : refused(uids.getFirst(), ex);
		}
	}

	private List<MailPiece> oneByOne(List<Long> uids) throws MessagingException, IOException {
		var beginnings = new ArrayList<MailPiece>();
		for (var uid : uids) {
			beginnings.addAll(beginnings(List.of(uid)));
		}
		return beginnings;
	}

	private List<MailPiece> refused(long uid, MessagingException refusal) {
		this.refused.put(uid, ServerWords.of(refusal));
		return List.of();
	}

	private void keep(MailPiece beginning, List<KeptMail> kept) throws MessagingException, IOException {
		try {
			kept.add(this.office.intake().keep(place(beginning.uid()), beginning.receivedAt(), out -> {
				out.write(beginning.bytes());
				var size = (long) beginning.bytes().length;
				for (var last = beginning.last(); !last;) {
					var piece = nextPiece(beginning.uid(), size);
					out.write(piece.bytes());
					size += piece.bytes().length;
					last = piece.last();
				}
			}));
		} catch (IOException ex) {
			if (!(ex.getCause() instanceof MessagingException failure)) {
				throw ex;
			}
			if (UidCommands.isBroken(failure)) {
				this.memory.suspect(List.of(beginning.uid()));
				throw failure;
			}
			refused(beginning.uid(), failure);
		}
	}

	private MailPiece nextPiece(long uid, long offset) throws IOException {
		try {
			return this.commands.fetch(List.of(uid), offset, PIECE)
					.stream()
					.findFirst()
					.orElseThrow(() -> new MessagingException("It was taken away while it was fetched"));
		} catch (MessagingException ex) {
			throw new IOException(ex);
		}
	}

	/** One by one, each going on where it broke off; those that break the connection at one place for good are set aside. */
	void takeSuspects(ImapMailbox.Progress progress) throws MessagingException, IOException {
		for (var suspect : this.memory.suspects()) {
			if (!progress.mayGoOn()) {
				return;
			}
			try {
				if (suspect.fetchRest(this.commands)) {
					var mail = keep(suspect);
					enter(List.of(mail), progress);
					this.office.brokenOff().cameWhole(mail);
					this.office.left().forget(this.source, List.of(suspect.uid()));
					this.memory.acquit(suspect.uid());
					this.tidying.tidy(List.of(suspect.uid()));
				}
				this.memory.acquit(suspect.uid());
			} catch (MessagingException ex) {
				if (UidCommands.isBroken(ex)) {
					this.memory.putLast(suspect);
					if (suspect.isHopeless()) {
						setAside(suspect);
					}
					throw ex;
				}
				refused(suspect.uid(), ex);
				this.memory.acquit(suspect.uid());
			}
		}
	}

	private void setAside(PartialMail suspect) throws IOException {
		var known = this.office.left().of(this.source).get(suspect.uid());
		if (known == null || known.state() != LeftMails.LeftMail.State.ASIDE) {
			this.office.brokenOff().setAside(keep(suspect), TroubleInWords.ofBrokenOff(this.mailbox, suspect));
		}
		this.office.left().setAside(this.source, suspect.uid(), this.office.clock().instant().plus(ASIDE));
		this.memory.acquit(suspect.uid());
	}

	private KeptMail keep(PartialMail suspect) throws IOException {
		return this.office.intake().keep(place(suspect.uid()), suspect.receivedAt(), suspect::writeTo);
	}

	private MailPlace place(long uid) {
		return new MailPlace(this.mailbox.address(), this.source.uidValidity(), uid);
	}

	private void enter(List<KeptMail> kept, ImapMailbox.Progress progress) {
		if (!kept.isEmpty()) {
			this.office.intake().take(kept);
			kept.forEach(mail -> progress.took(mail.receivedAt()));
		}
	}

	/** Mails that were set aside, and are worth another try or done with. */
	void reconsider(Iterable<LeftMails.LeftMail> aside) throws IOException {
		var now = this.office.clock().instant();
		for (var mail : aside) {
			if (this.office.brokenOff().isDecided(place(mail.uid()))) {
				this.office.left().notCopied(this.source, mail.uid());
			} else if (!now.isBefore(mail.againAt())) {
				this.memory.suspect(List.of(mail.uid()));
			}
		}
	}

	private static List<Long> uids(List<KeptMail> mails) {
		return mails.stream().map(mail -> mail.place().uid()).toList();
	}

	/** What is refused is asked for again. */
	void askAgain() {
		this.refused.clear();
	}

	List<String> refusals() {
		return this.refused.entrySet()
				.stream()
				.map(mail -> TroubleInWords.ofRefusal(this.mailbox, mail.getKey(), mail.getValue()))
				.toList();
	}

}
