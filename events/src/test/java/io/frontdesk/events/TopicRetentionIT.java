package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.SharedServers;

@SpringJUnitConfig
@RealServers(RealServers.Kind.KAFKA)
class TopicRetentionIT {

	private final Admin kafka;

	private final TopicRetention retention;

	TopicRetentionIT() {
		var settings = SharedServers.kafkaClient();
		this.kafka = Admin.create(settings);
		this.retention = new TopicRetention(new KafkaAdmin(settings), Duration.ofDays(90));
	}

	@Test
	void isSetWhereNobodySetItAndLeftAsAnOperatorSetIt() throws Exception {
		for (var topic : Topics.ALL) {
			make(topic);
			make(topic + Topics.DEAD_LETTER_SUFFIX);
		}
		alter(Topics.TICKET_UPDATED, OpType.DELETE, "");
		alter(Topics.TICKET_CREATED, OpType.SET, "1000000");
		this.retention.setWhereNobodyDid();
		awaitThat(Topics.TICKET_UPDATED, Long.toString(Duration.ofDays(90).toMillis()));
		awaitThat(Topics.TICKET_CREATED, "1000000");
		alter(Topics.TICKET_CREATED, OpType.DELETE, "");
		this.retention.setWhereNobodyDid();
		awaitThat(Topics.TICKET_CREATED, Long.toString(Duration.ofDays(90).toMillis()));
	}

	private void make(String topic) throws Exception {
		try {
			this.kafka.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
		} catch (ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(TopicExistsException.class);
		}
		await().ignoreExceptions().until(() -> entry(topic) != null);
	}

	/** Returns when it can be read, too: a broker learns of a change after the controller has taken it. */
	private void alter(String topic, OpType change, String value) throws Exception {
		this.kafka.incrementalAlterConfigs(Map.of(resource(topic),
				List.of(new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, value), change))))
				.all()
				.get();
		await().untilAsserted(() -> {
			ConfigEntry now = entry(topic);
			boolean set = now.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
			assertThat(set ? now.value() : "").isEqualTo(value);
		});
	}

	private void awaitThat(String topic, String value) {
		await().untilAsserted(() -> assertThat(entry(topic).value()).isEqualTo(value));
	}

	private ConfigEntry entry(String topic) throws Exception {
		return this.kafka.describeConfigs(Set.of(resource(topic)))
				.all()
				.get()
				.get(resource(topic))
				.get(TopicConfig.RETENTION_MS_CONFIG);
	}

	private static ConfigResource resource(String topic) {
		return new ConfigResource(ConfigResource.Type.TOPIC, topic);
	}

}
