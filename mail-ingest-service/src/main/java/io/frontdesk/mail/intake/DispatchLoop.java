package io.frontdesk.mail.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs the dispatch whenever a mail was taken, and once a second for what another instance left behind. */
@Component
class DispatchLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);

	private final MailDispatch dispatch;

	private final Semaphore taken = new Semaphore(0);

	private volatile boolean running;

	DispatchLoop(MailDispatch dispatch) {
		this.dispatch = dispatch;
	}

	@EventListener
	void on(MailIntake.MailTaken event) {
		this.taken.release();
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("dispatch").start(this::run);
	}

	private void run() {
		while (this.running) {
			try {
				if (this.taken.tryAcquire(1, TimeUnit.SECONDS)) {
					this.taken.drainPermits();
				}
				while (this.running && this.dispatch.dispatchNext()) {
					// until nothing is left
				}
			} catch (InterruptedException ex) {
				return;
			} catch (UndispatchableMailException ex) {
				putAside(ex);
			} catch (RuntimeException ex) {
				log.error("Dispatch failed; the mail stays in the ledger and is tried again", ex);
			}
		}
	}

	private void putAside(UndispatchableMailException failure) {
		try {
			this.dispatch.quarantine(failure);
		} catch (RuntimeException ex) {
			log.error("Mail {} can't be quarantined; it is tried again", failure.mail(), ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
