package io.frontdesk.ticket.conversation;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.ticket.conversation.Conversation.Attachment;
import io.frontdesk.ticket.conversation.Conversation.Message;

/** Messages are written once and read in pages, in the order in which they came. */
@Component
class Messages {

	private final JdbcClient jdbc;

	Messages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID id, long ticket, NewMessage message) {
		this.jdbc.sql("""
				insert into message (id, ticket_id, kind, author_id, body, html, sent_at)
				values (:id, :ticket, :kind, :author, :body, :html, :sentAt)
				""")
				.param("id", id)
				.param("ticket", ticket)
				.param("kind", message.kind().name())
				.param("author", message.author().id())
				.param("body", message.body())
				.param("html", message.html())
				.param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
				.update();
		var position = 0;
		for (var file : message.attachments()) {
			attach(id, position++, file);
		}
	}

	private void attach(UUID message, int position, StoredFile file) {
		this.jdbc.sql("""
				insert into attachment (id, message_id, position, filename, content_type, size, sha256, blob)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""")
				.params(UUID.randomUUID(), message, position, file.filename(), file.contentType(), file.size(),
						file.sha256(), file.blob())
				.update();
	}

	List<Message> page(long ticket, boolean withNotes, @Nullable UUID after, int limit) {
		var rows = this.jdbc
				.sql("""
						select m.id, m.kind, m.body, m.html is not null as has_html, m.sent_at,
						       p.id as author_id, p.email, p.first_name, p.last_name
						from message m join person p on p.id = m.author_id
						where m.ticket_id = :ticket and (:withNotes or m.kind <> 'NOTE')
						  and (:after::uuid is null
						       or m.number > (select number from message where id = :after and ticket_id = :ticket))
						order by m.number
						limit :limit
						""")
				.param("ticket", ticket)
				.param("withNotes", withNotes)
				.param("after", after)
				.param("limit", limit)
				.query((row, _) -> new Message(row.getObject("id", UUID.class),
						MessageKind.valueOf(row.getString("kind")),
						new Person(row.getObject("author_id", UUID.class), row.getString("email"),
								row.getString("first_name"), row.getString("last_name")),
						row.getString("body"), row.getBoolean("has_html"), List.of(),
						row.getObject("sent_at", OffsetDateTime.class).toInstant()))
				.list();
		var files = attachments(rows.stream().map(Message::id).toList());
		return rows.stream().map(row -> row.with(files.getOrDefault(row.id(), List.of()))).toList();
	}

	long count(long ticket, boolean withNotes) {
		return this.jdbc.sql("select count(*) from message where ticket_id = ? and (? or kind <> 'NOTE')")
				.params(ticket, withNotes)
				.query(Long.class)
				.single();
	}

	private Map<UUID, List<Attachment>> attachments(List<UUID> messages) {
		record Row(UUID messageId, UUID id, String filename, String contentType, long size) {}
		return this.jdbc.sql("""
				select message_id, id, filename, content_type, size from attachment
				where message_id = any(:messages) order by message_id, position
				""")
				.param("messages", messages.toArray(UUID[]::new))
				.query(Row.class)
				.stream()
				.collect(Collectors.groupingBy(Row::messageId, Collectors.mapping(
						row -> new Attachment(row.id(), row.filename(), row.contentType(), row.size()),
						Collectors.toList())));
	}

}
