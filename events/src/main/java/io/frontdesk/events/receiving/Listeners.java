package io.frontdesk.events.receiving;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.kafka.listener.MessageListenerContainer;

import io.frontdesk.events.Topics;
import io.frontdesk.events.deadletters.Direction;
import io.frontdesk.events.deadletters.LostEvent;
import io.frontdesk.events.deadletters.Redelivery;

/** The listeners of this process, by their group and topic. */
class Listeners implements Redelivery {

	private final Map<Key, OnceOnly> listeners = new ConcurrentHashMap<>();

	void add(MessageListenerContainer container, OnceOnly listener) {
		var topics = container.getContainerProperties().getTopics();
		if (topics != null) {
			for (var topic : topics) {
				this.listeners.put(new Key(String.valueOf(container.getGroupId()), topic), listener);
			}
		}
	}

	/** What they listen to, dead letters aside. */
	List<String> topics() {
		return this.listeners.keySet()
				.stream()
				.map(Key::topic)
				.filter(topic -> !topic.endsWith(Topics.DEAD_LETTER_SUFFIX))
				.distinct()
				.sorted()
				.toList();
	}

	boolean isHere(String consumer, String topic) {
		return this.listeners.containsKey(new Key(consumer, topic));
	}

	@Override
	public Direction direction() {
		return Direction.RECEIVING;
	}

	@Override
	public void deliver(String consumer, LostEvent event) {
		var listener = this.listeners.get(new Key(consumer, event.topic()));
		if (listener == null) {
			throw new IllegalStateException("Nobody listens to %s as %s any more: this release has no use for the event"
					.formatted(event.topic(), consumer));
		}
		listener.handle(event.received());
	}

	private record Key(String consumer, String topic) {}

}
