package io.frontdesk.ticket.trail;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.PlacedBy;

/**
 * A mail in or out of a ticket.
 *
 * @param id in: of its entry in the intake ledger; out: of the notification
 * @param at in: when the mail server took it; out: when its first outcome was stated
 * @param message that it brought, or the reply that it carried
 * @param messageId with its angle brackets, as are all message ids
 * @param from whose mail came in
 * @param classification what kind of sender wrote a mail that came in
 * @param placedBy why a mail came to this ticket
 * @param proof what the receiving mail server found out about who sent a mail that came in
 * @param verified whether a mail that came in counts as its author's
 * @param possibleFollowUpOf the ticket that it names, if it opened this one nevertheless
 * @param to whom a mail of ours was for
 * @param kind what a mail of ours tells
 * @param state what became of a mail of ours
 * @param reason why it was not sent
 */
public record TrailEntry(UUID id, Direction direction, Instant at, @Nullable UUID message, @Nullable String messageId,
		@Nullable String from, @Nullable Classification classification, @Nullable PlacedBy placedBy,
		@Nullable Proof proof, @Nullable Boolean verified, @Nullable Long possibleFollowUpOf, @Nullable String to,
		@Nullable String kind, @Nullable DeliveryState state,
		@Nullable String reason) {

	public enum Direction {

		@JsonProperty("in")
		IN,

		@JsonProperty("out")
		OUT

	}

}
