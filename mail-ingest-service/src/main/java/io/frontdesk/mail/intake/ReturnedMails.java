package io.frontdesk.mail.intake;

import java.util.UUID;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back mails that were told of and that a later service gave up, so that each comes to an end. */
@Component
@Transactional
public class ReturnedMails {

	private static final Logger log = LoggerFactory.getLogger(ReturnedMails.class);

	/** Without it no ticket comes of a mail. */
	private static final String TICKETS = "ticket-service";

	private static final Pattern DATABASE = Pattern
			.compile("org\\.springframework\\.dao|org\\.postgresql|java\\.sql|jakarta\\.persistence|org\\.hibernate");

	private static final Pattern UNREADABLE = Pattern.compile("Conversion|Deserialization|jackson");

	private final Ledger ledger;

	private final IntakeSteps steps;

	private final MailDispatch dispatch;

	ReturnedMails(Ledger ledger, IntakeSteps steps, MailDispatch dispatch) {
		this.ledger = ledger;
		this.steps = steps;
		this.dispatch = dispatch;
	}

	/** @param cause in a program's words, for the log only */
	public void gaveUp(String service, UUID mail, String cause) {
		log.warn("{} gave up mail {}: {}", service, mail, cause);
		this.ledger.findLocked(mail).ifPresent(entry -> {
			if (service.equals(TICKETS) && entry.isPending()) {
				this.dispatch.quarantine(entry, noTicket(cause));
			} else {
				this.steps.add(mail, IntakeStep.Kind.GIVEN_UP, givenUp(service, cause));
			}
		});
	}

	private static String noTicket(String cause) {
		return ("The ticket service could not make a ticket of it: %s. Try it again; if it comes back, release it: "
				+ "it becomes a ticket that has the mail attached as it came").formatted(words(cause));
	}

	private static String givenUp(String service, String cause) {
		return "%s could not handle it: %s. A super admin finds it among the dead letters and can send it to that service again"
				.formatted(service, words(cause));
	}

	private static String words(String cause) {
		if (DATABASE.matcher(cause).find()) {
			return "its database refuses something that the mail says";
		}
		return UNREADABLE.matcher(cause).find()
				? "it could not read what it was told of the mail"
				: "it met an error of its own, which its log has";
	}

}
