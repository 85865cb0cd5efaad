package io.frontdesk.ticket.conversation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Actor;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketProblem;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.recipients.ProposedRecipients;
import io.frontdesk.ticket.search.SearchIndex;
import io.frontdesk.ticket.sight.Viewer;

/** Keeps what was written about a ticket. */
@Component
@Transactional
public class Conversation {

	private final Messages messages;

	private final TicketDesk desk;

	private final People people;

	private final SearchIndex searchIndex;

	private final Participants participants;

	private final NamedTickets namedTickets;

	private final ProposedRecipients proposedRecipients;

	private final ReplySettings settings;

	private final InstantSource clock;

	Conversation(Messages messages, TicketDesk desk, People people, SearchIndex searchIndex,
			Participants participants, NamedTickets namedTickets, ProposedRecipients proposedRecipients,
			ReplySettings settings, InstantSource clock) {
		this.messages = messages;
		this.desk = desk;
		this.people = people;
		this.searchIndex = searchIndex;
		this.participants = participants;
		this.namedTickets = namedTickets;
		this.proposedRecipients = proposedRecipients;
		this.settings = settings;
		this.clock = clock;
	}

	/** The messages that raised tickets: {@code ticket-created} tells of them. */
	public void begin(List<TicketMessage> messages) {
		store(messages);
	}

	/**
	 * @param message by the requester, or a note
	 * @param uploads of this person, to attach to the message that raised the ticket
	 */
	public void begin(long ticket, NewMessage message, List<UUID> uploads, Person uploader) {
		attach(store(new TicketMessage(ticket, message)), uploads, uploader);
	}

	/** A mail came: a client's message, or a member of staff's reply or note. None of them is held. */
	public void add(long ticket, NewMessage message, Actor actor) {
		this.people.meet(message.author());
		var id = store(new TicketMessage(ticket, message));
		tell(ticket, new TicketMessageAdded.Message(id, message.kind(), message.author(), message.body(), null,
				message.copies(), message.attachments(), message.sentAt()), actor, message.origin(), false);
	}

	/**
	 * Adds what somebody wrote in the portal, the dashboard or by the API. A reply of staff is held for a while and can
	 * be taken back; anything else is there at once.
	 */
	public Message write(long ticket, Submission submission, Viewer viewer) {
		var actor = viewer.actor();
		if (viewer.isBlindStaff() && submission.addressees().areNamed()) {
			throw TicketProblem.RECIPIENTS_NOT_YOURS.exception();
		}
		var author = author(actor);
		this.people.meet(actor);
		this.desk.hold(ticket, viewer);
		var kind = kind(submission.kind(), actor);
		if (submission.seenThrough() != null) {
			checkSeen(ticket, submission.seenThrough(), viewer);
		}
		var copies = copies(ticket, kind, submission.addressees());
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		var delay = Objects.requireNonNullElse(submission.hold(), this.settings.undoDelay());
		var held = kind == MessageKind.REPLY && !delay.isZero();
		var id = UUID.randomUUID();
		this.messages.add(id, ticket, submission.as(kind), copies, author, now, held ? now.plus(delay) : null);
		attach(id, submission.attachments(), author);
		if (!held) {
			tell(ticket,
					new TicketMessageAdded.Message(id, kind, author, submission.body(), submission.html(),
							copies, this.messages.files(id), now),
					actor, null, submission.closes());
		}
		return this.messages.written(ticket, id);
	}

	/** What was written before, as it is now, for whoever wrote it. */
	Message again(long ticket, UUID message, Viewer viewer) {
		this.desk.requireReachable(ticket, viewer);
		if (!this.messages.isIn(ticket, message)) {
			throw ConversationProblem.TAKEN_BACK.exception();
		}
		return this.messages.written(ticket, message);
	}

	private static MessageKind kind(MessageKind wanted, Actor actor) {
		if (actor.staff()) {
			return (wanted == MessageKind.NOTE) ? MessageKind.NOTE : MessageKind.REPLY;
		}
		if (wanted == MessageKind.NOTE) {
			throw ConversationProblem.NOTE_NOT_YOURS.exception();
		}
		return MessageKind.CLIENT;
	}

	private List<String> copies(long ticket, MessageKind kind, Addressees wanted) {
		if (kind == MessageKind.REPLY) {
			return wanted.copies(this.proposedRecipients.of(ticket));
		}
		if (wanted.isAddressed() || kind == MessageKind.NOTE && wanted.areNamed()) {
			throw ConversationProblem.NO_RECIPIENTS.exception();
		}
		return Objects.requireNonNullElse(wanted.cc(), List.of());
	}

	/** Held replies count for staff; nothing tells a client of one. */
	private void checkSeen(long ticket, UUID seen, Viewer viewer) {
		var newer = this.messages.publicAfter(ticket, seen, viewer)
				.orElseThrow(ConversationProblem.SEEN_THROUGH_UNKNOWN::exception);
		if (!newer.isEmpty()) {
			throw ConversationProblem.NEWER_MESSAGES.exception(Map.of("messages", newer));
		}
	}

	private void attach(UUID message, List<UUID> uploads, Person author) {
		for (var position = 0; position < uploads.size(); position++) {
			if (!this.messages.attach(message, position, uploads.get(position), author)) {
				throw ConversationProblem.ATTACHMENT_UNKNOWN.exception();
			}
		}
	}

	/** Takes back a reply that is still held. */
	public void takeBack(long ticket, UUID message, Viewer viewer) {
		this.desk.requireReachable(ticket, viewer);
		if (!this.messages.isIn(ticket, message)) {
			throw ConversationProblem.MESSAGE_NOT_FOUND.exception();
		}
		if (!this.messages.takeBack(message)) {
			throw ConversationProblem.ALREADY_SENT.exception();
		}
	}

	/** Sends the held reply that is due longest; false if none is. */
	boolean sendNextDue() {
		var due = this.messages.nextDue(this.clock.instant());
		due.ifPresent(held -> {
			this.desk.hold(held.ticket());
			var message = this.messages.written(held.ticket(), held.id());
			if (message.closing() == Closing.KEPT_OPEN) {
				this.messages.keepOpen(held.id());
			}
			tell(held.ticket(),
					new TicketMessageAdded.Message(held.id(), message.kind(), message.author(), message.body(),
							this.messages.html(held.id()).orElse(null), message.cc(), this.messages.files(held.id()),
							this.clock.instant().truncatedTo(ChronoUnit.MICROS)),
					Actor.staff(message.author(), Source.WEB), null, message.closing() == Closing.CLOSES);
		});
		return due.isPresent();
	}

	private void tell(long ticket, TicketMessageAdded.Message message, Actor actor, @Nullable MailOrigin mail,
			boolean closes) {
		var heard = this.desk.hear(ticket, message, actor, mail, closes);
		if (message.kind() == MessageKind.REPLY) {
			var copies = message.cc().stream().map(AddressForm::of).distinct().toList();
			this.participants.add(ticket, copies);
			this.messages.sent(message.id(),
					copies.contains(heard.requesterAddress()) ? copies.size() : copies.size() + 1);
		}
	}

	private UUID store(TicketMessage message) {
		store(List.of(message));
		return message.id();
	}

	private void store(List<TicketMessage> messages) {
		this.messages.add(messages);
		this.namedTickets.remember(messages);
		messages.forEach(it -> {
			this.searchIndex.refresh(it.ticket());
			this.participants.add(it.ticket(), it.message().admitted());
		});
	}

	/** @param after the last message of the page before; null for the first page */
	@Transactional(readOnly = true)
	public Page page(long ticket, Viewer viewer, @Nullable UUID after, int limit) {
		this.desk.requireVisible(ticket, viewer);
		var found = this.messages.page(ticket, viewer, after, limit + 1);
		var isLast = found.size() <= limit;
		var page = isLast ? found : found.subList(0, limit);
		return new Page(page, isLast ? null : page.getLast().id(), this.messages.count(ticket, viewer));
	}

	@Transactional(readOnly = true)
	public Message get(long ticket, UUID message, Viewer viewer) {
		this.desk.requireVisible(ticket, viewer);
		return this.messages.find(ticket, message, viewer)
				.orElseThrow(ConversationProblem.MESSAGE_NOT_FOUND::exception);
	}

	/** The message, if this viewer may see it. */
	@Transactional(readOnly = true)
	public Optional<Message> find(long ticket, UUID message, Viewer viewer) {
		return this.desk.isVisible(ticket, viewer)
				? this.messages.find(ticket, message, viewer)
				: Optional.empty();
	}

	/**
	 * The message's sanitised HTML; empty if it has none.
	 *
	 * @param remoteImages whether to load images from elsewhere, by which their senders learn that somebody reads
	 * @param quoted whether to show what a mail quotes, too
	 */
	@Transactional(readOnly = true)
	public Optional<String> html(long ticket, UUID message, Viewer viewer, boolean remoteImages, boolean quoted) {
		var found = get(ticket, message, viewer);
		var authors = (found.hasQuoted() && !quoted) ? found.body() : null;
		return this.messages.html(message)
				.map(html -> MailHtml.show(html, this.messages.shownFiles(message), remoteImages, authors));
	}

	/** All that the message says, quoted history and signature included. */
	@Transactional(readOnly = true)
	public String wholeBody(long ticket, UUID message, Viewer viewer) {
		return this.messages.wholeBody(get(ticket, message, viewer).id());
	}

	/** Key of the raw mail in the blob store. */
	@Transactional(readOnly = true)
	public String source(long ticket, UUID message, Viewer viewer) {
		return this.messages.source(get(ticket, message, viewer).id())
				.orElseThrow(ConversationProblem.MESSAGE_NOT_FOUND::exception);
	}

	private static Person author(Actor actor) {
		if (actor.person() == null) {
			throw new IllegalArgumentException("A message has an author");
		}
		return actor.person();
	}

	public record Page(List<Message> messages, @Nullable UUID next, long total) {}

}
