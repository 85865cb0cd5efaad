package io.frontdesk.mail.mailboxes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.frontdesk.mail.intake.IntakeSettings;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;

/** What one would raise an alarm on, for each mailbox. */
@Component
class MailboxMetrics implements MeterBinder {

	private final MailboxHealth health;

	private final IntakeSettings settings;

	private final InstantSource clock;

	MailboxMetrics(MailboxHealth health, IntakeSettings settings, InstantSource clock) {
		this.health = health;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (var mailbox : this.settings.mailboxes()) {
			gauge("frontdesk.mailbox.failing", "1 if mail can't be taken from the mailbox, else 0", mailbox,
					state -> (state.health() == MailboxState.Health.FAILING) ? 1 : 0).register(registry);
			gauge("frontdesk.mailbox.degraded", "1 if mail is taken but something should be seen to, else 0", mailbox,
					state -> (state.health() == MailboxState.Health.DEGRADED) ? 1 : 0).register(registry);
			gauge("frontdesk.mailbox.lag", "How long the newest mail waited on the server for the ledger", mailbox,
					state -> Objects.requireNonNullElse(state.lagSeconds(), Double.NaN)).baseUnit("seconds")
					.register(registry);
			gauge("frontdesk.mailbox.quiet", "How long ago the mailbox was last emptied into the ledger", mailbox,
					this::quiet).baseUnit("seconds").register(registry);
		}
	}

	private double quiet(MailboxState state) {
		return (state.lastSuccess() == null)
				? Double.NaN
				: Duration.between(state.lastSuccess(), this.clock.instant()).toMillis() / 1_000d;
	}

	private Gauge.Builder<MailboxHealth> gauge(String name, String description, Mailbox mailbox,
			ToDoubleFunction<MailboxState> value) {
		return Gauge.builder(name, this.health, all -> value.applyAsDouble(all.state(mailbox)))
				.tag("mailbox", mailbox.address())
				.description(description);
	}

}
