package io.frontdesk.local.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks to a broker and tries what goes. */
final class Client implements AutoCloseable {

	private final Map<String, Object> settings;

	private @Nullable Admin admin;

	private @Nullable KafkaProducer<String, String> producer;

	private @Nullable KafkaConsumer<String, String> reader;

	Client(Map<String, String> address, Login login) {
		this(address, login.settings());
	}

	Client(Map<String, String> address, Map<String, String> way) {
		this.settings = new HashMap<>(way);
		this.settings.putAll(address);
	}

	Admin admin() {
		if (this.admin == null) {
			this.admin = Admin.create(this.settings);
		}
		return this.admin;
	}

	void write(String topic) {
		try {
			producer().send(new ProducerRecord<>(topic, 0, "key", "{}")).get();
		} catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		} catch (ExecutionException ex) {
			throw (RuntimeException) ex.getCause();
		}
	}

	private KafkaProducer<String, String> producer() {
		if (this.producer == null) {
			Map<String, Object> all = new HashMap<>(this.settings);
			// One that numbers its records asks for a right first, and is of no use once it was refused anything.
			all.put("enable.idempotence", false);
			this.producer = new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
		}
		return this.producer;
	}

	boolean mayWrite(String topic) {
		try {
			write(topic);
			return true;
		} catch (TopicAuthorizationException _) {
			return false;
		}
	}

	/** Whether it gets what is there. */
	boolean mayRead(String topic) {
		TopicPartition partition = new TopicPartition(topic, 0);
		reader().assign(List.of(partition));
		try {
			reader().seekToBeginning(List.of(partition));
			while (reader().poll(Duration.ofSeconds(1)).isEmpty()) {
				// what was written is there, so it comes or is refused
			}
			return true;
		} catch (TopicAuthorizationException _) {
			return false;
		}
	}

	Set<String> visibleTopics() {
		return reader().listTopics().keySet();
	}

	private KafkaConsumer<String, String> reader() {
		if (this.reader == null) {
			this.reader = consumer(this.settings);
		}
		return this.reader;
	}

	void commit(String topic, String group) {
		Map<String, Object> all = new HashMap<>(this.settings);
		all.put("group.id", group);
		try (KafkaConsumer<String, String> consumer = consumer(all)) {
			consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)));
		}
	}

	private static KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
		return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
	}

	@Override
	public void close() {
		if (this.admin != null) {
			this.admin.close();
		}
		if (this.producer != null) {
			this.producer.close();
		}
		if (this.reader != null) {
			this.reader.close();
		}
	}

}
