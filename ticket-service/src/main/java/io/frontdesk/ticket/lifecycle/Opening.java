package io.frontdesk.ticket.lifecycle;

import io.frontdesk.events.MessageKind;

/**
 * How a ticket begins.
 *
 * @param from whose its first words are: the requester's, or of staff, to the requester or for the house
 * @param confirm whether its requester is mailed that there is a ticket, unless a reply tells them
 */
public record Opening(MessageKind from, boolean confirm) {

	/** The requester asks for it, and is told that they were heard. */
	public static final Opening BY_REQUESTER = new Opening(MessageKind.CLIENT, true);

	public boolean isByRequester() {
		return this.from == MessageKind.CLIENT;
	}

}
