package io.frontdesk.mail.mailboxes.web;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.mail.mailboxes.MailboxHealth;
import io.frontdesk.mail.mailboxes.MailboxState;

@RestController
@AnswersNeed(Features.MAIL_READ)
class MailboxController {

	private final MailboxHealth health;

	MailboxController(MailboxHealth health) {
		this.health = health;
	}

	/** All that are watched, with their defaults for new tickets and how they are. */
	@Says(id = "listWatchedMailboxes", summary = "Lists the mailboxes that are watched, and how they are")
	@GetMapping("/api/v1/intake/mailboxes")
	@RequiresFeature(Features.MAIL_READ)
	MailboxesView mailboxes() {
		return new MailboxesView(this.health.states());
	}

	record MailboxesView(List<MailboxState> items) {}

}
