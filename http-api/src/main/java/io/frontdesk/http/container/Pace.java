package io.frontdesk.http.container;

import java.net.SocketTimeoutException;

/**
 * Bytes in one direction of a connection. Time in which we wait for the other side is a debt, which bytes pay back; what
 * they pay beyond it is not saved up, so that nobody drips after a gush.
 */
final class Pace {

	private final long patience;

	private final long nanosPerByte;

	private long debt;

	private long waitingSince;

	private boolean waiting;

	private boolean begun;

	Pace(ConnectionSettings settings) {
		this.patience = settings.patience().toNanos();
		this.nanosPerByte = settings.nanosPerByte();
	}

	/** Until the next byte comes, nobody is late: how long a connection may be idle is Tomcat's to say. */
	void restart() {
		this.debt = 0;
		this.waiting = false;
		this.begun = false;
	}

	/** @param bytes none if it has to wait */
	void moved(long bytes, long now) throws SocketTimeoutException {
		if (bytes > 0) {
			pay(bytes, now);
		} else if (!this.waiting) {
			this.waiting = true;
			this.waitingSince = now;
		}
		if (this.debt > this.patience) {
			throw new SocketTimeoutException("The other side is too slow");
		}
	}

	private void pay(long bytes, long now) {
		if (this.waiting && this.begun) {
			this.debt += now - this.waitingSince;
		}
		this.debt = Math.max(0, this.debt - bytes * this.nanosPerByte);
		this.waiting = false;
		this.begun = true;
	}

}
