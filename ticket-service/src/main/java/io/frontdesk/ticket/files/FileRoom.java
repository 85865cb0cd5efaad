package io.frontdesk.ticket.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.apache.commons.io.input.BoundedInputStream;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.http.deadline.RequestDeadline;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.sight.Viewer;

/** Takes uploads in, and hands attachments out to those who may see their message. */
@Component
public class FileRoom {

	private final JdbcClient jdbc;

	private final Blobs blobs;

	private final Conversation conversation;

	private final People people;

	private final FileSettings settings;

	private final TransactionOperations transactions;

	private final Tika tika = new Tika();

	FileRoom(JdbcClient jdbc, Blobs blobs, Conversation conversation, People people, FileSettings settings,
			TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.blobs = blobs;
		this.conversation = conversation;
		this.people = people;
		this.settings = settings;
		this.transactions = transactions;
	}

	/**
	 * Streams a file in; what it is follows from its content, not from what its sender says. A connection to the database
	 * is not for waiting until a slow sender has sent all of it, nor is the time of a request.
	 *
	 * @throws IOException if the caller goes away before the end: nothing is kept then
	 */
	public Upload take(String filename, InputStream content, Actor actor, Person uploader) throws IOException {
		var limit = this.settings.limit().toBytes();
		var blob = this.blobs.store(out -> {
			if (BoundedInputStream.builder().setInputStream(content).setMaxCount(limit + 1).get()
					.transferTo(out) > limit) {
				throw FileProblem.ATTACHMENT_TOO_LARGE.exception();
			}
		});
		if (blob.size() == 0) {
			throw FileProblem.ATTACHMENT_EMPTY.exception();
		}
		var type = this.tika.detect(this.blobs.file(blob.key()));
		var upload = new Upload(UUID.randomUUID(), SafeName.of(filename), type, blob.size());
		RequestDeadline.anew(() -> this.transactions.execute(_ -> {
			this.people.meet(actor);
			return this.jdbc.sql("""
					insert into attachment (id, filename, content_type, size, sha256, blob, uploaded_by)
					values (?, ?, ?, ?, ?, ?, ?)
					""")
					.params(upload.id(), upload.filename(), upload.contentType(), upload.size(), blob.key(),
							blob.key(), uploader.id())
					.update();
		}));
		return upload;
	}

	@Transactional(readOnly = true)
	public Stored get(UUID id, Viewer viewer) {
		var found = this.jdbc.sql("""
				select a.filename, a.content_type, a.sha256, a.blob, a.uploaded_by, m.ticket_id, m.id as message_id
				from attachment a left join message m on m.id = a.message_id
				where a.id = ?
				""").param(id).query(Row.class).optional().orElseThrow(FileProblem.ATTACHMENT_NOT_FOUND::exception);
		if (!maySee(found, viewer)) {
			throw FileProblem.ATTACHMENT_NOT_FOUND.exception();
		}
		return new Stored(found.filename(), found.contentType(), found.sha256(), this.blobs.file(found.blob()));
	}

	private boolean maySee(Row file, Viewer viewer) {
		if (file.ticketId() == null || file.messageId() == null) {
			return viewer.id().equals(file.uploadedBy());
		}
		return this.conversation.find(file.ticketId(), file.messageId(), viewer).isPresent();
	}

	/** Uploads of more than a day ago that neither a message nor a draft has. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void clear() {
		this.jdbc.sql("""
				delete from attachment where message_id is null and uploaded_at < now() - interval '1 day'
				and not exists (select from draft_file where attachment_id = attachment.id)
				""").update();
	}

	private record Row(String filename, String contentType, String sha256, String blob, @Nullable UUID uploadedBy,
			@Nullable Long ticketId, @Nullable UUID messageId) {}

	/** @param size in bytes */
	public record Upload(UUID id, String filename, String contentType, long size) {}

	public record Stored(String filename, String contentType, String sha256, Path file) {}

}
