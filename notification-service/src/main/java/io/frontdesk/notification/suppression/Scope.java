package io.frontdesk.notification.suppression;

import io.frontdesk.notification.outbound.NewDelivery;

/**
 * What automatic mails are counted by. Ticket and address have Zammad's bounds (10 in 10 minutes and 100 in 10 hours; 30
 * and 360). To new addresses there may go as many as a mail provider takes without calling it backscatter; of one domain or in
 * all as many as a busy desk sends. The order matters: the last is taken first.
 */
enum Scope {

	TICKET(new Limit(10, 10)),

	ADDRESS(new Limit(30, 36)),

	NEW_DOMAIN(new Limit(20, 40)),

	DOMAIN(new Limit(1_000, 500)),

	NEW(new Limit(100, 200)),

	ALL(new Limit(5_000, 2_000));

	private final Limit usual;

	Scope(Limit usual) {
		this.usual = usual;
	}

	Limit usual() {
		return this.usual;
	}

	String key(NewDelivery mail) {
		return switch (this) {
			case TICKET -> "ticket " + mail.ticket();
			case ADDRESS -> "address " + mailbox(mail);
			case NEW_DOMAIN -> "new addresses at " + domain(mail);
			case DOMAIN -> "domain " + domain(mail);
			case NEW -> "new addresses";
			case ALL -> "all";
		};
	}

	/** Without a detail behind a plus (RFC 5233), of which a program may have another for each mail. */
	private static String mailbox(NewDelivery mail) {
		return mail.recipient().replaceFirst("\\+[^@]*@", "@");
	}

	private static String domain(NewDelivery mail) {
		return mail.recipient().substring(mail.recipient().lastIndexOf('@') + 1);
	}

	/** All of the house is one domain, and may well be told of more than one client's mails. */
	boolean counts(NewDelivery mail, boolean toNewAddress) {
		return switch (this) {
			case TICKET -> mail.kind().isAboutTicket();
			case ADDRESS, ALL -> !mail.kind().isToStaff();
			case NEW_DOMAIN, NEW -> toNewAddress;
			case DOMAIN -> !mail.kind().isToStaff() && !toNewAddress;
		};
	}

}
