package io.frontdesk.local.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which topics there are, who sends and who reads them, as events' topics.json has it: all that Kafka is told of topics
 * and rights follows from it.
 */
public record TopicTable(int partitions, int largest, int retentionDays, Map<String, Topic> topics) {

	/** Who may read along; its consumer groups begin so, too. */
	public static final String SUBSCRIBER = "subscriber";

	private static final String DEAD_LETTER_SUFFIX = "-dlt";

	/**
	 * @param followedBy who reads it from its beginning with each start, in no consumer group
	 * @param forSubscribers whether other systems may read it: not what holds whole mails
	 */
	public record Topic(String name, boolean compacted, List<String> sentBy, List<String> readBy,
			List<String> followedBy, List<String> deadLettersReadBy, boolean forSubscribers) {

		String deadLetters() {
			return this.name + DEAD_LETTER_SUFFIX;
		}

		private static Topic of(String name, JsonNode json) {
			return new Topic(name, json.path("compacted").asBoolean(false), names(json, "sentBy"),
					names(json, "readBy"), names(json, "followedBy"), names(json, "deadLettersReadBy"),
					json.path("forSubscribers").asBoolean(true));
		}

		private static List<String> names(JsonNode json, String of) {
			return json.path(of).valueStream().map(JsonNode::asString).toList();
		}

	}

	/** For a broker where the stack's own login makes whatever it needs. */
	public static TopicTable empty() {
		return new TopicTable(1, 1, 1, Map.of());
	}

	public static TopicTable parse(String json) {
		JsonNode all = JsonMapper.builder().build().readTree(json);
		Map<String, Topic> topics = new LinkedHashMap<>();
		all.path("topics").forEachEntry((name, topic) -> topics.put(name, Topic.of(name, topic)));
		return new TopicTable(all.path("partitions").asInt(), all.path("largest").asInt(),
				all.path("retentionDays").asInt(), topics);
	}

	/** Who has a login. */
	public Set<String> services() {
		Set<String> services = new TreeSet<>(listeners());
		this.topics.values().forEach(topic -> {
			services.addAll(topic.sentBy());
			services.addAll(topic.followedBy());
		});
		return services;
	}

	/** Who reads in consumer groups. */
	Set<String> listeners() {
		Set<String> services = new TreeSet<>();
		this.topics.values().forEach(topic -> {
			services.addAll(topic.readBy());
			services.addAll(topic.deadLettersReadBy());
		});
		return services;
	}

	public List<String> forSubscribers() {
		return names(Topic::forSubscribers);
	}

	private List<String> names(Predicate<Topic> wanted) {
		return this.topics.values().stream().filter(wanted).map(Topic::name).toList();
	}

}
