package io.frontdesk.mail.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs the dispatch whenever a mail was taken, and once a second for what another instance left behind. */
@Component
class DispatchLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);

	/** More than that in a transaction save little, and keep the first of them waiting. */
	private static final int MOST_AT_ONCE = 32;

	/** Among so many that are not ready, those are looked for that are. */
	private static final int MOST_LEFT = 200;

	/** So long a mail that follows another waits for more, so that those that come in a crowd are dispatched together. */
	private static final int PAUSE_MILLIS = 100;

	private final MailDispatch dispatch;

	private final Semaphore taken = new Semaphore(0);

	private final LedgerReader reader;

	private volatile @Nullable Thread thread;

	/** One after a failure, so that a mail that can't be dispatched fails alone, and then more and more. */
	private int atOnce = 1;

	/** How many of those looked at before were not ready. */
	private int left;

	DispatchLoop(MailDispatch dispatch, LedgerReader reader) {
		this.dispatch = dispatch;
		this.reader = reader;
	}

	@EventListener
	void on(MailIntake.MailTaken event) {
		this.taken.release();
	}

	@Override
	public void start() {
		var dispatch = Thread.ofVirtual().name("dispatch").unstarted(this::run);
		this.thread = dispatch;
		dispatch.start();
	}

	private void run() {
		try (var readAhead = new ReadAhead(this.reader::readWhole, this.reader::heading, this.taken::release)) {
			run(readAhead);
		}
	}

	private void run(ReadAhead readAhead) {
		while (isGoingOn()) {
			try {
				if (this.taken.tryAcquire(1, TimeUnit.SECONDS)) {
					this.taken.drainPermits();
				}
				while (isGoingOn() && tellOfNext(readAhead) > 0) {
					this.atOnce = Math.min(2 * this.atOnce, MOST_AT_ONCE);
					this.taken.tryAcquire(this.atOnce, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
				}
			} catch (InterruptedException ex) {
				return;
			} catch (RuntimeException ex) {
				failed(ex);
			}
		}
	}

	private boolean isGoingOn() {
		return this.thread == Thread.currentThread();
	}

	private int tellOfNext(ReadAhead readAhead) {
		var round = this.dispatch.tellOfNext(readAhead, this.atOnce, this.left);
		this.left = Math.min(round.left(), MOST_LEFT);
		return round.told();
	}

	private void failed(RuntimeException failure) {
		if (this.atOnce > 1) {
			log.debug("{} mails fail together and are tried one by one", this.atOnce, failure);
			this.atOnce = 1;
			this.taken.release();
		} else if (failure instanceof UndispatchableMailException mail) {
			putAside(mail);
		} else {
			log.error("Dispatch failed; the mail stays in the ledger and is tried again", failure);
		}
	}

	private void putAside(UndispatchableMailException failure) {
		try {
			this.dispatch.setAside(failure);
			this.taken.release();
		} catch (RuntimeException ex) {
			log.error("Mail {} can't be set aside; it is tried again", failure.mail(), ex);
		}
	}

	@Override
	public void stop() {
		this.thread = null;
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
