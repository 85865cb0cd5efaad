package io.frontdesk.mail;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.mail.intake.MailIntake;
import io.frontdesk.mail.intake.MailIntake.MailPlace;

/** Puts mails into the ledger, as a mailbox does. */
public class LedgerClerk {

	private static final AtomicLong UID = new AtomicLong();

	private final MailIntake intake;

	private final JdbcClient jdbc;

	LedgerClerk(MailIntake intake, JdbcClient jdbc) {
		this.intake = intake;
		this.jdbc = jdbc;
	}

	/** Once it has been read. */
	public UUID take(String raw) {
		return take("sales@frontdesk.test", Instant.parse("2026-11-01T09:00:00Z"), raw);
	}

	public UUID take(String mailbox, Instant receivedAt, String raw) {
		var uid = UID.incrementAndGet();
		try {
			this.intake.take(List.of(this.intake.keep(new MailPlace(mailbox, 7, uid), receivedAt,
					out -> out.write(raw.getBytes(StandardCharsets.UTF_8)))));
		} catch (IOException ex) {
			throw new AssertionError(ex);
		}
		var id = this.jdbc.sql("select id from intake_entry where mailbox = ? and uid_validity = 7 and uid = ?")
				.params(mailbox, uid)
				.query(UUID.class)
				.single();
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.jdbc.sql("select read_at is not null from intake_entry where id = ?")
						.param(id)
						.query(Boolean.class)
						.single());
		return id;
	}

}
