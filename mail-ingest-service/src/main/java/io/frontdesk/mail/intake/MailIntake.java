package io.frontdesk.mail.intake;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.blobs.Blobs;

/** Writes mails into the ledger. Once it returns, a mail can't be lost any more. */
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
	 * Knows a mail by its place on the server and its bytes: what was interrupted after the ledger was written is not taken twice.
	 *
	 * @param receivedAt when the mail server took it; null if it does not say
	 * @throws IOException the writer's own, or that the blob store does not take it
	 */
	public void take(MailPlace place, @Nullable Instant receivedAt, Blobs.ContentWriter raw) throws IOException {
		var now = this.clock.instant();
		var blob = this.blobs.store(raw);
		this.jdbc.sql("""
				with entry as (
				  insert into intake_entry (id, mailbox, uid_validity, uid, received_at, size, sha256, outcome, version)
				  values (:id, :mailbox, :uidValidity, :uid, :receivedAt, :size, :sha256, 'PENDING', 0)
				  on conflict (mailbox, uid_validity, uid, sha256) do nothing
				  returning id)
				insert into intake_step (entry_id, at, step, detail) select id, :now, 'RECEIVED', :detail from entry
				""")
				.param("id", UUID.randomUUID())
				.param("mailbox", place.mailbox())
				.param("uidValidity", place.uidValidity())
				.param("uid", place.uid())
				.param("receivedAt", Objects.requireNonNullElse(receivedAt, now).atOffset(ZoneOffset.UTC))
				.param("size", blob.size())
				.param("sha256", blob.key())
				.param("now", now.atOffset(ZoneOffset.UTC))
				.param("detail", "Found in %s as UID %d of %d, %d bytes".formatted(place.mailbox(), place.uid(),
						place.uidValidity(), blob.size()))
				.update();
		this.application.publishEvent(new MailTaken(place));
	}

	/** @param uidValidity of the folder, RFC 9051 §2.3.1.1 */
	public record MailPlace(String mailbox, long uidValidity, long uid) {}

	record MailTaken(MailPlace place) {}

}
