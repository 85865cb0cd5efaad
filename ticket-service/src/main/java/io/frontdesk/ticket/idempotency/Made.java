package io.frontdesk.ticket.idempotency;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a request made: a ticket, or a message in one.
 *
 * @param message null for a ticket; one that was taken back is there no longer
 */
public record Made(long ticket, @Nullable UUID message) {}
