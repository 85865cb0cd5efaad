package io.frontdesk.ticket.raising;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.ticket.conversation.Addressees;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.NewMessage;
import io.frontdesk.ticket.conversation.Submission;
import io.frontdesk.ticket.idempotency.IdempotencyKeys;
import io.frontdesk.ticket.idempotency.KeyedRequest;
import io.frontdesk.ticket.idempotency.Made;
import io.frontdesk.ticket.lifecycle.FoundTicket;
import io.frontdesk.ticket.lifecycle.NewTicket;
import io.frontdesk.ticket.lifecycle.Opening;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketProblem;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.sight.References;
import io.frontdesk.ticket.sight.Viewer;

/** Raises a ticket for somebody: staff for anybody, a client for themselves. */
@Component
@Transactional
public class RaiseTicket {

	private final TicketDesk desk;

	private final Conversation conversation;

	private final People people;

	private final References references;

	private final IdempotencyKeys keys;

	private final InstantSource clock;

	RaiseTicket(TicketDesk desk, Conversation conversation, People people, References references,
			IdempotencyKeys keys, InstantSource clock) {
		this.desk = desk;
		this.conversation = conversation;
		this.people = people;
		this.references = references;
		this.keys = keys;
		this.clock = clock;
	}

	/** @param request by which one that is sent again makes no second ticket; null if it has no key */
	public FoundTicket raise(Wish wish, Viewer viewer, @Nullable KeyedRequest request) {
		var caller = viewer.caller().person();
		return (request == null)
				? raise(wish, viewer, caller)
				: this.keys.lock(request)
						.map(made -> this.desk.again(made.ticket(), viewer))
						.orElseGet(() -> raiseOnce(wish, viewer, caller, request));
	}

	private FoundTicket raiseOnce(Wish wish, Viewer viewer, Person caller, KeyedRequest request) {
		var raised = raise(wish, viewer, caller);
		this.keys.remember(request, new Made(raised.ticket().id(), null), now());
		return raised;
	}

	private FoundTicket raise(Wish wish, Viewer viewer, Person caller) {
		if (wish.assignee() != null && viewer.isBlindStaff()) {
			throw TicketProblem.RECIPIENTS_NOT_YOURS.exception();
		}
		var actor = viewer.actor();
		var requester = requester(wish, viewer, caller);
		checkReferences(wish, viewer);
		var opening = wish.opening();
		var ticket = this.desk.raise(NewTicket.byHand(requester, wish.subject(),
				opening.isByRequester() ? wish.message() : "", actor.route(), now(), wish.priority(), wish.assignee(),
				wish.project(), wish.task(), wish.tags(), opening), actor);
		return switch (opening.from()) {
			case CLIENT -> begun(ticket, wish, requester, caller);
			case NOTE -> begun(ticket, wish, caller, caller);
			case REPLY -> replied(ticket, wish, viewer);
		};
	}

	private FoundTicket begun(TicketSnapshot ticket, Wish wish, Person author, Person caller) {
		this.conversation.begin(ticket.id(),
				new NewMessage(wish.opening().from(), author, wish.message(), List.of(), now(), null),
				wish.attachments(), caller);
		return FoundTicket.raised(ticket);
	}

	/** The reply is held like any other, and until it leaves no event and no client knows of its words. */
	private FoundTicket replied(TicketSnapshot ticket, Wish wish, Viewer viewer) {
		this.conversation.write(ticket.id(), new Submission(MessageKind.REPLY, wish.message(), null,
				Addressees.AS_PROPOSED, wish.attachments(), false, null, null), viewer);
		return this.desk.again(ticket.id(), viewer);
	}

	/** A client is not told by the answer who else there is. */
	private Person requester(Wish wish, Viewer viewer, Person caller) {
		if (viewer.isStaff()) {
			return named(wish, caller);
		}
		var isCaller = (wish.requesterId() != null)
				? wish.requesterId().equals(caller.id())
				: named(wish, caller).id().equals(caller.id());
		if (!isCaller) {
			throw TicketProblem.REQUESTER_NOT_YOURS.exception();
		}
		return caller;
	}

	private void checkReferences(Wish wish, Viewer viewer) {
		if (wish.task() != null && !this.references.mayNameTask(wish.task(), viewer)) {
			throw TicketProblem.TASK_UNKNOWN.exception();
		}
		if (wish.project() != null && !this.references.mayNameProject(wish.project(), viewer)) {
			throw TicketProblem.PROJECT_UNKNOWN.exception();
		}
	}

	private Person named(Wish wish, Person caller) {
		if (wish.requesterId() != null) {
			return this.people.find(wish.requesterId()).orElseThrow(TicketProblem.REQUESTER_UNKNOWN::exception);
		}
		var named = wish.requester();
		return (named != null) ? this.people.known(named) : caller;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * @param requester by address; null where an id names them, or nobody but the caller is meant
	 * @param attachments ids of uploads of the caller's
	 * @param opening whose the message is, and whether the requester is told of the ticket
	 */
	public record Wish(@Nullable UUID requesterId, @Nullable Person requester, String subject, String message,
			Priority priority, @Nullable UUID assignee, @Nullable UUID project, @Nullable UUID task, List<String> tags,
			List<UUID> attachments, Opening opening) {}

}
