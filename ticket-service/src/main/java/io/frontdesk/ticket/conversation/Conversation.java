package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;

/** Keeps what was written about a ticket. */
@Component
@Transactional
public class Conversation {

	private final Messages messages;

	private final TicketDesk desk;

	private final People people;

	private final JdbcClient jdbc;

	Conversation(Messages messages, TicketDesk desk, People people, JdbcClient jdbc) {
		this.messages = messages;
		this.desk = desk;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** The message that raised the ticket: {@code ticket-created} tells of it. */
	public void begin(long ticket, NewMessage message) {
		store(ticket, message);
	}

	/** @param reopens whether a closed ticket opens again by it */
	public void add(long ticket, NewMessage message, Actor actor, boolean reopens) {
		var id = store(ticket, message);
		this.desk.hear(ticket, new TicketMessageAdded.Message(id, message.kind(), message.author(), message.body(),
				message.sentAt()), actor, message.mail(), reopens);
	}

	private UUID store(long ticket, NewMessage message) {
		this.people.meet(message.author());
		var id = UUID.randomUUID();
		this.messages.add(id, ticket, message);
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

	public record Page(List<Message> messages, @Nullable UUID next, long total) {}

	public record Message(UUID id, MessageKind kind, Person author, String body, boolean hasHtml,
			List<Attachment> attachments, Instant sentAt) {

		Message with(List<Attachment> files) {
			return new Message(this.id, this.kind, this.author, this.body, this.hasHtml, files, this.sentAt);
		}

	}

	/** @param size in bytes */
	public record Attachment(UUID id, String filename, String contentType, long size) {}

}
