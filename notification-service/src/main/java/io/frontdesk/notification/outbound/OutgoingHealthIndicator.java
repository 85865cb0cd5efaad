package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.util.Optional;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Degraded while the mail server takes no mail of ours. The service itself is well: taking it away would help nobody. */
@Component("outgoingHealthIndicator")
class OutgoingHealthIndicator extends AbstractHealthIndicator {

	private static final Status DEGRADED = new Status("DEGRADED");

	private final Outlet outlet;

	private final Backlog backlog;

	OutgoingHealthIndicator(Outlet outlet, Backlog backlog) {
		super("The mails that wait can't be counted");
		this.outlet = outlet;
		this.backlog = backlog;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		this.outlet.trouble()
				.ifPresent(trouble -> builder.status(DEGRADED)
						.withDetail("error", trouble.why())
						.withDetail("since", trouble.since()));
		var state = this.backlog.now();
		builder.withDetail("waiting", state.waiting());
		Optional.ofNullable(state.oldest()).map(Instant::toString)
				.ifPresent(oldest -> builder.withDetail("oldest", oldest));
	}

}
