package io.frontdesk.mail.intake.imap;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import jakarta.mail.MessagingException;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.imap.LeftMails.LeftMail;
import io.frontdesk.mail.intake.imap.LeftMails.Source;

/**
 * Moves mails that the ledger has to the folder of processed mails. If that fails they stay, known, and it is tried again
 * later: nothing is copied twice, and no mail that another marked as deleted is expunged.
 */
final class Tidying {

	private static final int MOST_AT_ONCE = 100;

	private final Mailbox mailbox;

	private final UidCommands commands;

	private final LeftMails left;

	private final Source source;

	private final Memory memory;

	private final InstantSource clock;

	private final boolean readOnly;

	private boolean canMove;

	Tidying(Mailbox mailbox, UidCommands commands, LeftMails left, Source source, Memory memory, InstantSource clock,
			boolean readOnly) throws MessagingException {
		this.mailbox = mailbox;
		this.commands = commands;
		this.left = left;
		this.source = source;
		this.memory = memory;
		this.clock = clock;
		this.readOnly = readOnly;
		this.canMove = commands.can("MOVE");
	}

	/** Mails that came to the ledger just now. */
	void tidy(List<Long> taken) throws MessagingException {
		if (this.memory.mayTidy(this.clock.instant())) {
			tried(taken, () -> moveAway(taken));
		} else {
			this.left.add(this.source, taken);
		}
	}

	/** Mails that could not be moved away before. */
	void tidyLeft(Collection<LeftMail> mails) throws MessagingException {
		if (!this.memory.mayTidy(this.clock.instant())) {
			return;
		}
		var copied = new ArrayList<>(uids(mails, LeftMail.State.COPIED));
		var uncopied = new ArrayList<>(uids(mails, LeftMail.State.TAKEN));
		settle(mails.stream().filter(mail -> mail.state() == LeftMail.State.COPYING).toList(), copied, uncopied);
		for (var from = 0; from < uncopied.size(); from += MOST_AT_ONCE) {
			var some = uncopied.subList(from, Math.min(from + MOST_AT_ONCE, uncopied.size()));
			if (!tried(some, () -> moveAway(some))) {
				return;
			}
			this.left.forget(this.source, some);
		}
		if (copied.isEmpty() || tried(copied, () -> remove(copied))) {
			this.memory.tidied();
		}
	}

	/** The connection broke while they were copied. Whether they were is seen by the UIDs that were given since. */
	private void settle(List<LeftMail> mails, List<Long> copied, List<Long> uncopied) throws MessagingException {
		if (mails.isEmpty()) {
			return;
		}
		var next = this.commands.nextUid(this.mailbox.processed());
		for (var mail : mails) {
			var isCopied = mail.copiedFrom() >= 0 && next > mail.copiedFrom();
			(isCopied ? copied : uncopied).add(mail.uid());
		}
	}

	private static List<Long> uids(Collection<LeftMail> mails, LeftMail.State state) {
		return mails.stream().filter(mail -> mail.state() == state).map(LeftMail::uid).toList();
	}

	private boolean tried(List<Long> uids, Attempt attempt) throws MessagingException {
		try {
			if (this.readOnly) {
				throw new UntidyException("the login may only read it. Give it the right to write there");
			}
			attempt.run();
			return true;
		} catch (MessagingException ex) {
			this.left.add(this.source, uids);
			this.memory.notTidied(TroubleInWords.ofTidying(this.mailbox, ex), this.clock.instant());
			if (UidCommands.isBroken(ex)) {
				throw ex;
			}
			return false;
		}
	}

	private void moveAway(List<Long> uids) throws MessagingException {
		if (this.canMove) {
			try {
				toProcessed(() -> this.commands.move(uids, this.mailbox.processed()));
				return;
			} catch (MessagingException ex) {
				if (!UidCommands.isUnknown(ex)) {
					throw ex;
				}
				this.canMove = false;
			}
		}
		for (var uid : uids) {
			copy(uid);
		}
		remove(uids);
	}

	/** One by one: of several that are refused together some may have been copied. */
	private void copy(long uid) throws MessagingException {
		this.left.copying(this.source, uid, this.commands.nextUid(this.mailbox.processed()));
		try {
			toProcessed(() -> this.commands.copy(List.of(uid), this.mailbox.processed()));
		} catch (MessagingException ex) {
			if (UidCommands.isRefusal(ex)) {
				this.left.notCopied(this.source, uid);
			}
			throw ex;
		}
		this.left.copied(this.source, List.of(uid));
	}

	/** Somebody may have deleted the folder meanwhile: RFC 9051 §6.4.7. */
	private void toProcessed(Attempt attempt) throws MessagingException {
		try {
			attempt.run();
		} catch (MessagingException ex) {
			if (!UidCommands.isRefusal(ex) || !String.valueOf(ex.getMessage()).contains("[TRYCREATE]")) {
				throw ex;
			}
			this.commands.create(this.mailbox.processed());
			attempt.run();
		}
	}

	private void remove(List<Long> uids) throws MessagingException {
		if (this.commands.can("UIDPLUS")) {
			this.commands.markDeleted(uids, true);
			this.commands.expunge(uids);
		} else {
			expungeIfAlone(new HashSet<>(uids));
		}
		this.left.forget(this.source, uids);
	}

	/** A server without UIDPLUS expunges all that are marked as deleted: others may still want theirs. */
	private void expungeIfAlone(HashSet<Long> ours) throws MessagingException {
		checkAlone(ours);
		this.commands.markDeleted(List.copyOf(ours), true);
		try {
			checkAlone(ours);
		} catch (UntidyException ex) {
			this.commands.markDeleted(List.copyOf(ours), false);
			throw ex;
		}
		this.commands.expungeAll();
	}

	private void checkAlone(HashSet<Long> ours) throws MessagingException {
		if (!ours.containsAll(this.commands.search("DELETED"))) {
			throw new UntidyException(
					"""
							other mails there are marked as deleted, and the server can only remove all of them together. Remove \
							those, or let all of them be""");
		}
	}

	private interface Attempt {

		void run() throws MessagingException;

	}

	/** What keeps mails where they are, in words of ours. */
	static final class UntidyException extends MessagingException {

		private static final long serialVersionUID = 1L;

		UntidyException(String why) {
			super(why);
		}

	}

}
