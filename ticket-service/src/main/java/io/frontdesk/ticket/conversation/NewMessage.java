package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;

/**
 * @param html sanitised, if the message has any
 * @param mail the mail that brought it, if one did
 */
public record NewMessage(MessageKind kind, Person author, String body, @Nullable String html,
		List<StoredFile> attachments, Instant sentAt, @Nullable MailOrigin mail) {}
