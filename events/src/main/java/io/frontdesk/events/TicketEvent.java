package io.frontdesk.events;

/** Something that happened to a ticket, with the whole ticket as it is afterwards. */
public sealed interface TicketEvent extends DomainEvent
		permits TicketCreated, TicketUpdated, TicketStatusChanged, TicketMessageAdded,
		TicketDeleted {

	Actor actor();

	TicketSnapshot ticket();

	@Override
	default String key() {
		return Long.toString(ticket().id());
	}

}
