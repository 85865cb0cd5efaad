package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketDeleted;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.sending.Events;
import io.frontdesk.ticket.lifecycle.Change.ActiveChange;
import io.frontdesk.ticket.lifecycle.Change.FieldChange;
import io.frontdesk.ticket.lifecycle.Change.StatusChange;
import io.frontdesk.ticket.people.KnownPeople;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.search.SearchIndex;
import io.frontdesk.ticket.sight.Viewer;

/** Raises tickets and changes them; each change is written to the history and told to the world. */
@Component
@Transactional
public class TicketDesk {

	private final Tickets tickets;

	private final TicketNumbers numbers;

	private final TicketSnapshots snapshots;

	private final Placing placing;

	private final History history;

	private final People people;

	private final SearchIndex searchIndex;

	private final Events events;

	private final InstantSource clock;

	TicketDesk(Tickets tickets, TicketNumbers numbers, TicketSnapshots snapshots, Placing placing, History history,
			People people, SearchIndex searchIndex, Events events, InstantSource clock) {
		this.tickets = tickets;
		this.numbers = numbers;
		this.snapshots = snapshots;
		this.placing = placing;
		this.history = history;
		this.people = people;
		this.searchIndex = searchIndex;
		this.events = events;
		this.clock = clock;
	}

	public TicketSnapshot raise(NewTicket wanted, Actor actor) {
		return raise(List.of(new TicketRequest(wanted, actor))).getFirst();
	}

	/** Raises a ticket for each, in their order. */
	public List<TicketSnapshot> raise(List<TicketRequest> requests) {
		this.people.meet(requests.stream().flatMap(TicketRequest::people).toList());
		var known = this.people.known(requests.stream().flatMap(TicketRequest::named).toList());
		var numbers = this.numbers.next(requests.size()).iterator();
		var tickets = this.tickets.saveAllAndFlush(requests.stream()
				.map(it -> ticket(numbers.next(), it.ticket(), known))
				.toList());
		var snapshots = new ArrayList<TicketSnapshot>();
		for (var i = 0; i < tickets.size(); i++) {
			var request = requests.get(i);
			var snapshot = this.snapshots.of(tickets.get(i), known);
			this.history.add(snapshot.id(), request.actor(), List.of(new FieldChange("created", null, null)), now());
			this.searchIndex.refresh(snapshot.id());
			var opening = request.ticket().opening();
			this.events.publish(new TicketCreated(request.actor(), snapshot, request.ticket().mail(), opening.from(),
					opening.confirm()));
			snapshots.add(snapshot);
		}
		return snapshots;
	}

	private Ticket ticket(long number, NewTicket wanted, KnownPeople known) {
		this.placing.checkAssignee(wanted.assignee());
		var placed = wanted.in(this.placing.projectOf(wanted.project(), wanted.task()));
		return new Ticket(number, placed, known.companyOf(wanted.requester().id()), now());
	}

	@Transactional(readOnly = true)
	public TicketSnapshot get(long id, Viewer viewer) {
		return this.snapshots.of(visible(id, viewer));
	}

	@Transactional(readOnly = true)
	public FoundTicket show(long id, Viewer viewer) {
		var ticket = visible(id, viewer);
		return found(ticket, this.snapshots.of(ticket));
	}

	/** For those who may change it, whether they see it or not; a deleted one for those who may bring it back. */
	@Transactional(readOnly = true)
	public FoundTicket again(long id, Viewer viewer) {
		var ticket = reached(this.tickets.findById(id), viewer, true);
		return found(ticket, this.snapshots.of(ticket));
	}

	/** Refuses those for whom there is no such ticket. */
	@Transactional(readOnly = true)
	public void requireVisible(long id, Viewer viewer) {
		visible(id, viewer);
	}

	/** Refuses those for whom there is no such ticket to change. */
	@Transactional(readOnly = true)
	public void requireReachable(long id, Viewer viewer) {
		reached(this.tickets.findById(id), viewer, false);
	}

	/** Makes whoever else wants to change the ticket wait until the transaction ends, if there is one for this viewer. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(long id, Viewer viewer) {
		reached(this.tickets.findLocked(id), viewer, false);
	}

	/** Makes whoever else wants to change the ticket wait until the transaction ends, also when it is archived. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(long id) {
		this.tickets.findLocked(id).orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
	}

	/** What this viewer may never do is refused before the ticket is looked for; all else after they may see it. */
	public FoundTicket change(long id, TicketChange wanted, Viewer viewer) {
		wanted.requireRight(viewer);
		this.people.meet(viewer.actor());
		var ticket = reached(this.tickets.findLocked(id), viewer, wanted.restores());
		if (!viewer.isStaff() && !wanted.isStatusOnly()) {
			throw TicketProblem.CHANGE_NOT_YOURS.exception();
		}
		if (wanted.version() != null && wanted.version() != ticket.version(viewer)) {
			throw TicketProblem.TICKET_CHANGED.exception();
		}
		var changes = new ArrayList<Change>();
		if (wanted.requester() != null) {
			changes.addAll(handOver(ticket, wanted.requester()));
		}
		changes.addAll(ticket.apply(this.placing.consistent(ticket, wanted), now()));
		return found(ticket, save(ticket, viewer.actor(), changes));
	}

	private List<Change> handOver(Ticket ticket, NamedRequester wanted) {
		var requester = this.placing.requester(wanted);
		this.people.meet(requester);
		var known = this.people.known(List.of(ticket.requesterId(), requester.id()));
		return ticket.handOver(known.get(ticket.requesterId()), known.get(requester.id()),
				known.companyOf(requester.id()), now());
	}

	/** The requester wants mail elsewhere, or at their own address again. */
	public void answerTo(long id, @Nullable String address, Actor actor) {
		var ticket = this.tickets.findLocked(id).orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
		var changes = ticket.answerTo(address, now());
		if (!changes.isEmpty()) {
			save(ticket, actor, changes);
		}
	}

	/**
	 * A message was added: it is somebody else's turn, and a client's reopens. What a machine answers, such as an
	 * out-of-office note, is noted and changes neither.
	 */
	public TicketSnapshot hear(long id, TicketMessageAdded.Message message, Actor actor, @Nullable MailOrigin mail,
			boolean closes) {
		var ticket = this.tickets.findLocked(id).orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
		ticket.gain(message);
		var snapshot = save(ticket, actor,
				isByMachine(mail) ? ticket.note(now()) : ticket.hear(message.kind(), closes, now()));
		var told = (message.kind() == MessageKind.NOTE)
				? new TicketMessageAdded.Message(message.id(), message.kind(), message.author(), null, null,
						message.cc(),
						List.of(), message.sentAt())
				: message;
		this.events.publish(new TicketMessageAdded(actor, told, snapshot, mail));
		return snapshot;
	}

	/** A list hands on what people write. */
	private static boolean isByMachine(@Nullable MailOrigin mail) {
		return mail != null && mail.classification() != Classification.PERSON
				&& mail.classification() != Classification.LIST;
	}

	private TicketSnapshot save(Ticket ticket, Actor actor, List<Change> changes) {
		this.tickets.flush();
		var snapshot = this.snapshots.of(ticket);
		this.history.add(ticket.id(), actor, changes, now());
		this.searchIndex.refresh(ticket.id());
		var updates = new ArrayList<TicketUpdated.Change>();
		for (var change : changes) {
			switch (change) {
				case StatusChange(var from, var to) ->
					this.events.publish(new TicketStatusChanged(actor, from, to, snapshot));
				case ActiveChange(var active) when !active -> this.events.publish(new TicketDeleted(actor, snapshot));
				case ActiveChange _,FieldChange _ ->
					updates.add(new TicketUpdated.Change(change.field(), change.before(), change.after()));
			}
		}
		if (!updates.isEmpty()) {
			this.events.publish(new TicketUpdated(actor, updates, snapshot));
		}
		return snapshot;
	}

	@Transactional(readOnly = true)
	public boolean isVisible(long id, Viewer viewer) {
		return findVisible(id, viewer).isPresent();
	}

	private Ticket visible(long id, Viewer viewer) {
		return findVisible(id, viewer).orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
	}

	private Optional<Ticket> findVisible(long id, Viewer viewer) {
		return this.tickets.findById(id).filter(ticket -> viewer.sees(ticket.requesterId(), ticket.isActive()));
	}

	private static Ticket reached(Optional<Ticket> found, Viewer viewer, boolean restores) {
		return found.filter(ticket -> viewer.reaches(ticket.requesterId(), ticket.isActive(), restores))
				.orElseThrow(TicketProblem.TICKET_NOT_FOUND::exception);
	}

	private static FoundTicket found(Ticket ticket, TicketSnapshot snapshot) {
		return new FoundTicket(snapshot, ticket.firstReplyAt(), ticket.publicVersion());
	}

	/** As exact as the database keeps it, so that what we tell is what is read later. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
