package io.frontdesk.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.smtp.SmtpManager;

/** GreenMail's managers over our store and our mailboxes. */
final class PostOffice extends Managers {

	private final ImapHostManager hosts;

	private final Mailboxes mailboxes;

	private final SmtpManager smtp;

	PostOffice(DiskStore store) {
		this.hosts = new ImapHostManagerImpl(store);
		this.mailboxes = new Mailboxes(this.hosts);
		this.smtp = new SmtpManager(this.hosts, this.mailboxes);
	}

	@Override
	public ImapHostManager getImapHostManager() {
		return this.hosts;
	}

	@Override
	public Mailboxes getUserManager() {
		return this.mailboxes;
	}

	@Override
	public SmtpManager getSmtpManager() {
		return this.smtp;
	}

}
