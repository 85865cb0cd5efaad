package io.frontdesk.ticket.raising;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.NewMessage;
import io.frontdesk.ticket.lifecycle.NewTicket;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketProblem;
import io.frontdesk.ticket.people.People;

/** Raises a ticket for somebody: staff for anybody, a client for themselves. */
@Component
@Transactional
public class RaiseTicket {

	private final TicketDesk desk;

	private final Conversation conversation;

	private final People people;

	private final IdempotencyKeys keys;

	private final InstantSource clock;

	RaiseTicket(TicketDesk desk, Conversation conversation, People people, IdempotencyKeys keys, InstantSource clock) {
		this.desk = desk;
		this.conversation = conversation;
		this.people = people;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * @param key the caller's Idempotency-Key, so that a request sent again makes no second ticket; null if there is none
	 * @param caller whose key it is
	 */
	public TicketSnapshot raise(Wish wish, Actor actor, Person caller, @Nullable String key) {
		if (key == null) {
			return raise(wish, actor, caller);
		}
		var known = this.keys.lock(caller.id(), key);
		if (known.isPresent()) {
			if (!known.get().fingerprint().equals(wish.fingerprint())) {
				throw TicketProblem.KEY_USED_OTHERWISE.exception();
			}
			return this.desk.getEvenDeleted(known.get().ticket());
		}
		var ticket = raise(wish, actor, caller);
		this.keys.remember(caller.id(), key, wish.fingerprint(), ticket.id(), now());
		return ticket;
	}

	private TicketSnapshot raise(Wish wish, Actor actor, Person caller) {
		var requester = requester(wish, actor, caller);
		var ticket = this.desk.raise(new NewTicket(requester, wish.subject(), wish.message(), actor.route(), now(),
				wish.priority(), wish.assignee(), wish.project(), wish.task(), wish.tags(), null, null), actor);
		this.conversation.begin(ticket.id(),
				new NewMessage(MessageKind.CLIENT, requester, wish.message(), List.of(), now(), null),
				wish.attachments(), caller);
		return ticket;
	}

	private Person requester(Wish wish, Actor actor, Person caller) {
		var requester = named(wish, caller);
		if (!actor.staff() && !requester.id().equals(caller.id())) {
			throw TicketProblem.REQUESTER_NOT_YOURS.exception();
		}
		return requester;
	}

	private Person named(Wish wish, Person caller) {
		if (wish.requesterId() != null) {
			return this.people.find(wish.requesterId()).orElseThrow(TicketProblem.REQUESTER_UNKNOWN::exception);
		}
		var named = wish.requester();
		return (named != null) ? this.people.findByEmail(named.email()).orElse(named) : caller;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * @param requester by address; null where an id names them, or nobody but the caller is meant
	 * @param attachments ids of uploads of the caller's
	 * @param fingerprint of the whole request
	 */
	public record Wish(@Nullable UUID requesterId, @Nullable Person requester, String subject, String message,
			Priority priority, @Nullable UUID assignee, @Nullable UUID project, @Nullable UUID task, List<String> tags,
			List<UUID> attachments, String fingerprint) {}

}
