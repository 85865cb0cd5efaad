package io.frontdesk.notification.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server takes mail of ours at all. While it doesn't, all mails wait and one at a time is tried: what is
 * wrong with us must use up no mail's tries (ADR 39). Each instance finds out for itself.
 */
@Component
class Outlet {

	private static final Logger log = LoggerFactory.getLogger(Outlet.class);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

	private @Nullable Trouble trouble;

	private Duration pause = FIRST_PAUSE;

	private Instant nextTry = Instant.MIN;

	private Instant lastRefused = Instant.MIN;

	private Instant lastTaken = Instant.MIN;

	synchronized Optional<Trouble> trouble() {
		return Optional.ofNullable(this.trouble);
	}

	/** Whether a mail may be tried; whoever asks then does. */
	synchronized boolean admits(Instant now) {
		if (this.trouble == null) {
			return true;
		}
		if (now.isBefore(this.nextTry)) {
			return false;
		}
		this.nextTry = now.plus(this.pause);
		return true;
	}

	/** Somebody says that it is put right. */
	synchronized void hurry() {
		this.nextTry = Instant.MIN;
	}

	synchronized void taken(Instant now) {
		this.lastTaken = now;
		if (this.trouble != null) {
			log.info("The mail server takes mail again, after {} minutes",
					Duration.between(this.trouble.since(), now).toMinutes());
			this.trouble = null;
		}
	}

	/** @param begun when the try began: what was said to one that others have overtaken is no news */
	synchronized void refused(String why, Instant begun, Instant now) {
		if (begun.isBefore(this.lastTaken) || begun.isBefore(this.lastRefused)) {
			return;
		}
		this.lastRefused = now;
		if (this.trouble == null) {
			log.warn("No mail goes out: {}", why);
			this.pause = FIRST_PAUSE;
			this.trouble = new Trouble(why, now);
		} else {
			this.pause = longer(this.pause);
			this.trouble = new Trouble(why, this.trouble.since());
		}
		this.nextTry = now.plus(this.pause);
	}

	private static Duration longer(Duration pause) {
		var doubled = pause.multipliedBy(2);
		return (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
	}

	record Trouble(String why, Instant since) {}

}
