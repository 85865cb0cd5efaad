package io.frontdesk.ticket.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.ticket.conversation.Message.Attachment;

/** One of each kind for each author in a ticket. */
@Component
class Drafts {

	private static final String OF_ONE = " where ticket_id = :ticket and author_id = :author and kind = :kind";

	private final JdbcClient jdbc;

	Drafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Draft> find(Place place) {
		var files = files(place);
		return of(place, "select * from draft" + OF_ONE).query((row, _) -> draft(row, files)).optional();
	}

	private List<Attachment> files(Place place) {
		return of(place, """
				select id, filename, content_type, size, content_id is not null as inline
				from draft_file join attachment on id = attachment_id
				""" + OF_ONE + " and message_id is null order by draft_file.position")
				.query((row, _) -> file(row)).list();
	}

	private static Attachment file(ResultSet row) throws SQLException {
		return new Attachment(row.getObject("id", UUID.class), row.getString("filename"), row.getString("content_type"),
				row.getLong("size"), row.getBoolean("inline"));
	}

	private static Draft draft(ResultSet row, List<Attachment> files) throws SQLException {
		var content = new Draft.Content(row.getString("body"), row.getString("html"), row.getString("recipient"),
				List.of((String[]) row.getArray("cc").getArray()), files.stream().map(Attachment::id).toList(),
				row.getObject("seen_through", UUID.class), row.getString("idempotency_key"));
		return new Draft(content, files, row.getLong("version"),
				row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

	void put(Place place, Draft.Content content) {
		of(place,
				"""
						insert into draft (ticket_id, author_id, kind, body, html, recipient, cc, seen_through, idempotency_key, saved_at)
						values (:ticket, :author, :kind, :body, :html, :recipient, :cc, :seenThrough, :key, now())
						on conflict (ticket_id, author_id, kind) do update
						set version = nextval('draft_version'), body = excluded.body, html = excluded.html, recipient = excluded.recipient, cc = excluded.cc,
						    seen_through = excluded.seen_through, idempotency_key = excluded.idempotency_key,
						    saved_at = excluded.saved_at
						""")
				.param("body", content.body())
				.param("html", content.html())
				.param("recipient", content.to())
				.param("cc", content.cc().toArray(String[]::new))
				.param("seenThrough", content.seenThrough())
				.param("key", content.idempotencyKey())
				.update();
		of(place, "delete from draft_file" + OF_ONE).update();
	}

	/** Keeps those that are uploads of the author's and in no message; answers how many these are. */
	int keep(Place place, List<UUID> uploads) {
		return of(place, """
				insert into draft_file (ticket_id, author_id, kind, attachment_id, position)
				select distinct on (id) :ticket, :author, :kind, id, place
				from unnest(:uploads::uuid[]) with ordinality as wanted (id, place) join attachment using (id)
				where uploaded_by = :author and message_id is null
				order by id, place
				""").param("uploads", uploads.toArray(UUID[]::new)).update();
	}

	void delete(Place place) {
		of(place, "delete from draft" + OF_ONE).update();
	}

	/** What was sent is a draft no longer. */
	void deleteSent(long ticket, UUID author, String key) {
		this.jdbc.sql("delete from draft where ticket_id = ? and author_id = ? and idempotency_key = ?")
				.params(ticket, author, key)
				.update();
	}

	private JdbcClient.StatementSpec of(Place place, String sql) {
		return this.jdbc.sql(sql)
				.param("ticket", place.ticket())
				.param("author", place.author())
				.param("kind", place.kind().name());
	}

	record Place(long ticket, UUID author, DraftKind kind) {}

}
