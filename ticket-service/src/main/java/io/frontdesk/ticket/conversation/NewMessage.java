package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;

/**
 * A message that reached us by mail, or raised a ticket.
 *
 * @param html sanitised, if the message has any
 * @param source key of the raw mail in the blob store, if it was one
 */
public record NewMessage(MessageKind kind, Person author, String body, @Nullable String html,
		List<StoredFile> attachments, Instant sentAt, @Nullable MailOrigin mail, @Nullable String source) {}
