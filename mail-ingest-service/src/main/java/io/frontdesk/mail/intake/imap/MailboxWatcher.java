package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

import io.frontdesk.mail.intake.BrokenOffMails;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.MailIntake;
import io.frontdesk.mail.mailboxes.MailboxHealth;
import io.frontdesk.mail.mailboxes.MailboxLease;

/** Keeps one mailbox empty while it has the lease, and connects again, with growing pauses, whenever that breaks. */
final class MailboxWatcher implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(MailboxWatcher.class);

	private static final Duration LEASE_POLL = Duration.ofSeconds(3);

	private static final Duration NOTE_EVERY = Duration.ofSeconds(1);

	private final Mailbox mailbox;

	private final Office office;

	private final CountDownLatch stopped;

	private final Memory memory;

	/** The last that was said of it; null if all was well, or nothing is known yet. */
	private @Nullable String said;

	private BackOffExecution patience = patience();

	private Instant noted = Instant.EPOCH;

	MailboxWatcher(Mailbox mailbox, Office office, CountDownLatch stopped) {
		this.mailbox = mailbox;
		this.office = office;
		this.stopped = stopped;
		this.memory = new Memory(office.poll().multipliedBy(4));
	}

	/**
	 * What all watchers share.
	 *
	 * @param poll how often a mailbox is looked into even if the server announces nothing
	 */
	record Office(Duration poll, MailIntake intake, BrokenOffMails brokenOff, LeftMails left, MailboxLease leases,
			MailboxHealth health, AccessTokens tokens, InstantSource clock, ScheduledExecutorService timer) {}

	@Override
	public void run() {
		while (isRunning()) {
			try {
				var held = this.office.leases().take(this.mailbox.address(), this.office.timer());
				if (held.isPresent()) {
					try (var ours = held.get()) {
						watch(ours);
					}
				} else {
					pause(LEASE_POLL);
				}
			} catch (RuntimeException ex) {
				failed(ex);
			}
		}
	}

	private void watch(MailboxLease.Held lease) {
		while (isRunning() && lease.isHeld()) {
			try (var connection = ImapMailbox.connect(this.mailbox, secret(), this.office, this.memory)) {
				log.debug("Connected to {}", this.mailbox);
				while (isRunning() && lease.isHeld()) {
					var looking = new Looking(lease);
					connection.look(looking);
					this.patience = patience();
					connection.lookCloser(looking);
					note(connection.findings());
					if (connection.canAnnounce()) {
						connection.awaitAnnouncement(this.office.poll(), this.office.timer());
					} else {
						pause(this.office.poll());
					}
				}
			} catch (MessagingException | IOException | OAuth2AuthorizationException ex) {
				failed(ex);
			}
		}
	}

	private String secret() {
		var oauth = this.mailbox.oauth();
		return (oauth != null)
				? this.office.tokens().of(this.mailbox, oauth)
				: Objects.requireNonNull(this.mailbox.password());
	}

	private void note(ImapMailbox.Findings findings) {
		var address = this.mailbox.address();
		if (!findings.refusals().isEmpty()) {
			var words = String.join("; ", findings.refusals());
			this.office.health().failed(address, words);
			say(words);
		} else if (!findings.warnings().isEmpty()) {
			var words = String.join("; ", findings.warnings());
			this.office.health().emptied(address, words);
			say(words);
		} else {
			this.office.health().emptied(address, null);
			say(null);
		}
	}

	private void failed(Exception failure) {
		if (!isRunning()) {
			return;
		}
		if (failure instanceof AuthenticationFailedException) {
			this.office.tokens().refused(this.mailbox);
		}
		var words = TroubleInWords.of(this.mailbox, failure);
		try {
			this.office.health().failed(this.mailbox.address(), words);
		} catch (RuntimeException ex) {
			log.debug("The state of {} can't be noted", this.mailbox, ex);
		}
		say(words);
		log.debug("Lost {}", this.mailbox, failure);
		pause(Duration.ofMillis(this.patience.nextBackOff()));
	}

	/** Once, not at each try. */
	private void say(@Nullable String words) {
		if (words != null && !words.equals(this.said)) {
			log.warn("Mailbox {}: {}", this.mailbox, words);
		} else if (words == null && this.said != null) {
			log.info("Mailbox {} is well again", this.mailbox);
		}
		this.said = words;
	}

	private boolean isRunning() {
		return this.stopped.getCount() > 0 && !Thread.currentThread().isInterrupted();
	}

	private void pause(Duration duration) {
		try {
			this.stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static BackOffExecution patience() {
		var backOff = new ExponentialBackOff(500, 2);
		backOff.setMaxInterval(30_000);
		return backOff.start();
	}

	/** Notes now and then how it goes: an hour's backlog is no silence. */
	private final class Looking implements ImapMailbox.Progress {

		private final MailboxLease.Held lease;

		private Looking(MailboxLease.Held lease) {
			this.lease = lease;
		}

		@Override
		public boolean mayGoOn() {
			return isRunning() && this.lease.isHeld();
		}

		@Override
		public void took(@Nullable Instant receivedAt) {
			var now = MailboxWatcher.this.office.clock().instant();
			if (!now.isBefore(MailboxWatcher.this.noted.plus(NOTE_EVERY))) {
				MailboxWatcher.this.noted = now;
				MailboxWatcher.this.office.health()
						.moved(MailboxWatcher.this.mailbox.address(), Objects.requireNonNullElse(receivedAt, now));
			}
		}

	}

}
