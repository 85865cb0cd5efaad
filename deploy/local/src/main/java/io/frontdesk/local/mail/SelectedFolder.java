package io.frontdesk.local.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MessageFlags;
import jakarta.mail.Flags;

/**
 * A folder as one client has been told of it. GreenMail's own fails when mail comes in while some is moved away, tells
 * an idle client of each removal twice, and searches all uids for each sequence number.
 */
final class SelectedFolder extends ImapSessionFolder {

	private final DiskFolder folder;

	private final List<Integer> expunged = new ArrayList<>();

	private final Map<Integer, Flags> flags = new LinkedHashMap<>();

	private boolean grown;

	/** An idle client is told at once, by its own listener. */
	private boolean idle;

	private SelectedFolder(DiskFolder folder, ImapSession session, boolean readOnly) {
		super(folder, session, readOnly);
		this.folder = folder;
	}

	/** Under the folder's lock: it is told of news, from other threads, before its constructor has ended. */
	static SelectedFolder of(DiskFolder folder, ImapSession session, boolean readOnly) {
		synchronized (folder) {
			return new SelectedFolder(folder, session, readOnly);
		}
	}

	/** Removals first: the count that follows must be the one that the client arrives at. */
	void tell(ImapResponse response, boolean omitExpunged) {
		synchronized (this.folder) {
			if (!omitExpunged) {
				this.expunged.forEach(response::expungeResponse);
				this.expunged.clear();
			}
			if (this.grown) {
				response.existsResponse(this.folder.getMessageCount() + this.expunged.size());
				response.recentResponse(this.folder.getRecentCount(true));
				this.grown = false;
			}
			if (this.expunged.isEmpty()) {
				this.flags.forEach(
						(msn, changed) -> response.fetchResponse(msn, "FLAGS " + MessageFlags.format(changed)));
				this.flags.clear();
			}
		}
	}

	@Override
	public int getMsn(long uid) throws FolderException {
		return this.folder.getMsn(uid);
	}

	@Override
	public void expunged(int msn) {
		synchronized (this.folder) {
			if (!this.idle) {
				this.expunged.add(msn);
			}
		}
	}

	@Override
	public void added(int msn) {
		synchronized (this.folder) {
			this.grown = !this.idle;
		}
	}

	@Override
	public void flagsUpdated(int msn, Flags changed, Long uid) {
		synchronized (this.folder) {
			this.flags.put(msn, changed);
		}
	}

	@Override
	public void addListener(FolderListener listener) {
		synchronized (this.folder) {
			this.idle = true;
			super.addListener(listener);
		}
	}

	@Override
	public void removeListener(FolderListener listener) {
		synchronized (this.folder) {
			super.removeListener(listener);
			this.idle = false;
		}
	}

}
