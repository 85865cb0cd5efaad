package io.frontdesk.events;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Who sends and who reads what, from which rights on Kafka follow, as a test sees it. */
record TopicTable(JsonNode json) {

	static TopicTable read() {
		return new TopicTable(EventJson.MAPPER.readTree(TopicTable.class.getResourceAsStream("/topics.json")));
	}

	Set<String> topics() {
		return Set.copyOf(this.json.get("topics").propertyNames());
	}

	Set<String> sentBy(String service) {
		return where(topic -> topic(topic, "sentBy").contains(service)).collect(Collectors.toSet());
	}

	/** Dead letters too, but for those of its own listeners, which every service reads. */
	Set<String> readBy(String service) {
		return Stream
				.concat(where(topic -> topic(topic, "readBy").contains(service)),
						where(topic -> topic(topic, "deadLettersReadBy").contains(service))
								.map(topic -> topic + Topics.DEAD_LETTER_SUFFIX))
				.collect(Collectors.toSet());
	}

	Set<String> compacted() {
		return where(topic -> this.json.get("topics").get(topic).path("compacted").asBoolean(false))
				.collect(Collectors.toSet());
	}

	private Stream<String> where(Predicate<String> wanted) {
		return topics().stream().filter(wanted);
	}

	private List<String> topic(String name, String list) {
		return this.json.get("topics").get(name).path(list).valueStream().map(JsonNode::asString).toList();
	}

}
