package io.frontdesk.identity.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import io.frontdesk.events.EventJson;
import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;

/** From the beginning until it is stopped, and from the beginning again when it broke off. */
class UserReading implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(UserReading.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private final Map<String, Object> settings;

	private final Registrar registrar;

	private final List<UserFollower> followers;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile @Nullable Consumer<String, byte[]> consumer;

	UserReading(Map<String, Object> settings, Registrar registrar, List<UserFollower> followers) {
		this.settings = settings;
		this.registrar = registrar;
		this.followers = followers;
	}

	@Override
	public void run() {
		var isAway = false;
		do {
			try (var opened = new KafkaConsumer<>(this.settings, new StringDeserializer(),
					new ByteArrayDeserializer())) {
				this.consumer = opened;
				follow(opened);
			} catch (WakeupException | InterruptException _) {
				return;
			} catch (KafkaException ex) {
				if (!isAway) {
					isAway = true;
					log.warn("Who is deactivated from now on is not known here: user-changed can't be read", ex);
				}
			}
		} while (!isStopped(POLL));
	}

	void stop() {
		this.stopped.countDown();
		var reading = this.consumer;
		if (reading != null) {
			reading.wakeup();
		}
	}

	private void follow(Consumer<String, byte[]> opened) {
		var partitions = opened.partitionsFor(Topics.USER_CHANGED)
				.stream()
				.map(partition -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
		if (partitions.isEmpty()) {
			return;
		}
		opened.assign(partitions);
		opened.seekToBeginning(partitions);
		hearAll(opened, opened.endOffsets(partitions));
		this.registrar.heardAll();
		log.info("Knows who is deactivated");
		while (!isStopped(Duration.ZERO)) {
			opened.poll(POLL).forEach(this::hear);
		}
	}

	private void hearAll(Consumer<String, byte[]> opened, Map<TopicPartition, Long> ends) {
		while (ends.entrySet().stream().anyMatch(end -> opened.position(end.getKey()) < end.getValue())) {
			opened.poll(POLL).forEach(this::hear);
		}
	}

	private void hear(ConsumerRecord<String, byte[]> event) {
		if (event.value() == null) {
			return;
		}
		try {
			var user = EventJson.MAPPER.readValue(event.value(), UserChanged.class);
			this.registrar.hear(user, Instant.ofEpochMilli(event.timestamp()));
			this.followers.forEach(follower -> follower.hear(user));
		} catch (JacksonException ex) {
			log.warn("{}-{}@{} tells of no user", event.topic(), event.partition(), event.offset(), ex);
		}
	}

	private boolean isStopped(Duration patience) {
		try {
			return this.stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException _) {
			return true;
		}
	}

}
