package io.frontdesk.mail.intake;

import static io.frontdesk.events.transaction.Columns.column;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.blobs.Blobs;

/** Writes mails into the ledger. Once they are there, they can't be lost any more. */
@Component
public class MailIntake {

	private final Blobs blobs;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final ApplicationEventPublisher application;

	MailIntake(Blobs blobs, JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher application) {
		this.blobs = blobs;
		this.jdbc = jdbc;
		this.clock = clock;
		this.application = application;
	}

	/**
	 * Keeps a mail's raw content. It is not in the ledger yet.
	 *
	 * @param receivedAt when the mail server took it; null if it does not say
	 * @throws IOException the writer's own, or that the blob store does not take it
	 */
	public KeptMail keep(MailPlace place, @Nullable Instant receivedAt, Blobs.ContentWriter raw) throws IOException {
		return new KeptMail(place, receivedAt, this.blobs.store(raw));
	}

	/**
	 * Writes mails into the ledger, all or none. Knows a mail by its place on the server and its bytes: what was interrupted
	 * after the ledger was written is not taken twice.
	 */
	public void take(List<KeptMail> mails) {
		var now = this.clock.instant();
		this.jdbc
				.sql("""
						with entry as (
						  insert into intake_entry (id, mailbox, uid_validity, uid, received_at, size, sha256, outcome, waiting_since, version)
						  select gen_random_uuid(), mailbox, uid_validity, uid, received_at, size, sha256, 'PENDING', :now, 0
						  from unnest(:mailboxes, :uidValidities::bigint[], :uids::bigint[], :receivedAts::timestamptz[],
						              :sizes::bigint[], :sha256s)
						         as mail (mailbox, uid_validity, uid, received_at, size, sha256)
						  order by mailbox, uid_validity, uid
						  on conflict (mailbox, uid_validity, uid, sha256) do nothing
						  returning id, mailbox, uid, uid_validity, size)
						insert into intake_step (entry_id, at, step, detail)
						select id, :now, 'RECEIVED', format('Found in %s as UID %s of %s, %s bytes', mailbox, uid, uid_validity, size)
						from entry
						""")
				.param("mailboxes", column(mails, mail -> mail.place().mailbox()))
				.param("uidValidities", column(mails, mail -> mail.place().uidValidity()))
				.param("uids", column(mails, mail -> mail.place().uid()))
				.param("receivedAts", column(mails, mail -> Objects.requireNonNullElse(mail.receivedAt(), now)))
				.param("sizes", column(mails, mail -> mail.blob().size()))
				.param("sha256s", column(mails, mail -> mail.blob().key()))
				.param("now", now.atOffset(ZoneOffset.UTC))
				.update();
		mails.forEach(mail -> this.application.publishEvent(new MailTaken(mail.place())));
	}

	/** @param uidValidity of the folder, RFC 9051 §2.3.1.1 */
	public record MailPlace(String mailbox, long uidValidity, long uid) {}

	/** A mail whose raw content is in the blob store. */
	public record KeptMail(MailPlace place, @Nullable Instant receivedAt, Blobs.Blob blob) {}

	record MailTaken(MailPlace place) {}

}
