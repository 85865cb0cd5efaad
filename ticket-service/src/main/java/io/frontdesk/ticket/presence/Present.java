package io.frontdesk.ticket.presence;

import io.frontdesk.ticket.people.PersonView;

/** Somebody of the staff, at a ticket. */
public record Present(long ticketId, PersonView person, PresenceState state) {}
