package io.frontdesk.local.kafka;

import java.util.HashSet;
import java.util.Set;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each login may do, and nothing beyond it. Who may read or write a topic may also see that it is there, and who may
 * write one may do so idempotently.
 */
final class Rights {

	/** {@code deadletters} in events reads by this one. */
	private static final String DEAD_LETTER_GROUP = "-dead-letters";

	private final Set<AclBinding> all = new HashSet<>();

	private Rights() {}

	static Set<AclBinding> of(TopicTable table) {
		Rights rights = new Rights();
		table.topics().values().forEach(rights::addTopic);
		table.listeners().forEach(rights::addGroups);
		if (!table.topics().isEmpty()) {
			rights.add(TopicTable.SUBSCRIBER, AclOperation.READ, new ResourcePattern(ResourceType.GROUP,
					TopicTable.SUBSCRIBER + "-", PatternType.PREFIXED));
		}
		return rights.all;
	}

	private void addTopic(TopicTable.Topic topic) {
		topic.sentBy().forEach(service -> add(service, AclOperation.WRITE, topic(topic.name())));
		topic.readBy().forEach(service -> {
			add(service, AclOperation.READ, topic(topic.name()));
			add(service, AclOperation.WRITE, topic(topic.deadLetters()));
			add(service, AclOperation.READ, topic(topic.deadLetters()));
		});
		topic.followedBy().forEach(service -> add(service, AclOperation.READ, topic(topic.name())));
		topic.deadLettersReadBy().forEach(service -> add(service, AclOperation.READ, topic(topic.deadLetters())));
		if (topic.forSubscribers()) {
			add(TopicTable.SUBSCRIBER, AclOperation.READ, topic(topic.name()));
		}
	}

	private void addGroups(String service) {
		add(service, AclOperation.READ, new ResourcePattern(ResourceType.GROUP, service, PatternType.LITERAL));
		add(service, AclOperation.READ,
				new ResourcePattern(ResourceType.GROUP, service + DEAD_LETTER_GROUP, PatternType.LITERAL));
	}

	private void add(String login, AclOperation operation, ResourcePattern resource) {
		this.all.add(new AclBinding(resource,
				new AccessControlEntry("User:" + login, "*", operation, AclPermissionType.ALLOW)));
	}

	private static ResourcePattern topic(String name) {
		return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
	}

}
