package io.frontdesk.events;

import java.util.stream.Stream;

import io.namastack.outbox.config.JdbcOutboxAutoConfiguration;
import io.namastack.outbox.config.OutboxCoreInfrastructureAutoConfiguration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

import io.frontdesk.events.blobs.BlobConfiguration;
import io.frontdesk.events.deadletters.DeadLetterConfiguration;
import io.frontdesk.events.receiving.ReceivingConfiguration;
import io.frontdesk.events.reference.ReferenceConfiguration;
import io.frontdesk.events.sending.SendingConfiguration;

@AutoConfiguration(before = {OutboxCoreInfrastructureAutoConfiguration.class, JdbcOutboxAutoConfiguration.class})
@EnableConfigurationProperties(EventSettings.class)
@Import({SendingConfiguration.class, ReceivingConfiguration.class, DeadLetterConfiguration.class,
		ReferenceConfiguration.class, BlobConfiguration.class})
public class EventsAutoConfiguration {

	static final int PARTITIONS = 12;

	private static final String MAKES_TOPICS = "spring.kafka.admin.auto-create";

	/** Bytes of a batch, more than the producer sends (events.yaml): what it lets pass the broker must take. */
	static final String LARGEST = "5242880";

	/** Every service makes sure of every topic, so that none waits for another to start, unless a set-up has made them. */
	@Bean
	@ConditionalOnProperty(name = MAKES_TOPICS, matchIfMissing = true)
	KafkaAdmin.NewTopics topics() {
		var ephemeral = Topics.EPHEMERAL.stream().map(topic -> topic(topic).build());
		var compacted = Topics.COMPACTED.stream().map(topic -> topic(topic).compact().build());
		var dead = Topics.DEAD_LETTERS.stream().map(topic -> topic(topic).partitions(1).build());
		return new KafkaAdmin.NewTopics(
				Stream.of(ephemeral, compacted, dead).flatMap(stream -> stream).toArray(NewTopic[]::new));
	}

	@Bean
	@ConditionalOnProperty(name = MAKES_TOPICS, matchIfMissing = true)
	TopicRetention topicRetention(KafkaAdmin admin, EventSettings settings) {
		return new TopicRetention(admin, settings.retention());
	}

	private static TopicBuilder topic(String name) {
		return TopicBuilder.name(name).partitions(PARTITIONS).config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST);
	}

}
