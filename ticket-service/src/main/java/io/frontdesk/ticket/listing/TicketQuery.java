package io.frontdesk.ticket.listing;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.TicketStatus;

/** @param requester whose tickets; null for everybody's */
public record TicketQuery(@Nullable TicketStatus status, @Nullable UUID requester, TicketSort sort,
		@Nullable Cursor after, int limit) {

	public TicketQuery {
		if (after != null && after.sort() != sort) {
			throw ListProblem.CURSOR_OF_ANOTHER_LIST.exception();
		}
	}

}
