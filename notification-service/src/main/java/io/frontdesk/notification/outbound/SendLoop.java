package io.frontdesk.notification.outbound;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends one mail for each that is posted, at once; and looks once a second for what is due again or was left. */
@Component
class SendLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SendLoop.class);

	private static final Duration SWEEP = Duration.ofSeconds(1);

	private final Postman postman;

	private final OutboundSettings settings;

	private final Semaphore posted = new Semaphore(0);

	private volatile boolean running;

	SendLoop(Postman postman, OutboundSettings settings) {
		this.postman = postman;
		this.settings = settings;
	}

	@TransactionalEventListener
	void on(Postman.DeliveryDue event) {
		this.posted.release();
	}

	@Override
	public void start() {
		this.running = true;
		for (var i = 0; i < this.settings.senders(); i++) {
			Thread.ofVirtual().name("sender-" + i).start(this::run);
		}
	}

	private void run() {
		var swept = System.nanoTime();
		while (this.running) {
			try {
				if (this.posted.tryAcquire(1, TimeUnit.SECONDS) && System.nanoTime() - swept < SWEEP.toNanos()) {
					this.postman.sendNext();
				} else {
					swept = System.nanoTime();
					sweep();
				}
			} catch (InterruptedException ex) {
				return;
			} catch (RuntimeException ex) {
				log.error("Sending failed; the mail is tried again", ex);
			}
		}
	}

	private void sweep() {
		while (this.running && this.postman.sendNext()) {
			// until nothing is due
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
