package io.frontdesk.mail.intake;

import static io.frontdesk.events.transaction.Columns.column;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.transaction.AtCommit;

/** Notes in the ledger which tickets mails went to, just before the transaction commits. */
@Component
@Transactional
public class PlacedMails {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final AtCommit<PlacedMail> unwritten = new AtCommit<>(this::write);

	PlacedMails(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public void becameTicket(UUID mail, long ticket) {
		this.unwritten.add(new PlacedMail(mail, Outcome.TICKET, ticket));
	}

	public void becameFollowUp(UUID mail, long ticket) {
		this.unwritten.add(new PlacedMail(mail, Outcome.FOLLOW_UP, ticket));
	}

	/** A mail that is not in the ledger is none of ours. */
	private void write(List<PlacedMail> mails) {
		this.jdbc
				.sql("""
						with placed as (
						  update intake_entry e set outcome = mail.outcome, ticket_id = mail.ticket, reason = null, version = e.version + 1
						  from unnest(:ids::uuid[], :outcomes, :tickets::bigint[]) as mail (id, outcome, ticket)
						  where e.id = mail.id
						  returning e.id, e.outcome, e.ticket_id)
						insert into intake_step (entry_id, at, step, detail)
						select id, :now, outcome,
						       case outcome when 'TICKET' then 'It opened ticket ' else 'It went to ticket ' end || ticket_id
						from placed
						""")
				.param("ids", column(mails, PlacedMail::mail))
				.param("outcomes", column(mails, PlacedMail::outcome))
				.param("tickets", column(mails, PlacedMail::ticket))
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
	}

	private record PlacedMail(UUID mail, Outcome outcome, long ticket) {}

}
