package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

import io.frontdesk.mail.intake.IntakeSettings;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.MailIntake;

/** Watches every mailbox, each on a thread of its own, and connects again whenever a connection breaks. */
@Component
class MailboxWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

	private final IntakeSettings settings;

	private final MailIntake intake;

	private final List<Thread> watchers = new ArrayList<>();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
			Thread.ofVirtual().name("end-idle").factory());

	private volatile boolean running;

	MailboxWatch(IntakeSettings settings, MailIntake intake) {
		this.settings = settings;
		this.intake = intake;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.settings.mailboxes().isEmpty()) {
			log.warn("No mailbox is configured: set frontdesk.intake.mailboxes to receive mail");
		}
		for (var mailbox : this.settings.mailboxes()) {
			this.watchers.add(Thread.ofVirtual().name("watch-" + mailbox.address()).start(() -> watch(mailbox)));
		}
	}

	private void watch(Mailbox mailbox) {
		var patience = patience();
		while (this.running) {
			try (var connection = ImapMailbox.connect(mailbox, this.intake)) {
				log.info("Watching {}", mailbox);
				patience = patience();
				while (this.running) {
					connection.drain();
					if (connection.canAnnounce()) {
						connection.awaitAnnouncement(this.settings.poll(), this.timer);
					} else {
						pause(this.settings.poll());
					}
				}
			} catch (MessagingException | IOException | RuntimeException ex) {
				var pause = Duration.ofMillis(patience.nextBackOff());
				if (this.running) {
					log.warn("Lost {}, trying again in {} ms: {}", mailbox, pause.toMillis(), ex.toString());
					pause(pause);
				}
			}
		}
	}

	private void pause(Duration duration) {
		try {
			this.stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException ex) {
			this.running = false;
		}
	}

	private static BackOffExecution patience() {
		var backOff = new ExponentialBackOff(500, 2);
		backOff.setMaxInterval(30_000);
		return backOff.start();
	}

	@Override
	public void stop() {
		this.running = false;
		this.stopped.countDown();
		this.timer.shutdownNow();
		this.watchers.forEach(Thread::interrupt);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
