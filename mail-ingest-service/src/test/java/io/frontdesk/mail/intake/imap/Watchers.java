package io.frontdesk.mail.intake.imap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.context.ApplicationContext;

import io.frontdesk.mail.intake.BrokenOffMails;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.MailIntake;
import io.frontdesk.mail.mailboxes.MailboxHealth;
import io.frontdesk.mail.mailboxes.MailboxLease;

/** Each watches as an instance of the service would, with a lease of its own. */
final class Watchers {

	private final ApplicationContext context;

	private final Duration poll;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

	private final List<Thread> threads = new ArrayList<>();

	Watchers(ApplicationContext context, Duration poll) {
		this.context = context;
		this.poll = poll;
	}

	void watch(Mailbox mailbox) {
		var office = new MailboxWatcher.Office(this.poll, this.context.getBean(MailIntake.class),
				this.context.getBean(BrokenOffMails.class), this.context.getBean(LeftMails.class),
				this.context.getAutowireCapableBeanFactory().createBean(MailboxLease.class),
				this.context.getBean(MailboxHealth.class), new AccessTokens(InstantSource.system()),
				InstantSource.system(), this.timer);
		this.threads.add(Thread.ofVirtual().start(new MailboxWatcher(mailbox, office, this.stopped)));
	}

	void stop() throws InterruptedException {
		this.stopped.countDown();
		this.threads.forEach(Thread::interrupt);
		for (var thread : this.threads) {
			thread.join(Duration.ofSeconds(30));
		}
		this.timer.shutdownNow();
	}

}
