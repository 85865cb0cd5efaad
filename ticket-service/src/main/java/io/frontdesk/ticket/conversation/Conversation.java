package io.frontdesk.ticket.conversation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.search.SearchIndex;

/** Keeps what was written about a ticket. */
@Component
@Transactional
public class Conversation {

	private final Messages messages;

	private final TicketDesk desk;

	private final People people;

	private final SearchIndex searchIndex;

	private final JdbcClient jdbc;

	private final ReplySettings settings;

	private final InstantSource clock;

	Conversation(Messages messages, TicketDesk desk, People people, SearchIndex searchIndex, JdbcClient jdbc,
			ReplySettings settings,
			InstantSource clock) {
		this.messages = messages;
		this.desk = desk;
		this.people = people;
		this.searchIndex = searchIndex;
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** The message that raised the ticket: {@code ticket-created} tells of it. */
	public UUID begin(long ticket, NewMessage message) {
		return store(ticket, message);
	}

	/** @param uploads of this person, to attach to the message that raised the ticket */
	public void begin(long ticket, NewMessage message, List<UUID> uploads, Person uploader) {
		attach(begin(ticket, message), uploads, uploader);
	}

	/** @param reopens whether a closed ticket opens again by it */
	public void add(long ticket, NewMessage message, Actor actor, boolean reopens) {
		var id = store(ticket, message);
		tell(id, ticket, message.kind(), message.author(), message.body(), null, List.of(), message.attachments(),
				actor, message, reopens ? TicketStatus.OPEN : null);
	}

	/**
	 * Adds what somebody wrote in the portal, the dashboard or by the API. A reply of staff is held for a while and can
	 * be taken back; anything else is there at once.
	 */
	public Message write(long ticket, Draft draft, Actor actor) {
		var author = author(actor);
		this.desk.get(ticket, actor);
		this.people.meet(actor);
		var kind = kind(draft.kind(), actor);
		if (draft.seenThrough() != null) {
			checkSeen(ticket, draft.seenThrough());
		}
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		var held = kind == MessageKind.REPLY && !this.settings.undoDelay().isZero();
		var id = UUID.randomUUID();
		var stored = new Draft(kind, draft.body(), draft.html(), draft.cc(), draft.attachments(), draft.closes(), null);
		this.messages.add(id, ticket, stored, author, now, held ? now.plus(this.settings.undoDelay()) : null);
		attach(id, draft.attachments(), author);
		if (!held) {
			tell(id, ticket, kind, author, draft.body(), draft.html(), draft.cc(), this.messages.files(id), actor, null,
					status(kind, draft.closes()));
		}
		return this.messages.find(ticket, id, true).orElseThrow();
	}

	private static @Nullable TicketStatus status(MessageKind kind, boolean closes) {
		if (closes) {
			return TicketStatus.CLOSED;
		}
		return (kind == MessageKind.CLIENT) ? TicketStatus.OPEN : null;
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

	private void checkSeen(long ticket, UUID seen) {
		var newer = this.messages.publicAfter(ticket, seen)
				.orElseThrow(ConversationProblem.SEEN_THROUGH_UNKNOWN::exception);
		if (!newer.isEmpty()) {
			throw ConversationProblem.NEWER_MESSAGES.exception(newer);
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
	public void takeBack(long ticket, UUID message, Actor actor) {
		get(ticket, message, actor);
		if (!this.messages.takeBack(message)) {
			throw ConversationProblem.ALREADY_SENT.exception();
		}
	}

	/** Sends the held reply that is due longest; false if none is. */
	boolean sendNextDue() {
		var due = this.messages.nextDue(this.clock.instant());
		due.ifPresent(held -> {
			var message = this.messages.find(held.ticket(), held.id(), true).orElseThrow();
			this.messages.release(held.id());
			tell(held.id(), held.ticket(), message.kind(), message.author(), message.body(),
					this.messages.html(held.id()).orElse(null), message.cc(), this.messages.files(held.id()),
					Actor.staff(message.author(), Source.WEB), null,
					held.closes() ? TicketStatus.CLOSED : null);
		});
		return due.isPresent();
	}

	private void tell(UUID id, long ticket, MessageKind kind, Person author, String body, @Nullable String html,
			List<String> cc, List<StoredFile> files, Actor actor, @Nullable NewMessage byMail,
			@Nullable TicketStatus status) {
		var sentAt = (byMail != null) ? byMail.sentAt() : this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.desk.hear(ticket, new TicketMessageAdded.Message(id, kind, author, body, html, cc, files, sentAt), actor,
				(byMail != null) ? byMail.mail() : null, status);
	}

	private UUID store(long ticket, NewMessage message) {
		this.people.meet(message.author());
		var id = UUID.randomUUID();
		this.messages.add(id, ticket, message);
		this.searchIndex.refresh(ticket);
		var mail = message.mail();
		if (mail != null && mail.messageId() != null) {
			this.jdbc.sql("insert into mail_reference (message_id, ticket_id) values (?, ?) on conflict do nothing")
					.params(mail.messageId(), ticket)
					.update();
		}
		return id;
	}

	/** The ticket whose conversation holds the mail with this Message-ID. */
	@Transactional(readOnly = true)
	public @Nullable Long ticketOf(String messageId) {
		return this.jdbc.sql("select max(ticket_id) from mail_reference where message_id = ?")
				.param(messageId)
				.query(Long.class)
				.optional()
				.orElse(null);
	}

	/** Whether the person raised the ticket or wrote in it before. */
	@Transactional(readOnly = true)
	public boolean isParticipant(long ticket, UUID person) {
		return this.jdbc.sql("select exists (select 1 from message where ticket_id = ? and author_id = ?)")
				.params(ticket, person)
				.query(Boolean.class)
				.single();
	}

	/** @param after the last message of the page before; null for the first page */
	@Transactional(readOnly = true)
	public Page page(long ticket, Actor viewer, @Nullable UUID after, int limit) {
		this.desk.get(ticket, viewer);
		var found = this.messages.page(ticket, viewer.staff(), after, limit + 1);
		var isLast = found.size() <= limit;
		var page = isLast ? found : found.subList(0, limit);
		return new Page(page, isLast ? null : page.getLast().id(), this.messages.count(ticket, viewer.staff()));
	}

	@Transactional(readOnly = true)
	public Message get(long ticket, UUID message, Actor viewer) {
		this.desk.get(ticket, viewer);
		return this.messages.find(ticket, message, viewer.staff())
				.orElseThrow(ConversationProblem.MESSAGE_NOT_FOUND::exception);
	}

	/** The message, if this viewer may see it. */
	@Transactional(readOnly = true)
	public Optional<Message> find(long ticket, UUID message, Actor viewer) {
		return this.desk.isVisible(ticket, viewer)
				? this.messages.find(ticket, message, viewer.staff())
				: Optional.empty();
	}

	/** The message's sanitised HTML; empty if it has none. */
	@Transactional(readOnly = true)
	public Optional<String> html(long ticket, UUID message, Actor viewer) {
		return this.messages.html(get(ticket, message, viewer).id());
	}

	/** Key of the raw mail in the blob store. */
	@Transactional(readOnly = true)
	public String source(long ticket, UUID message, Actor viewer) {
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
