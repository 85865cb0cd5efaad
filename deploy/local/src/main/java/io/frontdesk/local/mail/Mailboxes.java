package io.frontdesk.local.mail;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.user.UserManager;

/** Everyone has a mailbox; who knows its address may read it. */
final class Mailboxes extends UserManager {

	private final Map<String, GreenMailUser> mailboxes = new ConcurrentHashMap<>();

	private final ImapHostManager hosts;

	Mailboxes(ImapHostManager hosts) {
		super(hosts);
		this.hosts = hosts;
	}

	/** Where mail for this recipient goes: without the detail, in lower case. */
	static String mailboxOf(String recipient) {
		String address = recipient.strip().toLowerCase(Locale.ROOT);
		int at = address.lastIndexOf('@');
		int plus = address.indexOf('+');
		return (plus > 0 && plus < at) ? address.substring(0, plus) + address.substring(at) : address;
	}

	DiskFolder inboxOf(String mailbox) {
		return (DiskFolder) this.hosts.getStore()
				.getMailbox("#mail." + getUser(mailbox).getQualifiedMailboxName() + ".INBOX");
	}

	boolean has(String address) {
		return this.hosts.getStore().getMailbox("#mail." + FileNames.encode(address) + ".INBOX") != null;
	}

	@Override
	public GreenMailUser getUser(String login) {
		return this.mailboxes.computeIfAbsent(login.strip().toLowerCase(Locale.ROOT), address -> {
			GreenMailUser user = new Owner(address, this.hosts);
			user.create();
			return user;
		});
	}

	@Override
	public GreenMailUser getUserByEmail(String email) {
		return getUser(email);
	}

	@Override
	public GreenMailUser createUser(String email, String login, String password) {
		return getUser(email);
	}

	@Override
	public boolean test(String login, String password) {
		return login.contains("@") && login.strip().equalsIgnoreCase(password.strip());
	}

	@Override
	public boolean hasUser(String login) {
		return true;
	}

	/** GreenMail names mailboxes by a hash of the address, which two addresses can share. */
	private static final class Owner extends UserImpl {

		private final ImapHostManager hosts;

		Owner(String address, ImapHostManager hosts) {
			super(address, address, address, hosts);
			this.hosts = hosts;
		}

		@Override
		public String getQualifiedMailboxName() {
			return FileNames.encode(getEmail());
		}

		/** It may be there from before a restart. */
		@Override
		public void create() {
			if (this.hosts.getStore().getMailbox("#mail." + getQualifiedMailboxName() + ".INBOX") == null) {
				super.create();
			}
		}

	}

}
