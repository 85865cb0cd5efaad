package io.frontdesk.ticket.lifecycle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;

/**
 * @param mail the mail that asks for it, if one does
 * @param possibleFollowUpOf the ticket that a stranger seems to write about
 */
public record NewTicket(Person requester, String subject, String message, Source source, Instant requestTime,
		@Nullable MailOrigin mail, @Nullable Long possibleFollowUpOf) {}
