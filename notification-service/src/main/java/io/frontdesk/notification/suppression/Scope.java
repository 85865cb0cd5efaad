package io.frontdesk.notification.suppression;

import io.frontdesk.notification.outbound.NewDelivery;

/**
 * What automatic mails are counted by. Ticket and address have Zammad's bounds (10 in 10 minutes and 100 in 10 hours; 30
 * and 360). Of one domain or in all there may be as many as a busy desk ever sends: those stop what is broken.
 */
enum Scope {

	TICKET(new Limit(10, 10)),

	ADDRESS(new Limit(30, 36)),

	DOMAIN(new Limit(20_000, 5_000)),

	ALL(new Limit(50_000, 20_000));

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
			case ADDRESS -> "address " + mail.recipient();
			case DOMAIN -> "domain " + mail.recipient().substring(mail.recipient().lastIndexOf('@') + 1);
			case ALL -> "all";
		};
	}

	/** All of the house is one domain, and may well be told of more than one client's mails. */
	boolean counts(NewDelivery mail) {
		return this == TICKET || !mail.kind().isToStaff();
	}

}
