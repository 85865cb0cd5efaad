package io.frontdesk.ticket.conversation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.recipients.ProposedRecipients;
import io.frontdesk.ticket.sight.Viewer;

/** Says what a reply would tell the world, were it sent now. Nothing is kept of it. */
@Component
@Transactional(readOnly = true)
public class Rehearsal {

	private final TicketDesk desk;

	private final Messages messages;

	private final ProposedRecipients recipients;

	private final InstantSource clock;

	Rehearsal(TicketDesk desk, Messages messages, ProposedRecipients recipients, InstantSource clock) {
		this.desk = desk;
		this.messages = messages;
		this.recipients = recipients;
		this.clock = clock;
	}

	/** To a ticket that its author sees and may write into: a deleted one takes no reply. */
	public ToldReply tell(long ticket, Submission reply, Viewer viewer) {
		var now = this.desk.get(ticket, viewer);
		this.desk.requireReachable(ticket, viewer);
		var author = viewer.caller().person();
		var message = new TicketMessageAdded.Message(UUID.randomUUID(), MessageKind.REPLY, author, reply.body(),
				reply.html(), reply.addressees().copies(this.recipients.of(ticket)),
				this.messages.uploads(reply.attachments(), author),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		return new ToldReply(new TicketMessageAdded(viewer.actor(), message, now, null),
				(reply.closes() && now.status() != TicketStatus.CLOSED)
						? new TicketStatusChanged(viewer.actor(), now.status(), TicketStatus.CLOSED, now.known())
						: null);
	}

}
