package io.frontdesk.events.deadletters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.frontdesk.events.Topics;

/** An alarm is due when one of these is more than 0. */
class DeadLetterMetrics implements MeterBinder {

	private final WaitingLetters letters;

	DeadLetterMetrics(WaitingLetters letters) {
		this.letters = letters;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (var topic : Topics.ALL) {
			Gauge.builder("frontdesk.dead.letters", this.letters, letters -> letters.now().count(topic))
					.tag("topic", topic)
					.description("Events that could not be handled or sent and wait to be sent again")
					.register(registry);
		}
	}

}
