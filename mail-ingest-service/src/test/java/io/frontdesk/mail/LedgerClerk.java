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
import io.frontdesk.mail.intake.MailIntake.KeptMail;
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
		var id = put(mailbox, receivedAt, List.of(raw)).getFirst();
		await().atMost(Duration.ofMinutes(1)).until(() -> isRead(id));
		return id;
	}

	/** All in one look; they need not be read yet. */
	public List<UUID> put(String... raw) {
		return put("sales@frontdesk.test", Instant.parse("2026-11-01T09:00:00Z"), List.of(raw));
	}

	private List<UUID> put(String mailbox, Instant receivedAt, List<String> raw) {
		var mails = raw.stream().map(mail -> keep(new MailPlace(mailbox, 7, UID.incrementAndGet()), receivedAt, mail))
				.toList();
		this.intake.take(mails);
		return mails.stream()
				.map(mail -> this.jdbc
						.sql("select id from intake_entry where mailbox = ? and uid_validity = 7 and uid = ?")
						.params(mailbox, mail.place().uid())
						.query(UUID.class)
						.single())
				.toList();
	}

	private KeptMail keep(MailPlace place, Instant receivedAt, String raw) {
		try {
			return this.intake.keep(place, receivedAt, out -> out.write(raw.getBytes(StandardCharsets.UTF_8)));
		} catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	public boolean isRead(UUID id) {
		return this.jdbc.sql("select read_at is not null from intake_entry where id = ?")
				.param(id)
				.query(Boolean.class)
				.single();
	}

}
