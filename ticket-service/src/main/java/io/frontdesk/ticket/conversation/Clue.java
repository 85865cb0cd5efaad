package io.frontdesk.ticket.conversation;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.PlacedBy;

/**
 * What in a mail says which ticket it is about: an id, or the Message-ID of a mail that came to it.
 *
 * @param own whether we wrote it for the address that the mail is from
 */
public record Clue(PlacedBy kind, @Nullable Long ticket, @Nullable String messageId, boolean own) {

	public static Clue signed(PlacedBy kind, long ticket, boolean own) {
		return new Clue(kind, ticket, null, own);
	}

	public static Clue subject(long ticket) {
		return new Clue(PlacedBy.SUBJECT_ID, ticket, null, false);
	}

	public static Clue messageId(String messageId) {
		return new Clue(PlacedBy.STORED_MESSAGE_ID, null, messageId, false);
	}

	/** Nobody but us can have made it. */
	public boolean isSigned() {
		return this.kind == PlacedBy.SIGNED_MESSAGE_ID || this.kind == PlacedBy.SIGNED_REPLY_ADDRESS;
	}

}
