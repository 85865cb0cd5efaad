package io.frontdesk.notification.outbound;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What one would raise an alarm on. */
@Component
class OutgoingMetrics implements MeterBinder {

	private final Outlet outlet;

	private final Backlog backlog;

	private final InstantSource clock;

	OutgoingMetrics(Outlet outlet, Backlog backlog, InstantSource clock) {
		this.outlet = outlet;
		this.backlog = backlog;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("frontdesk.outgoing.failing", this.outlet, it -> it.trouble().isPresent() ? 1 : 0)
				.description("1 if the mail server takes no mail of ours, else 0")
				.register(registry);
		Gauge.builder("frontdesk.outgoing.waiting", this.backlog, it -> it.now().waiting())
				.description("How many mails are still to go out")
				.register(registry);
		Gauge.builder("frontdesk.outgoing.oldest", this, OutgoingMetrics::oldest)
				.description("How long the oldest of them has been tried")
				.baseUnit("seconds")
				.register(registry);
	}

	private double oldest() {
		var oldest = this.backlog.now().oldest();
		return (oldest != null) ? Duration.between(oldest, this.clock.instant()).toMillis() / 1_000d : 0;
	}

}
