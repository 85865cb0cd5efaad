package io.frontdesk.mail.reading;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What the reading of one mail has cost, in steps (a byte looked at, a node visited), and where it ends. Counted where
 * the work is done, so that a mail ends the same however busy the machine is.
 */
final class Work {

	private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

	/** Of the hostile mails that the tests know, the costliest takes less than a third of this. */
	private static final long STEPS_A_BYTE = 500;

	private static final long STEPS_A_MAIL = 200_000_000;

	/** A guess takes as long as thousands of other steps, and so does the search for a charset that nobody knows. */
	private static final int MAX_GUESSES = 200;

	private static final int MAX_CHARSETS = 100;

	private final long limit;

	private final Map<String, Optional<Charset>> charsets = new HashMap<>();

	private long done;

	private int guesses;

	private Work(long limit) {
		this.limit = limit;
	}

	static Work forMail(long bytes) {
		return upTo(STEPS_A_MAIL + bytes * STEPS_A_BYTE);
	}

	static Work upTo(long steps) {
		return new Work(steps);
	}

	Reading during(ScopedValue.CallableOp<Reading, Exception> reading) throws Exception {
		return ScopedValue.where(CURRENT, this).call(reading);
	}

	long limit() {
		return this.limit;
	}

	long done() {
		return this.done;
	}

	private static Work current() {
		return CURRENT.isBound() ? CURRENT.get() : new Work(Long.MAX_VALUE);
	}

	static void spend(long steps) {
		if (CURRENT.isBound()) {
			CURRENT.get().add(steps);
		}
	}

	private void add(long steps) {
		this.done += steps;
		if (this.done > this.limit) {
			throw new ExhaustedException(this.limit);
		}
	}

	/** The text, of which each look at a character is a step: for patterns that may look again and again. */
	static CharSequence metered(CharSequence text) {
		return CURRENT.isBound() ? new Metered(text, CURRENT.get()) : text;
	}

	static boolean mayGuess() {
		return ++current().guesses <= MAX_GUESSES;
	}

	/** Of the names that one mail uses, the first hundred are looked up. */
	static @Nullable Charset charset(String name, Function<String, Optional<Charset>> lookup) {
		var known = current().charsets;
		if (!known.containsKey(name) && known.size() >= MAX_CHARSETS) {
			return null;
		}
		return known.computeIfAbsent(name, lookup).orElse(null);
	}

	private record Metered(CharSequence text, Work work) implements CharSequence {

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			this.work.add(1);
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return this.text.toString();
		}

	}

	static final class ExhaustedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private ExhaustedException(long limit) {
			super("More than %,d steps".formatted(limit));
		}

	}

}
