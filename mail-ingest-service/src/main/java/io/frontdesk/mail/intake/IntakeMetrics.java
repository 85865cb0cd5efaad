package io.frontdesk.mail.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What one would raise an alarm on: mails that come to no end. */
@Component
class IntakeMetrics implements MeterBinder {

	private final WaitingMails waiting;

	IntakeMetrics(WaitingMails waiting) {
		this.waiting = waiting;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("frontdesk.intake.waiting", this.waiting, mails -> mails.now().mails())
				.description("How many mails have had no outcome for more than a minute")
				.register(registry);
		Gauge.builder("frontdesk.intake.waiting.oldest", this.waiting, WaitingMails::secondsOfTheOldest)
				.baseUnit("seconds")
				.description("How long the oldest of them has had none; 0 if there is none")
				.register(registry);
	}

}
