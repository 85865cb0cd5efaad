package io.frontdesk.ticket.intake;

import io.frontdesk.events.PlacedBy;
import io.frontdesk.ticket.conversation.NamedTickets.NamedTicket;

/** Where a mail that names tickets speaks, and as whose word. */
sealed interface Voice {

	/** @param verified whether it is sure that it is its author's */
	record Client(NamedTicket ticket, boolean verified) implements Voice {}

	record Staff(NamedTicket ticket) implements Voice {}

	/**
	 * In none of them: it opens a new one, which names this one.
	 *
	 * @param why not there
	 */
	record Outsider(long ticket, PlacedBy why, boolean verified) implements Voice {}

}
