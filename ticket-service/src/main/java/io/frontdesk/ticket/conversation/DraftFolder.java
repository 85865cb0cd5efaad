package io.frontdesk.ticket.conversation;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.ticket.conversation.Drafts.Place;
import io.frontdesk.ticket.idempotency.IdempotencyKeys;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.sight.Viewer;

/** Keeps for its author what is not sent yet, in tickets that they may write to. */
@Component
@Transactional
public class DraftFolder {

	private final Drafts drafts;

	private final Messages messages;

	private final TicketDesk desk;

	private final People people;

	private final IdempotencyKeys keys;

	DraftFolder(Drafts drafts, Messages messages, TicketDesk desk, People people, IdempotencyKeys keys) {
		this.drafts = drafts;
		this.messages = messages;
		this.desk = desk;
		this.people = people;
		this.keys = keys;
	}

	/** At one moment, with the files that it has then. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Optional<Draft> find(long ticket, DraftKind kind, Viewer viewer) {
		this.desk.requireReachable(ticket, viewer);
		return this.drafts.find(place(ticket, kind, viewer));
	}

	/**
	 * Saves a draft. Whoever sends it holds the ticket as well, so that it is saved before that and ends then, or is refused
	 * after it. What is there already in the same words is as good as saved.
	 */
	public Draft keep(long ticket, DraftKind kind, Draft.Content content, ExpectedDraft expected, Viewer viewer) {
		this.people.meet(viewer.actor());
		this.desk.hold(ticket, viewer);
		var place = place(ticket, kind, viewer);
		if (this.keys.isUsed(viewer.id(), content.idempotencyKey())) {
			throw ConversationProblem.DRAFT_SENT.exception();
		}
		var there = this.drafts.find(place);
		return there.filter(draft -> draft.content().equals(content)).orElseGet(() -> {
			require(expected, there);
			return save(place, content, viewer);
		});
	}

	/** What it names must be to be had, as in a message. */
	private Draft save(Place place, Draft.Content content, Viewer viewer) {
		var seen = content.seenThrough();
		if (seen != null && this.messages.publicAfter(place.ticket(), seen, viewer).isEmpty()) {
			throw ConversationProblem.SEEN_THROUGH_UNKNOWN.exception();
		}
		this.drafts.put(place, content);
		if (this.drafts.keep(place, content.attachments()) < content.attachments().size()) {
			throw ConversationProblem.ATTACHMENT_UNKNOWN.exception();
		}
		return this.drafts.find(place).orElseThrow();
	}

	/** Throws a draft away; its uploads are loose again. */
	public void discard(long ticket, DraftKind kind, ExpectedDraft expected, Viewer viewer) {
		this.desk.hold(ticket, viewer);
		var place = place(ticket, kind, viewer);
		var there = this.drafts.find(place);
		if (there.isPresent()) {
			require(expected, there);
			this.drafts.delete(place);
		}
	}

	private static void require(ExpectedDraft expected, Optional<Draft> there) {
		if (!expected.isMetBy(there)) {
			throw ConversationProblem.DRAFT_CHANGED.exception();
		}
	}

	private static Place place(long ticket, DraftKind kind, Viewer viewer) {
		if (kind == DraftKind.NOTE && !viewer.isStaff()) {
			throw ConversationProblem.NOTE_NOT_YOURS.exception();
		}
		return new Place(ticket, viewer.id(), kind);
	}

}
