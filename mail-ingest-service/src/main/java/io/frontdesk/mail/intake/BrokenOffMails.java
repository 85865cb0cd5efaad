package io.frontdesk.mail.intake;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.mail.intake.MailIntake.KeptMail;
import io.frontdesk.mail.intake.MailIntake.MailPlace;

/** Mails of which the server gave only the beginning, however often it was asked. They are quarantined with that. */
@Component
public class BrokenOffMails {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	BrokenOffMails(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** @param beginning what came of the mail */
	public void setAside(KeptMail beginning, String why) {
		var now = this.clock.instant();
		place(this.jdbc
				.sql("""
						with entry as (
						  insert into intake_entry (id, mailbox, uid_validity, uid, received_at, size, sha256, outcome, reason, read_at,
						                            version)
						  values (gen_random_uuid(), :mailbox, :uidValidity, :uid, :receivedAt, :size, :sha256, 'QUARANTINED', :why,
						          :now, 0)
						  on conflict (mailbox, uid_validity, uid, sha256) do nothing
						  returning id)
						insert into intake_step (entry_id, at, step, detail)
						select id, :now, step, detail
						from entry, (values (1, 'RECEIVED', format('Found in %s as UID %s of %s, its first %s bytes', :mailbox, :uid,
						                                           :uidValidity, :size)),
						                    (2, 'QUARANTINED', :why)) as step (number, step, detail)
						order by number
						"""),
				beginning.place())
				.param("receivedAt", Objects.requireNonNullElse(beginning.receivedAt(), now).atOffset(ZoneOffset.UTC))
				.param("size", beginning.blob().size())
				.param("sha256", beginning.blob().key())
				.param("why", why)
				.param("now", now.atOffset(ZoneOffset.UTC))
				.update();
	}

	/** Whether somebody made something of what came: then the rest is no longer wanted. */
	public boolean isDecided(MailPlace place) {
		return place(this.jdbc.sql("""
				select count(*) > 0 from intake_entry
				where mailbox = :mailbox and uid_validity = :uidValidity and uid = :uid and outcome <> 'QUARANTINED'
				"""), place).query(Boolean.class).single();
	}

	/** The whole mail came after all, and is in the ledger: its beginning waits for nobody any more. */
	public void cameWhole(KeptMail whole) {
		place(this.jdbc.sql("""
				with entry as (
				  update intake_entry set outcome = 'IGNORED', reason = :why, version = version + 1
				  where mailbox = :mailbox and uid_validity = :uidValidity and uid = :uid and outcome = 'QUARANTINED'
				    and sha256 <> :sha256 and size < :size
				  returning id)
				insert into intake_step (entry_id, at, step, detail) select id, :now, 'IGNORED', :why from entry
				"""), whole.place())
				.param("sha256", whole.blob().key())
				.param("size", whole.blob().size())
				.param("why", "The whole mail could be fetched later, and is an entry of its own")
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
	}

	private static JdbcClient.StatementSpec place(JdbcClient.StatementSpec statement, MailPlace place) {
		return statement.param("mailbox", place.mailbox())
				.param("uidValidity", place.uidValidity())
				.param("uid", place.uid());
	}

}
