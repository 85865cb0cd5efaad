package io.frontdesk.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which mail a change came from.
 *
 * @param intakeId the mail's entry in the intake ledger
 * @param messageId the mail's Message-ID with its angle brackets, if it had one
 * @param placedBy why it came to this ticket; null in events of before this was told
 */
public record MailOrigin(UUID intakeId, @Nullable String messageId, Classification classification,
		@Nullable PlacedBy placedBy) {}
