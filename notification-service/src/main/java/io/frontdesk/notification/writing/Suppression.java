package io.frontdesk.notification.writing;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;

/** Why a mail must not be sent. An answer to a machine is the first turn of a loop. */
public final class Suppression {

	private static final Pattern NO_REPLY = Pattern.compile(
			"(mailer-daemon|postmaster|no-?reply|do-?not-?reply)([+._-].*)?@.*", Pattern.CASE_INSENSITIVE);

	private Suppression() {}

	public static @Nullable String of(TicketCreated event) {
		var byMachine = byMachine(event.mail());
		return (byMachine != null) ? byMachine : noReply(event.ticket().requester());
	}

	public static @Nullable String of(TicketStatusChanged event) {
		var actor = event.actor().person();
		if (actor != null && actor.id().equals(event.ticket().requester().id())) {
			return "The recipient changed the status";
		}
		return noReply(event.ticket().requester());
	}

	public static @Nullable String of(TicketMessageAdded event) {
		return noReply(event.ticket().requester());
	}

	private static @Nullable String byMachine(@Nullable MailOrigin mail) {
		return (mail == null || mail.classification() == Classification.PERSON)
				? null
				: "No person wrote the mail, but: "
						+ mail.classification().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static @Nullable String noReply(Person recipient) {
		return NO_REPLY.matcher(recipient.email()).matches()
				? "Nobody reads mail to " + recipient.email()
				: null;
	}

}
