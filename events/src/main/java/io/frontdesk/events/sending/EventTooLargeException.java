package io.frontdesk.events.sending;

/** Refuses an event that Kafka would never take, while whoever states it can still do something about it. */
public class EventTooLargeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EventTooLargeException(String topic, String key, long size) {
		super("The event for %s about %s has %,d bytes, and the most is %,d: shorten or leave out what makes it so large"
				.formatted(topic, key, size, Events.LARGEST));
	}

}
