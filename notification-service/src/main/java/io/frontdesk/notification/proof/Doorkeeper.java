package io.frontdesk.notification.proof;

import java.time.InstantSource;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketEvent;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.TicketUpdated;

/** Knows who has proven to be whom they say they are. A mail's From is no proof: whoever writes it may choose it. */
@Component
public class Doorkeeper {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Doorkeeper(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes note of what an event proves. Comes after its mails, whose limits all wait for each other: else two that note the
	 * same address would each wait for what the other has.
	 */
	public void note(TicketEvent event) {
		switch (event) {
			case TicketCreated created -> opened(created);
			case TicketMessageAdded added when added.message().kind() == MessageKind.REPLY ->
				settle(added.ticket().id());
			case TicketMessageAdded added when added.message().kind() == MessageKind.CLIENT
					&& isByItsAuthor(added.mail()) -> {
				know(added.message().author().email());
				if (isByWhoeverIsAnswered(added)) {
					settle(added.ticket().id());
				}
			}
			case TicketUpdated updated when updated.changes("requester") -> settle(updated.ticket().id());
			case TicketUpdated updated when updated.changes("answerTo") && updated.ticket().answerTo() != null ->
				unsettle(updated.ticket().id());
			default -> {
				// proves nothing
			}
		}
	}

	private void opened(TicketCreated created) {
		var standing = Standing.of(created);
		if (created.mail() != null) {
			this.jdbc.sql("insert into ticket_standing (ticket_id, standing) values (?, ?) on conflict do nothing")
					.params(created.ticket().id(), standing.name())
					.update();
		}
		if ((created.mail() == null || created.mail().proof() == Proof.PROVEN) && standing != Standing.SPAM
				&& !created.actor().staff()) {
			know(created.ticket().requester().email());
		}
	}

	private static boolean isByWhoeverIsAnswered(TicketMessageAdded added) {
		var author = added.message().author();
		var ticket = added.ticket();
		return author.email().equals(ticket.requesterAddress())
				|| (ticket.answerTo() == null && author.id().equals(ticket.requester().id()));
	}

	/** A machine answers whatever it gets: that its owner wants our mail it does not show. */
	private static boolean isByItsAuthor(@Nullable MailOrigin mail) {
		return mail == null || mail.classification() == Classification.PERSON
				&& (mail.proof() == Proof.PROVEN || mail.verified());
	}

	private void know(String address) {
		this.jdbc.sql("insert into known_address (address, known_at) values (?, ?) on conflict do nothing")
				.params(AddressForm.of(address), this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
	}

	private void settle(long ticket) {
		this.jdbc
				.sql("""
						insert into ticket_standing (ticket_id, standing) values (?, 'PROVEN')
						on conflict (ticket_id) do update set standing = excluded.standing where ticket_standing.standing <> 'PROVEN'
						""")
				.param(ticket).update();
	}

	/** Mail goes to an address that nothing is known of. */
	private void unsettle(long ticket) {
		this.jdbc.sql("update ticket_standing set standing = 'UNPROVEN' where ticket_id = ? and standing = 'PROVEN'")
				.param(ticket)
				.update();
	}

	/**
	 * Of the ticket, as far as the automatic mails about the event have to know. What we have not been told of yet is not
	 * proven: events of different topics come in any order.
	 */
	public Standing standing(TicketEvent event) {
		return switch (event) {
			case TicketCreated created -> Standing.of(created);
			case TicketStatusChanged changed when changed.ticket().source() == Source.MAIL ->
				this.jdbc.sql("select standing from ticket_standing where ticket_id = ?")
						.param(changed.ticket().id())
						.query((row, _) -> Standing.valueOf(row.getString(1)))
						.optional()
						.orElse(Standing.UNPROVEN);
			default -> Standing.PROVEN;
		};
	}

	/** Whether somebody has ever proven that the address is theirs. */
	public boolean isKnown(String address) {
		return this.jdbc.sql("select exists (select from known_address where address = ?)")
				.param(address)
				.query(Boolean.class)
				.single();
	}

}
