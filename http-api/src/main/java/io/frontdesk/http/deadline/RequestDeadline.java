package io.frontdesk.http.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * Until when the request at hand may ask the database. Each of its statements has the time that is left, and none begins
 * when there is none: whatever loops ends by that. What is no request, or was begun by one on another thread, has no
 * deadline.
 */
public final class RequestDeadline {

	private static final ScopedValue<RequestDeadline> CURRENT = ScopedValue.newInstance();

	private final InstantSource clock;

	private final Duration patience;

	private final @Nullable Instant end;

	private RequestDeadline(InstantSource clock, Duration patience, @Nullable Instant end) {
		this.clock = clock;
		this.patience = patience;
		this.end = end;
	}

	static <T, X extends Throwable> T within(Duration patience, InstantSource clock,
			ScopedValue.CallableOp<T, X> work) throws X {
		return ScopedValue.where(CURRENT, new RequestDeadline(clock, patience, clock.instant().plus(patience)))
				.call(work);
	}

	/** With all of the time once more: for a part of what is long by its nature, such as a page of a file. */
	public static <T, X extends Throwable> T anew(ScopedValue.CallableOp<T, X> work) throws X {
		if (!CURRENT.isBound()) {
			return work.call();
		}
		var now = CURRENT.get();
		return within(now.patience, now.clock, work);
	}

	/** For work with bounds of its own, or on everything there is, for the few who may ask for it. */
	public static <T, X extends Throwable> T lifted(ScopedValue.CallableOp<T, X> work) throws X {
		if (!CURRENT.isBound()) {
			return work.call();
		}
		var now = CURRENT.get();
		return ScopedValue.where(CURRENT, new RequestDeadline(now.clock, now.patience, null)).call(work);
	}

	public static boolean isOver() {
		return CURRENT.isBound() && CURRENT.get().left().isNegative();
	}

	/** At least 1; empty if there is no deadline. */
	static OptionalInt secondsLeft() {
		if (!CURRENT.isBound() || CURRENT.get().end == null) {
			return OptionalInt.empty();
		}
		if (isOver()) {
			throw DeadlineProblem.TOOK_TOO_LONG.exception();
		}
		return OptionalInt.of((int) CURRENT.get().left().toSeconds() + 1);
	}

	private Duration left() {
		return (this.end != null) ? Duration.between(this.clock.instant(), this.end) : this.patience;
	}

}
