package io.frontdesk.events;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sets how long facts and dead letters are kept where nobody has: on a new topic, and on one that an older release made.
 * What an operator set on a topic is left as it is, which Spring's own admin would put back at each start.
 */
class TopicRetention {

	private static final Logger log = LoggerFactory.getLogger(TopicRetention.class);

	private final KafkaAdmin kafka;

	private final Duration retention;

	TopicRetention(KafkaAdmin kafka, Duration retention) {
		this.kafka = kafka;
		this.retention = retention;
	}

	@Scheduled(initialDelay = 0)
	void setWhereNobodyDid() throws InterruptedException {
		try (var admin = Admin.create(this.kafka.getConfigurationProperties())) {
			var without = without(admin, Stream.concat(Topics.EPHEMERAL.stream(), Topics.DEAD_LETTERS.stream())
					.map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
					.toList());
			admin.incrementalAlterConfigs(without).all().get();
			log.info("{} topics now keep their events for {} days", without.size(), this.retention.toDays());
		} catch (ExecutionException ex) {
			log.warn("How long topics keep their events could not be set and is what Kafka has: {}",
					String.valueOf(ex.getCause()));
		}
	}

	private Map<ConfigResource, Collection<AlterConfigOp>> without(Admin admin, Collection<ConfigResource> topics)
			throws ExecutionException, InterruptedException {
		var entry = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(this.retention.toMillis()));
		return admin.describeConfigs(topics)
				.all()
				.get()
				.entrySet()
				.stream()
				.filter(topic -> !isSet(topic.getValue()))
				.collect(Collectors.toMap(Map.Entry::getKey,
						_ -> List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))));
	}

	private static boolean isSet(Config topic) {
		return topic.get(TopicConfig.RETENTION_MS_CONFIG).source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
	}

}
