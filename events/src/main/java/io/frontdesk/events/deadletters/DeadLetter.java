package io.frontdesk.events.deadletters;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event that waits for somebody to send it again.
 *
 * @param id tells which service has it, too
 * @param reason what went wrong at the last try, in one line
 * @param exception the type of that error
 * @param attempts how often it was sent again in vain
 * @param mailId the entry in the intake ledger that it is about
 */
public record DeadLetter(String id, String service, Direction direction, String topic, @Nullable String key,
		@Nullable String eventId, @Nullable UUID mailId, @Nullable Long ticketId, String reason, String exception,
		Instant failedAt, int attempts) {}
