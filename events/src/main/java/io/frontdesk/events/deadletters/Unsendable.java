package io.frontdesk.events.deadletters;

import java.util.Set;
import java.util.stream.Stream;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/** Tells what Kafka will never take as it is from what it may take later: a broker that is away, a login refused. */
public final class Unsendable {

	private static final Set<Class<? extends Throwable>> FOR_GOOD = Set.of(RecordTooLargeException.class,
			RecordBatchTooLargeException.class, SerializationException.class, InvalidTopicException.class,
			InvalidTimestampException.class, InvalidRecordException.class,
			UnsupportedForMessageFormatException.class);

	private Unsendable() {}

	public static boolean isCauseOf(Throwable failure) {
		return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
				.anyMatch(cause -> FOR_GOOD.stream().anyMatch(type -> type.isInstance(cause)));
	}

}
