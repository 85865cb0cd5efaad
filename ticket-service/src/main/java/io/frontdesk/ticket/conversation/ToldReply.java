package io.frontdesk.ticket.conversation;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;

/**
 * What the world would be told of a reply that is not sent.
 *
 * @param closed null unless the ticket would close with it
 */
public record ToldReply(TicketMessageAdded reply, @Nullable TicketStatusChanged closed) {}
