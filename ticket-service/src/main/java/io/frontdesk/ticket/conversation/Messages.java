package io.frontdesk.ticket.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.ticket.conversation.Message.Attachment;
import io.frontdesk.ticket.sight.Viewer;
import io.frontdesk.ticket.trail.Deliveries;
import io.frontdesk.ticket.trail.Delivery;

/** Messages are written once and read in pages, in the order in which they came. */
@Component
class Messages {

	private static final String ROWS = """
			select m.id, m.kind, m.body, m.whole_body is not null as has_quoted, m.html is not null as has_html, m.cc,
			       m.sent_at, m.held_until, m.mails, m.verified, p.id as author_id, p.email, p.first_name, p.last_name,
			       case when not m.closes then null
			            when m.kept_open
			              or m.held_until is not null
			                 and exists (select from message later
			                             where later.ticket_id = m.ticket_id and later.number > m.number
			                               and later.kind = 'CLIENT'
			                               and coalesce(later.classification, 'PERSON') in ('PERSON', 'LIST'))
			            then 'KEPT_OPEN'
			            else 'CLOSES' end as closing
			from message m join person p on p.id = m.author_id
			where m.ticket_id = :ticket""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final Deliveries deliveries;

	Messages(JdbcClient jdbc, NamedParameterJdbcOperations batches, Deliveries deliveries) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.deliveries = deliveries;
	}

	void add(List<TicketMessage> messages) {
		this.batches.batchUpdate(
				"""
						insert into message (id, ticket_id, kind, author_id, body, whole_body, html, sent_at, cc, source, intake_id,
						                     mail_id, classification, placed_by, verified, proof)
						values (:id, :ticket, :kind, :author, :body, :wholeBody, :html, :sentAt, :cc, :source, :intake, :mailId,
						        :classification, :placedBy, :verified, :proof)
						""",
				messages.stream().map(Messages::row).toArray(SqlParameterSource[]::new));
		messages.forEach(it -> {
			var mail = it.message().mail();
			attach(it.id(), it.message().attachments(), (mail != null) ? mail.html() : null);
		});
	}

	private static SqlParameterSource row(TicketMessage of) {
		var message = of.message();
		var mail = message.mail();
		var origin = message.origin();
		return new MapSqlParameterSource("id", of.id())
				.addValue("ticket", of.ticket())
				.addValue("kind", message.kind().name())
				.addValue("author", message.author().id())
				.addValue("body", message.body())
				.addValue("wholeBody",
						(mail != null && !mail.wholeBody().equals(message.body())) ? mail.wholeBody() : null)
				.addValue("html", (mail != null) ? mail.html() : null)
				.addValue("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
				.addValue("cc", message.copies().toArray(String[]::new))
				.addValue("source", (mail != null) ? mail.source() : null)
				.addValue("intake", (origin != null) ? origin.intakeId() : null)
				.addValue("mailId", of.mailId())
				.addValue("classification", (origin != null) ? origin.classification().name() : null)
				.addValue("placedBy", (origin != null && origin.placedBy() != null) ? origin.placedBy().name() : null)
				.addValue("verified", message.isVerified())
				.addValue("proof", (origin != null) ? origin.proof().name() : null);
	}

	void add(UUID id, long ticket, Submission submission, List<String> copies, Person author, Instant now,
			@Nullable Instant heldUntil) {
		this.jdbc.sql("""
				insert into message (id, ticket_id, kind, author_id, body, html, sent_at, held_until, cc, closes)
				values (:id, :ticket, :kind, :author, :body, :html, :sentAt, :heldUntil, :cc, :closes)
				""")
				.param("id", id)
				.param("ticket", ticket)
				.param("kind", submission.kind().name())
				.param("author", author.id())
				.param("body", submission.body())
				.param("html", submission.html())
				.param("sentAt", now.atOffset(ZoneOffset.UTC))
				.param("heldUntil", (heldUntil != null) ? heldUntil.atOffset(ZoneOffset.UTC) : null)
				.param("cc", copies.toArray(String[]::new))
				.param("closes", submission.closes())
				.update();
	}

	private void attach(UUID message, List<StoredFile> files, @Nullable String html) {
		if (files.isEmpty()) {
			return;
		}
		var shown = (html != null) ? MailHtml.contentIds(html) : Set.<String>of();
		var position = 0;
		for (var file : files) {
			this.jdbc
					.sql("""
							insert into attachment (id, message_id, position, filename, content_type, size, sha256, blob, content_id)
							values (?, ?, ?, ?, ?, ?, ?, ?, ?)
							""")
					.params(UUID.randomUUID(), message, position++, file.filename(), file.contentType(), file.size(),
							file.sha256(), file.blob())
					.param(isShown(file, shown) ? file.contentId() : null)
					.update();
		}
	}

	/** What a page can't show as a picture is a file beside it, whatever the mail's HTML does with it. */
	private static boolean isShown(StoredFile file, Set<String> contentIds) {
		return file.contentId() != null && contentIds.contains(file.contentId())
				&& Pictures.include(file.contentType());
	}

	/** Gives an upload of the author's to the message; false if it is none, or was given away. */
	boolean attach(UUID message, int position, UUID upload, Person author) {
		return this.jdbc.sql("""
				update attachment set message_id = ?, position = ?
				where id = ? and uploaded_by = ? and message_id is null
				""").params(message, position, upload, author.id()).update() == 1;
	}

	List<StoredFile> files(UUID message) {
		return this.jdbc.sql("""
				select filename, content_type, size, sha256, blob from attachment where message_id = ? order by position
				""").param(message)
				.query(Messages::file)
				.list();
	}

	/** Uploads of the author's that are in no message yet: all of these, in their order. */
	List<StoredFile> uploads(List<UUID> wanted, Person author) {
		var found = this.jdbc.sql("""
				select filename, content_type, size, sha256, blob
				from unnest(?::uuid[]) with ordinality as wanted (id, place) join attachment using (id)
				where uploaded_by = ? and message_id is null
				order by place
				""").params(wanted.toArray(UUID[]::new), author.id()).query(Messages::file).list();
		if (found.size() < wanted.size()) {
			throw ConversationProblem.ATTACHMENT_UNKNOWN.exception();
		}
		return found;
	}

	private static StoredFile file(ResultSet row, int number) throws SQLException {
		return new StoredFile(row.getString("filename"), row.getString("content_type"), row.getLong("size"),
				row.getString("sha256"), row.getString("blob"));
	}

	List<Message> page(long ticket, Viewer viewer, @Nullable UUID after, int limit) {
		var rows = this.jdbc.sql(ROWS + """
				  and %1$s and (:after::uuid is null
				       or m.number > (select number from message where id = :after and ticket_id = :ticket and %1$s))
				order by m.number
				limit :limit
				""".formatted(viewer.messages()))
				.param("ticket", ticket)
				.param("after", after)
				.param("limit", limit)
				.query((row, _) -> Row.of(row))
				.list();
		return messages(rows, viewer.seesAll());
	}

	Optional<Message> find(long ticket, UUID id, Viewer viewer) {
		return find(ticket, id, viewer.messages(), viewer.seesAll());
	}

	/** What was just written, or is to be sent. */
	Message written(long ticket, UUID id) {
		return find(ticket, id, "true", true).orElseThrow();
	}

	private Optional<Message> find(long ticket, UUID id, String visible, boolean withDelivery) {
		var rows = this.jdbc.sql(ROWS + " and m.id = :id and " + visible)
				.param("ticket", ticket)
				.param("id", id)
				.query((row, _) -> Row.of(row))
				.list();
		return messages(rows, withDelivery).stream().findFirst();
	}

	boolean isIn(long ticket, UUID id) {
		return this.jdbc.sql("select exists (select from message where ticket_id = ? and id = ?)")
				.params(ticket, id)
				.query(Boolean.class)
				.single();
	}

	private List<Message> messages(List<Row> rows, boolean withDelivery) {
		var files = attachments(rows.stream().map(Row::id).toList());
		var mailed = rows.stream()
				.filter(row -> withDelivery && row.mails() > 0)
				.collect(Collectors.toMap(Row::id, Row::mails));
		var outcomes = this.deliveries.of(mailed);
		return rows.stream()
				.map(row -> row.message(files.getOrDefault(row.id(), List.of()),
						(row.heldUntil() != null) ? Delivery.HELD : outcomes.get(row.id()),
						withDelivery ? row.closing() : null))
				.toList();
	}

	long count(long ticket, Viewer viewer) {
		return this.jdbc.sql("select count(*) from message where ticket_id = ? and " + viewer.messages())
				.param(ticket)
				.query(Long.class)
				.single();
	}

	/** Messages for clients after this one; empty optional if it is none of the ticket that this viewer sees. */
	Optional<List<UUID>> publicAfter(long ticket, UUID seen, Viewer viewer) {
		var visible = "kind <> 'NOTE' and " + viewer.messages();
		return this.jdbc.sql("select number from message where id = ? and ticket_id = ? and " + visible)
				.params(seen, ticket)
				.query(Long.class)
				.optional()
				.map(number -> this.jdbc
						.sql("select id from message where ticket_id = ? and number > ? and %s order by number"
								.formatted(visible))
						.params(ticket, number)
						.query(UUID.class)
						.list());
	}

	Optional<String> html(UUID message) {
		return this.jdbc.sql("select html from message where id = ? and html is not null")
				.param(message)
				.query(String.class)
				.optional();
	}

	/** All that the message says. */
	String wholeBody(UUID message) {
		return this.jdbc.sql("select coalesce(whole_body, body) from message where id = ?")
				.param(message)
				.query(String.class)
				.single();
	}

	/** Attachments that the message's HTML shows, by Content-ID. */
	Map<String, ShownFile> shownFiles(UUID message) {
		return this.jdbc.sql("""
				select content_id, id, filename from attachment where message_id = ? and content_id is not null
				""")
				.param(message)
				.query((row, _) -> Map.entry(row.getString("content_id"),
						new ShownFile(row.getObject("id", UUID.class), row.getString("filename"))))
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
	}

	Optional<String> source(UUID message) {
		return this.jdbc.sql("select source from message where id = ? and source is not null")
				.param(message)
				.query(String.class)
				.optional();
	}

	/** Takes a held message away for good; its uploads are loose again. False if it is held no longer. */
	boolean takeBack(UUID message) {
		var held = this.jdbc.sql("select id from message where id = ? and held_until is not null for update")
				.param(message)
				.query(UUID.class)
				.optional();
		held.ifPresent(id -> {
			this.jdbc.sql("update attachment set message_id = null, position = null where message_id = ?").param(id)
					.update();
			this.jdbc.sql("delete from message where id = ?").param(id).update();
		});
		return held.isPresent();
	}

	/** The held message that is due longest; locked, and passed over by others until the transaction ends. */
	Optional<Due> nextDue(Instant now) {
		return this.jdbc.sql("""
				select id, ticket_id as ticket from message
				where held_until <= ? order by held_until limit 1 for update skip locked
				""").param(now.atOffset(ZoneOffset.UTC)).query(Due.class).optional();
	}

	/** The ticket isn't closed with the message, though it was to be. */
	void keepOpen(UUID message) {
		this.jdbc.sql("update message set kept_open = true where id = ?").param(message).update();
	}

	/** The message can be taken back no longer. */
	void sent(UUID message, int mails) {
		this.jdbc.sql("update message set held_until = null, mails = ? where id = ?").params(mails, message).update();
	}

	private Map<UUID, List<Attachment>> attachments(List<UUID> messages) {
		record File(UUID messageId, UUID id, String filename, String contentType, long size, boolean inline) {}
		return this.jdbc.sql("""
				select message_id, id, filename, content_type, size, content_id is not null as inline from attachment
				where message_id = any(:messages) order by message_id, position
				""")
				.param("messages", messages.toArray(UUID[]::new))
				.query(File.class)
				.stream()
				.collect(Collectors.groupingBy(File::messageId,
						Collectors.mapping(
								file -> new Attachment(file.id(), file.filename(), file.contentType(), file.size(),
										file.inline()),
								Collectors.toList())));
	}

	record Due(UUID id, long ticket) {}

	/** @param mails how many mails it left in; 0 for what was not mailed */
	private record Row(UUID id, MessageKind kind, Person author, String body, boolean hasQuoted, boolean hasHtml,
			List<String> cc, Instant sentAt, @Nullable Instant heldUntil, int mails, boolean verified,
			@Nullable Closing closing) {

		static Row of(ResultSet row) throws SQLException {
			var heldUntil = row.getObject("held_until", OffsetDateTime.class);
			var closing = row.getString("closing");
			return new Row(row.getObject("id", UUID.class), MessageKind.valueOf(row.getString("kind")),
					new Person(row.getObject("author_id", UUID.class), row.getString("email"),
							row.getString("first_name"), row.getString("last_name")),
					row.getString("body"), row.getBoolean("has_quoted"), row.getBoolean("has_html"),
					List.of((String[]) row.getArray("cc").getArray()),
					row.getObject("sent_at", OffsetDateTime.class).toInstant(),
					(heldUntil != null) ? heldUntil.toInstant() : null, row.getInt("mails"),
					row.getBoolean("verified"), (closing != null) ? Closing.valueOf(closing) : null);
		}

		Message message(List<Attachment> files, @Nullable Delivery delivery, @Nullable Closing seen) {
			return new Message(this.id, this.kind, this.author, this.body, this.hasQuoted, this.hasHtml, this.cc, files,
					this.sentAt, this.heldUntil, delivery, this.verified, seen);
		}

	}

}
