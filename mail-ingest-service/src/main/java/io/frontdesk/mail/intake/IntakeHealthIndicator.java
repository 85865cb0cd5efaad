package io.frontdesk.mail.intake;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells the actuator of mails that come to no end. The service is none the worse for it, and stays in rotation. */
@Component("intakeHealthIndicator")
class IntakeHealthIndicator extends AbstractHealthIndicator {

	private static final Status DEGRADED = new Status("DEGRADED", "Mails have had no outcome for more than a minute");

	private final WaitingMails waiting;

	IntakeHealthIndicator(WaitingMails waiting) {
		super("The ledger can't be read");
		this.waiting = waiting;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		var now = this.waiting.now();
		builder.status((now.mails() == 0) ? Status.UP : DEGRADED).withDetail("waiting", now.mails());
		if (now.since() != null) {
			builder.withDetail("oldestSince", now.since())
					.withDetail("advice", (now.unread() > 0)
							? "They are not told of yet: the log of mail-ingest-service says why"
							: "They were told of, and ticket-service has not answered: see whether it runs, and its dead letters");
		}
	}

}
