package io.frontdesk.notification.outbound;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends as soon as something is posted, and looks once a second for what is due again. */
@Component
class SendLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SendLoop.class);

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
		while (this.running) {
			try {
				this.posted.tryAcquire(1, TimeUnit.SECONDS);
				while (this.running && this.postman.sendNext()) {
					// until nothing is due
				}
			} catch (InterruptedException ex) {
				return;
			} catch (RuntimeException ex) {
				log.error("Sending failed; the mail is tried again", ex);
			}
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
