package io.frontdesk.ticket.conversation;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.PlacedBy;

/**
 * What in a mail says which ticket it is about: an id, the Message-ID of a mail that came to it or that it waits for, or a
 * conversation.
 *
 * @param own whether we wrote it for the address that the mail is from
 * @param answerTo where the mail's author wants answers, if we wrote it for that address
 */
public record Clue(PlacedBy kind, @Nullable Long ticket, @Nullable String mark, boolean own,
		@Nullable String answerTo) {

	public static Clue signed(PlacedBy kind, long ticket, boolean own) {
		return signed(kind, ticket, own, null);
	}

	public static Clue signed(PlacedBy kind, long ticket, boolean own, @Nullable String answerTo) {
		return new Clue(kind, ticket, null, own, answerTo);
	}

	public static Clue subject(long ticket) {
		return new Clue(PlacedBy.SUBJECT_ID, ticket, null, false, null);
	}

	public static Clue messageId(String messageId) {
		return new Clue(PlacedBy.STORED_MESSAGE_ID, null, messageId, false, null);
	}

	/** A mail that came before this one answers it. */
	public static Clue answered(String messageId) {
		return new Clue(PlacedBy.ANSWERED, null, messageId, false, null);
	}

	public static Clue thread(String thread) {
		return new Clue(PlacedBy.THREAD_INDEX, null, thread, false, null);
	}

	/** Null if it is of another kind. */
	@Nullable
	String mark(PlacedBy wanted) {
		return (this.kind == wanted) ? this.mark : null;
	}

	/** Nobody but us can have made it. */
	public boolean isSigned() {
		return this.kind == PlacedBy.SIGNED_MESSAGE_ID || this.kind == PlacedBy.SIGNED_REPLY_ADDRESS;
	}

}
