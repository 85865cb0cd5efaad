package io.frontdesk.mail.mailboxes;

import java.util.LinkedHashMap;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Tells the actuator of each mailbox: down if one fails. */
@Component("mailboxesHealthIndicator")
class MailboxHealthIndicator extends AbstractHealthIndicator {

	private final MailboxHealth health;

	MailboxHealthIndicator(MailboxHealth health) {
		super("The state of the mailboxes can't be read");
		this.health = health;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (var state : this.health.states()) {
			if (state.health() == MailboxState.Health.FAILING) {
				builder.down();
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
