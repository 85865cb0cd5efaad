package io.frontdesk.mail.intake.imap;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.frontdesk.mail.intake.BrokenOffMails;
import io.frontdesk.mail.intake.IntakeSettings;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.MailIntake;
import io.frontdesk.mail.mailboxes.MailboxHealth;
import io.frontdesk.mail.mailboxes.MailboxLease;

/** Watches every mailbox, each on a thread of its own. */
@Component
class MailboxWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

	private final IntakeSettings settings;

	private final MailboxWatcher.Office office;

	private final List<Thread> watchers = new ArrayList<>();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile boolean running;

	MailboxWatch(IntakeSettings settings, MailIntake intake, BrokenOffMails brokenOff, LeftMails left,
			MailboxLease leases, MailboxHealth health, AccessTokens tokens, InstantSource clock) {
		this.settings = settings;
		this.office = new MailboxWatcher.Office(settings.poll(), intake, brokenOff, left, leases, health, tokens, clock,
				timer());
	}

	private static ScheduledExecutorService timer() {
		return Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("mailbox-timer").factory());
	}

	@Override
	public void start() {
		this.running = true;
		if (this.settings.mailboxes().isEmpty()) {
			log.warn("No mailbox is configured: set frontdesk.intake.mailboxes to receive mail");
		}
		for (var mailbox : this.settings.mailboxes()) {
			if (mailbox.security() == Mailbox.Security.NONE && !mailbox.isOnLoopback()) {
				log.warn("The password of {} and all its mail cross the network in the clear: set security to tls",
						mailbox);
			}
			log.info("Watching {}", mailbox);
			this.watchers.add(Thread.ofVirtual()
					.name("watch-" + mailbox.address())
					.start(new MailboxWatcher(mailbox, this.office, this.stopped)));
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.stopped.countDown();
		this.office.timer().shutdownNow();
		this.watchers.forEach(Thread::interrupt);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
