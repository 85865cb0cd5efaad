package io.frontdesk.events;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Authentication.Proof;

/**
 * Which mail a change came from.
 *
 * @param intakeId the mail's entry in the intake ledger
 * @param messageId the mail's Message-ID with its angle brackets, if it had one
 * @param placedBy why it came to this ticket; null in events of before this was told
 * @param proof whether it is from whom it says it is from
 * @param spam whether a server marked it as spam
 * @param verified whether what it says counts as its author's: it answers a mail that we sent to them, or is proven to be
 *        theirs, or begins a ticket of its own and nothing speaks against it
 * @param noAnswer what in it asks for no automatic answer; null where nothing does
 */
public record MailOrigin(UUID intakeId, @Nullable String messageId, Classification classification,
		@Nullable PlacedBy placedBy, Proof proof, Boolean spam, Boolean verified,
		@Nullable String noAnswer) {

	/** Events that were written before these fields existed are still read. */
	@SuppressWarnings("NullAway")
	public MailOrigin {
		proof = Objects.requireNonNullElse(proof, Proof.NONE);
		spam = Objects.requireNonNullElse(spam, false);
		verified = Objects.requireNonNullElse(verified, true);
	}

	/** A mail of which no server says where it comes from. */
	public MailOrigin(UUID intakeId, @Nullable String messageId, Classification classification,
			@Nullable PlacedBy placedBy) {
		this(intakeId, messageId, classification, placedBy, Proof.NONE, false, true, null);
	}

}
