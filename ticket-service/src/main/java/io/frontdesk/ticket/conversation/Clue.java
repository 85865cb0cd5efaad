package io.frontdesk.ticket.conversation;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.PlacedBy;

/** What in a mail says which ticket it is about: an id, or the Message-ID of a mail that came to it. */
public record Clue(PlacedBy kind, @Nullable Long ticket, @Nullable String messageId) {

	public static Clue ticket(PlacedBy kind, long ticket) {
		return new Clue(kind, ticket, null);
	}

	public static Clue messageId(String messageId) {
		return new Clue(PlacedBy.STORED_MESSAGE_ID, null, messageId);
	}

	/** Nobody but us can have made it. */
	boolean isSigned() {
		return this.kind == PlacedBy.SIGNED_MESSAGE_ID || this.kind == PlacedBy.SIGNED_REPLY_ADDRESS;
	}

}
