package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

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

	private BackOffExecution patience = patience();

	private Instant noted = Instant.EPOCH;

	MailboxWatcher(Mailbox mailbox, Office office, CountDownLatch stopped) {
		this.mailbox = mailbox;
		this.office = office;
		this.stopped = stopped;
	}

	/**
	 * What all watchers share.
	 *
	 * @param poll how often a mailbox is looked into even if the server announces nothing
	 */
	record Office(Duration poll, MailIntake intake, MailboxLease leases, MailboxHealth health, AccessTokens tokens,
			InstantSource clock, ScheduledExecutorService timer) {}

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
				retryAfter(ex);
			}
		}
	}

	private void watch(MailboxLease.Held lease) {
		while (isRunning() && lease.isHeld()) {
			try (var connection = ImapMailbox.connect(this.mailbox, secret(), this.office.intake())) {
				log.info("Watching {}", this.mailbox);
				while (isRunning() && lease.isHeld()) {
					var failures = connection.drain(new Drain(lease));
					note(failures);
					this.patience = patience();
					if (connection.canAnnounce()) {
						connection.awaitAnnouncement(failures.size(), this.office.poll(), this.office.timer());
					} else {
						pause(this.office.poll());
					}
				}
			} catch (MessagingException | IOException | OAuth2AuthorizationException ex) {
				if (isRunning()) {
					failed(ex);
					retryAfter(ex);
				}
			}
		}
	}

	private String secret() {
		var oauth = this.mailbox.oauth();
		return (oauth != null)
				? this.office.tokens().of(this.mailbox, oauth)
				: Objects.requireNonNull(this.mailbox.password());
	}

	private void note(List<String> failures) {
		if (failures.isEmpty()) {
			this.office.health().emptied(this.mailbox.address());
		} else {
			this.office.health().failed(this.mailbox.address(), String.join("; ", failures));
		}
	}

	private void failed(Exception ex) {
		if (ex instanceof AuthenticationFailedException) {
			this.office.tokens().refused(this.mailbox);
		}
		this.office.health().failed(this.mailbox.address(), inWords(ex));
	}

	private String inWords(Exception ex) {
		return switch (ex) {
			case AuthenticationFailedException _ -> "The server refuses the login of %s: %s"
					.formatted(this.mailbox.username(), ex.getMessage());
			case OAuth2AuthorizationException _ -> "No access token is given for %s: %s"
					.formatted(this.mailbox.username(), ex.getMessage());
			case FolderNotFoundException _ -> "There is no folder %s on the server".formatted(this.mailbox.folder());
			case MessagingException _ -> "%s does not answer as it should: %s".formatted(this.mailbox, ex.getMessage());
			default -> "The mails of %s can't be stored: %s".formatted(this.mailbox, ex.getMessage());
		};
	}

	private void retryAfter(Exception ex) {
		if (isRunning()) {
			var pause = Duration.ofMillis(this.patience.nextBackOff());
			log.warn("Lost {}, trying again in {} ms: {}", this.mailbox, pause.toMillis(), ex.toString());
			pause(pause);
		}
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
	private final class Drain implements ImapMailbox.Progress {

		private final MailboxLease.Held lease;

		private Drain(MailboxLease.Held lease) {
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
