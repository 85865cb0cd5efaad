package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.sending.Events;
import io.frontdesk.ticket.lifecycle.Change.FieldChange;
import io.frontdesk.ticket.lifecycle.Change.StatusChange;
import io.frontdesk.ticket.people.People;

/** Raises tickets and changes them; each change is written to the history and told to the world. */
@Component
@Transactional
public class TicketDesk {

	private final Tickets tickets;

	private final TicketNumbers numbers;

	private final History history;

	private final People people;

	private final Events events;

	private final InstantSource clock;

	TicketDesk(Tickets tickets, TicketNumbers numbers, History history, People people, Events events,
			InstantSource clock) {
		this.tickets = tickets;
		this.numbers = numbers;
		this.history = history;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	public TicketSnapshot raise(NewTicket wanted, Actor actor) {
		meet(actor);
		this.people.meet(wanted.requester());
		var ticket = this.tickets.saveAndFlush(new Ticket(this.numbers.next(), wanted, now()));
		var snapshot = snapshot(ticket);
		this.events.publish(new TicketCreated(actor, snapshot, wanted.mail()));
		return snapshot;
	}

	/** The ticket as anybody inside may see it; empty if there is none, or it was deleted. */
	@Transactional(readOnly = true)
	public Optional<TicketSnapshot> find(long id) {
		return this.tickets.findById(id).filter(Ticket::isActive).map(this::snapshot);
	}

	/** The ticket, if this viewer may see it: staff, or the client who raised it. */
	@Transactional(readOnly = true)
	public TicketSnapshot get(long id, Actor viewer) {
		return snapshot(visible(id, viewer));
	}

	public TicketSnapshot change(long id, TicketChange wanted, Actor actor) {
		meet(actor);
		var ticket = visible(id, actor);
		if (!actor.staff() && !wanted.isStatusOnly()) {
			throw TicketProblem.CHANGE_NOT_YOURS.exception();
		}
		if (wanted.version() != null && wanted.version() != ticket.version()) {
			throw TicketProblem.TICKET_CHANGED.exception();
		}
		return save(ticket, actor, ticket.apply(wanted, now()));
	}

	/** A message was added: it is somebody else's turn, and a closed ticket opens if {@code reopens}. */
	public TicketSnapshot hear(long id, TicketMessageAdded.Message message, Actor actor, @Nullable MailOrigin mail,
			boolean reopens) {
		var now = now();
		var ticket = this.tickets.findById(id).orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
		ticket.hear(message.kind(), now);
		var changes = (reopens && ticket.isClosed())
				? ticket.apply(TicketChange.status(TicketStatus.OPEN), now)
				: List.<Change>of();
		var snapshot = save(ticket, actor, changes);
		var told = (message.kind() == MessageKind.NOTE)
				? new TicketMessageAdded.Message(message.id(), message.kind(), message.author(), null, message.sentAt())
				: message;
		this.events.publish(new TicketMessageAdded(actor, told, snapshot, mail));
		return snapshot;
	}

	private TicketSnapshot save(Ticket ticket, Actor actor, List<Change> changes) {
		var snapshot = snapshot(this.tickets.saveAndFlush(ticket));
		this.history.add(ticket.id(), actor, changes, now());
		var updates = new ArrayList<TicketUpdated.Change>();
		for (var change : changes) {
			switch (change) {
				case StatusChange(var from, var to) ->
					this.events.publish(new TicketStatusChanged(actor, from, to, snapshot));
				case FieldChange(var field, var before, var after) ->
					updates.add(new TicketUpdated.Change(field, before, after));
			}
		}
		if (!updates.isEmpty()) {
			this.events.publish(new TicketUpdated(actor, updates, snapshot));
		}
		return snapshot;
	}

	private Ticket visible(long id, Actor viewer) {
		return this.tickets.findById(id)
				.filter(Ticket::isActive)
				.filter(ticket -> viewer.staff() || isRaisedBy(ticket, viewer.person()))
				.orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
	}

	private static boolean isRaisedBy(Ticket ticket, @Nullable Person person) {
		return person != null && ticket.isRaisedBy(person.id());
	}

	private void meet(Actor actor) {
		if (actor.person() != null) {
			this.people.meet(actor.person());
		}
	}

	private TicketSnapshot snapshot(Ticket ticket) {
		return ticket.snapshot(this.people.get(ticket.requesterId()), person(ticket.assigneeId()));
	}

	private @Nullable Person person(@Nullable UUID id) {
		return (id != null) ? this.people.get(id) : null;
	}

	/** As exact as the database keeps it, so that what we tell is what is read later. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
