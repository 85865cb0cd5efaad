package io.frontdesk.local.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics, logins and rights what they are to be. */
record SetUp(Admin broker, Access access) {

	/** The least that Kafka takes. More make guessing slower, and nobody guesses 32 random bytes. */
	static final ScramCredentialInfo STORED = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

	void run() throws ExecutionException, InterruptedException {
		Collection<KafkaFuture<Void>> topics = this.broker.createTopics(topics()).values().values();
		KafkaFuture<List<String>> known = this.broker.describeUserScramCredentials().users();
		KafkaFuture<Collection<AclBinding>> given = this.broker.describeAcls(AclBindingFilter.ANY).values();
		this.broker.alterUserScramCredentials(loginsBut(known.get())).all().get();
		setRights(given.get());
		for (KafkaFuture<Void> topic : topics) {
			await(topic);
		}
		this.broker.incrementalAlterConfigs(limits()).all().get();
	}

	private List<NewTopic> topics() {
		return this.access.table()
				.topics()
				.values()
				.stream()
				.flatMap(topic -> Stream.of(
						topic(topic.name(), this.access.table().partitions(), topic.compacted()),
						topic(topic.deadLetters(), 1, false)))
				.toList();
	}

	private NewTopic topic(String name, int partitions, boolean compacted) {
		Map<String, String> settings = new HashMap<>();
		if (compacted) {
			settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
		} else {
			settings.put(TopicConfig.RETENTION_MS_CONFIG,
					Long.toString(Duration.ofDays(this.access.table().retentionDays()).toMillis()));
		}
		return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
	}

	private static void await(KafkaFuture<Void> topic) throws ExecutionException, InterruptedException {
		try {
			topic.get();
		} catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw ex;
			}
		}
	}

	/** Of topics that an older release made as well: what a producer lets pass the broker must take. */
	private Map<ConfigResource, Collection<AlterConfigOp>> limits() {
		var largest = new AlterConfigOp(new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
				Integer.toString(this.access.table().largest())), AlterConfigOp.OpType.SET);
		return topics().stream()
				.collect(Collectors.toMap(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
						_ -> List.of(largest)));
	}

	/** A password changes with the data only: both go by a reset. */
	private List<UserScramCredentialAlteration> loginsBut(List<String> known) {
		return this.access.all()
				.stream()
				.filter(login -> !known.contains(login.name()))
				.<UserScramCredentialAlteration>map(
						login -> new UserScramCredentialUpsertion(login.name(), STORED, login.password()))
				.toList();
	}

	/**
	 * What our logins had in an older release goes; what somebody gave to other ones stays. It is the controller that has
	 * changed them: they count as soon as the broker says so, too.
	 */
	private void setRights(Collection<AclBinding> given) throws ExecutionException, InterruptedException {
		Set<AclBinding> wanted = Rights.of(this.access.table());
		Set<String> ours = this.access.all().stream().map(login -> "User:" + login.name()).collect(Collectors.toSet());
		Set<AclBinding> missing = new HashSet<>(wanted);
		missing.removeAll(given);
		Set<AclBinding> surplus = new HashSet<>(given);
		surplus.removeIf(right -> !ours.contains(right.entry().principal()) || wanted.contains(right));
		this.broker.createAcls(missing).all().get();
		this.broker.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all().get();
		Collection<AclBinding> now = given;
		while (!now.containsAll(missing) || now.stream().anyMatch(surplus::contains)) {
			now = this.broker.describeAcls(AclBindingFilter.ANY).values().get();
		}
	}

}
