package io.frontdesk.events;

/** A ticket left all lists. Bringing it back is a {@code ticket-updated} of its field {@code active}. */
public record TicketDeleted(Actor actor, TicketSnapshot ticket) implements TicketEvent {

	@Override
	public String topic() {
		return Topics.TICKET_DELETED;
	}

}
