package io.frontdesk.mail.mailboxes;

import java.util.LinkedHashMap;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells the actuator of each mailbox. One that fails takes nothing out of rotation: the API works without. */
@Component("mailboxesHealthIndicator")
class MailboxHealthIndicator extends AbstractHealthIndicator {

	/** Answered with 200, unlike DOWN. */
	static final Status DEGRADED = new Status("DEGRADED");

	private final MailboxHealth health;

	MailboxHealthIndicator(MailboxHealth health) {
		super("The state of the mailboxes can't be read");
		this.health = health;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (var state : this.health.states()) {
			if (state.health() == MailboxState.Health.FAILING || state.health() == MailboxState.Health.DEGRADED) {
				builder.status(DEGRADED);
			}
			builder.withDetail(state.mailbox(), details(state));
		}
	}

	private static LinkedHashMap<String, Object> details(MailboxState state) {
		var details = new LinkedHashMap<String, Object>();
		details.put("health", state.health());
		details.put("lastSuccess", state.lastSuccess());
		details.put("lagSeconds", state.lagSeconds());
		details.put("error", state.error());
		details.values().removeIf(value -> value == null);
		return details;
	}

}
