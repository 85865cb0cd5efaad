package io.frontdesk.mail.intake.imap;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a mail, as the server gave it.
 *
 * @param receivedAt when the server took the mail; null if it does not say
 * @param last whether nothing comes after it
 */
record MailPiece(long uid, @Nullable Instant receivedAt, byte[] bytes, boolean last) {}
