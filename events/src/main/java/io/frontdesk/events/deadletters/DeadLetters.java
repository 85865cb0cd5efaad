package io.frontdesk.events.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends again what could not be handled: to the listener that gave it up, in this process and in the transaction that a
 * new event would have. Not by its topic: the others there have handled it, and on a compacted one it would become the
 * newest row.
 */
public class DeadLetters {

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

	private static final int MOST_AT_ONCE = 100;

	private static final Duration LONGEST = Duration.ofSeconds(20);

	private final DeadLetterBook book;

	private final TransactionOperations transaction;

	private final Map<Direction, Redelivery> ways;

	DeadLetters(DeadLetterBook book, TransactionOperations transaction, List<Redelivery> ways) {
		this.book = book;
		this.transaction = transaction;
		this.ways = ways.stream().collect(Collectors.toMap(Redelivery::direction, Function.identity()));
	}

	public Resent resend(long number) {
		try {
			return Objects.requireNonNull(this.transaction.execute(_ -> deliver(number)));
		} catch (RuntimeException ex) {
			var failure = Failure.of(ex);
			log.info("Dead letter {} failed again: {}", number, failure.reason(), ex);
			this.book.failedAgain(number, failure);
			return new Resent.FailedAgain(failure.reason());
		}
	}

	private Resent deliver(long number) {
		var letter = this.book.lock(number).orElse(null);
		if (letter == null) {
			return new Resent.Unknown();
		}
		if (!letter.isHandled()) {
			Objects.requireNonNull(this.ways.get(letter.direction())).deliver(letter.consumer(), letter.event());
			this.book.handled(number);
		}
		return new Resent.Handled();
	}

	/** As many of them as one call may take. */
	public Count resend(DeadLetterFilter filter) {
		var until = System.nanoTime() + LONGEST.toNanos();
		var handled = 0;
		var failed = 0;
		for (var number : this.book.matching(filter, MOST_AT_ONCE)) {
			if (resend(number) instanceof Resent.FailedAgain) {
				failed++;
			} else {
				handled++;
			}
			if (System.nanoTime() - until > 0) {
				break;
			}
		}
		return new Count(handled, failed, this.book.waiting(filter));
	}

	/** @param waiting how many such letters there are still, those that failed among them */
	public record Count(int handled, int failed, long waiting) {}

}
