package io.frontdesk.ticket.intake;

/** What became of a mail. */
public sealed interface Placement {

	long ticket();

	record Opened(long ticket) implements Placement {}

	record Appended(long ticket) implements Placement {}

	/** The mail was told of again. */
	record WasThere(long ticket) implements Placement {}

	/** The mail belongs to a ticket that was deleted. */
	record DeletedOpenedNew(long ticket, long deleted) implements Placement {}

	/** The mail names a ticket that its sender has no part in, and carries no signature of ours. */
	record StrangerOpenedNew(long ticket, long possibly) implements Placement {}

	/** The mail names a ticket, but may be by somebody else than it says. */
	record UnprovenOpenedNew(long ticket, long possibly) implements Placement {}

}
