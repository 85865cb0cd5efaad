package io.frontdesk.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for another process, which can only be asked again and again. */
public final class Patience {

	private static final long BETWEEN_NANOS = Duration.ofMillis(50).toNanos();

	private Patience() {}

	/** Whether the condition came true in time; an interrupt ends the wait. */
	public static boolean until(Duration patience, BooleanSupplier condition) {
		long end = System.nanoTime() + patience.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
				return false;
			}
			moment();
		}
		return true;
	}

	static void moment() {
		LockSupport.parkNanos(BETWEEN_NANOS);
	}

}
