package io.frontdesk.events.receiving;

import java.io.IOException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** How often a failed event is tried again. A database that is away must cost no event, however long it takes. */
final class RetryUntilHandled {

	private static final Set<Class<? extends Throwable>> PASSING = Set.of(TransientDataAccessException.class,
			RecoverableDataAccessException.class, DataAccessResourceFailureException.class,
			CannotCreateTransactionException.class, SQLTransientException.class, SQLRecoverableException.class,
			IOException.class);

	private RetryUntilHandled() {}

	static BackOff backOffFor(Exception failure) {
		var backOff = new ExponentialBackOff(100, 2);
		backOff.setMaxInterval(10_000);
		if (!isPassing(failure)) {
			backOff.setMaxAttempts(3);
		}
		return backOff;
	}

	private static boolean isPassing(Throwable failure) {
		return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
				.anyMatch(cause -> PASSING.stream().anyMatch(type -> type.isInstance(cause)));
	}

}
