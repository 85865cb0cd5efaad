package io.frontdesk.ticket.lifecycle;

import java.util.UUID;
import java.util.stream.Stream;

import io.frontdesk.events.Actor;

/** @param actor who asks for the ticket, for themselves or for its requester */
public record TicketRequest(NewTicket ticket, Actor actor) {

	/** Those whom the ticket will name. */
	Stream<UUID> named() {
		return Stream.concat(Stream.of(this.ticket.requester().id()), Stream.ofNullable(this.ticket.assignee()));
	}

	Stream<Actor> people() {
		var requester = this.ticket.requester();
		return requester.equals(this.actor.person())
				? Stream.of(this.actor)
				: Stream.of(this.actor, Actor.client(requester, this.actor.route()));
	}

}
