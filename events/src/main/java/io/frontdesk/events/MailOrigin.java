package io.frontdesk.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which mail a change came from.
 *
 * @param intakeId the mail's entry in the intake ledger
 * @param messageId the mail's Message-ID with its angle brackets, if it had one
 */
public record MailOrigin(UUID intakeId, @Nullable String messageId, Classification classification) {}
