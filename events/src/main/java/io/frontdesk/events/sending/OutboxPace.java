package io.frontdesk.events.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.namastack.outbox.trigger.OutboxPollingTrigger;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TriggerContext;

/** When to look into the outbox. */
class OutboxPace implements OutboxPollingTrigger {

	/** Until then an event waits that comes alone. */
	private static final Duration INTERVAL = Duration.ofMillis(20);

	/** After something was found: while much is written, more of it is found at once. */
	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Clock clock;

	private volatile boolean found;

	OutboxPace(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void onTaskComplete(int keys) {
		this.found = keys > 0;
	}

	@Override
	public @Nullable Instant nextExecution(TriggerContext context) {
		return Objects.requireNonNullElseGet(context.lastCompletion(), this.clock::instant)
				.plus(this.found ? PAUSE : INTERVAL);
	}

}
