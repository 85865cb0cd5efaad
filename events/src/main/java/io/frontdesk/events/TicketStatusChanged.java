package io.frontdesk.events;

public record TicketStatusChanged(Actor actor, TicketStatus from, TicketStatus to, TicketSnapshot ticket)
		implements
			TicketEvent {

	@Override
	public String topic() {
		return Topics.TICKET_STATUS_CHANGED;
	}

}
