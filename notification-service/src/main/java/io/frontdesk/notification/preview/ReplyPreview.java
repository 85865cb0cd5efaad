package io.frontdesk.notification.preview;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.TicketEvent;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.notification.outbound.NewDelivery;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.proof.Doorkeeper;
import io.frontdesk.notification.suppression.Suppression;
import io.frontdesk.notification.writing.MailWriter;

/** Has the mails of an event written as when it happens, and keeps none. */
@Component
public class ReplyPreview {

	private final MailWriter writer;

	private final Doorkeeper doorkeeper;

	private final Suppression suppression;

	private final OutboundSettings settings;

	ReplyPreview(MailWriter writer, Doorkeeper doorkeeper, Suppression suppression, OutboundSettings settings) {
		this.writer = writer;
		this.doorkeeper = doorkeeper;
		this.suppression = suppression;
		this.settings = settings;
	}

	/** @param closed null if the ticket is not closed with the reply */
	public MailPreview of(TicketMessageAdded reply, @Nullable TicketStatusChanged closed) {
		var mail = first(reply);
		return MailPreview.of(mail, this.settings, whyNot(mail, reply),
				Optional.ofNullable(closed).flatMap(this::sent).map(NewDelivery::content).orElse(null));
	}

	private Optional<NewDelivery> sent(TicketEvent event) {
		return Optional.of(first(event)).filter(mail -> whyNot(mail, event) == null);
	}

	/** What the requester gets; the others get copies of it. */
	private NewDelivery first(TicketEvent event) {
		return this.writer.write(event, this.doorkeeper.standing(event)).getFirst();
	}

	private @Nullable String whyNot(NewDelivery mail, TicketEvent event) {
		return this.suppression.ruledOut(mail, event, this.doorkeeper.standing(event)).orElse(null);
	}

}
