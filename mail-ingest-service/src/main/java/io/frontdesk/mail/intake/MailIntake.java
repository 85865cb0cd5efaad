package io.frontdesk.mail.intake;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.blobs.Blobs;

/** Writes mails into the ledger. Once it returns, a mail can't be lost any more. */
@Component
public class MailIntake {

	private final Blobs blobs;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher application;

	MailIntake(Blobs blobs, JdbcClient jdbc, ApplicationEventPublisher application) {
		this.blobs = blobs;
		this.jdbc = jdbc;
		this.application = application;
	}

	/** Knows a mail by its place on the server: what was interrupted after the ledger was written is not taken twice. */
	public void take(MailPlace place, Instant receivedAt, Blobs.ContentWriter raw) throws IOException {
		var blob = this.blobs.store(raw);
		this.jdbc.sql("""
				insert into intake_entry (id, mailbox, uid_validity, uid, received_at, size, sha256, outcome, version)
				values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0)
				on conflict (mailbox, uid_validity, uid) do nothing
				""")
				.params(UUID.randomUUID(), place.mailbox(), place.uidValidity(), place.uid(),
						receivedAt.atOffset(ZoneOffset.UTC), blob.size(), blob.key())
				.update();
		this.application.publishEvent(new MailTaken(place));
	}

	/** @param uidValidity of the folder, RFC 9051 §2.3.1.1 */
	public record MailPlace(String mailbox, long uidValidity, long uid) {}

	record MailTaken(MailPlace place) {}

}
