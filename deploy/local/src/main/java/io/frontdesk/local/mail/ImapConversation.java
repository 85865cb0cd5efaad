package io.frontdesk.local.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import org.jspecify.annotations.Nullable;

/** What a connection has logged in as and selected. */
final class ImapConversation implements ImapSession {

	private final PostOffice office;

	private final ImapConnection connection;

	private @Nullable GreenMailUser user;

	private @Nullable SelectedFolder selected;

	ImapConversation(PostOffice office, ImapConnection connection) {
		this.office = office;
		this.connection = connection;
	}

	@Override
	public void unsolicitedResponses(ImapResponse response) {
		unsolicitedResponses(response, false);
	}

	@Override
	public void unsolicitedResponses(ImapResponse response, boolean omitExpunged) {
		SelectedFolder folder = this.selected;
		if (folder != null) {
			folder.tell(response, omitExpunged);
		}
	}

	@Override
	public void closeConnection() {
		this.connection.close();
	}

	@Override
	public void closeConnection(String message) {
		this.connection.forceConnectionClose(message);
	}

	@Override
	public ImapHostManager getHost() {
		return this.office.getImapHostManager();
	}

	@Override
	public UserManager getUserManager() {
		return this.office.getUserManager();
	}

	@Override
	public String getClientIP() {
		return "127.0.0.1";
	}

	@Override
	public ImapSessionState getState() {
		if (this.selected != null) {
			return ImapSessionState.SELECTED;
		}
		return (this.user != null) ? ImapSessionState.AUTHENTICATED : ImapSessionState.NON_AUTHENTICATED;
	}

	@Override
	public void setAuthenticated(GreenMailUser authenticated) {
		this.user = authenticated;
	}

	@Override
	public @Nullable GreenMailUser getUser() {
		return this.user;
	}

	@Override
	public void setSelected(MailFolder folder, boolean readOnly) {
		deselect();
		this.selected = SelectedFolder.of((DiskFolder) folder, this, readOnly);
	}

	@Override
	public void deselect() {
		SelectedFolder folder = this.selected;
		if (folder != null) {
			folder.deselect();
			this.selected = null;
		}
	}

	@Override
	public @Nullable ImapSessionFolder getSelected() {
		return this.selected;
	}

}
