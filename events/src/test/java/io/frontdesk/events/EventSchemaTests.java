package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A schema is a contract that nothing reads at run time, so that only a test can keep it true. */
class EventSchemaTests {

	private static final Map<Class<?>, Written> WRITTEN = Map.of(String.class, new Written("string", ""), long.class,
			new Written("integer", ""), Long.class, new Written("integer", ""), boolean.class,
			new Written("boolean", ""), Boolean.class, new Written("boolean", ""), UUID.class,
			new Written("string", "uuid"), Instant.class, new Written("string", "date-time"));

	static Stream<Class<?>> events() {
		return leaves(DomainEvent.class);
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed()
				? Stream.of(type.getPermittedSubclasses()).flatMap(EventSchemaTests::leaves)
				: Stream.of(type);
	}

	@ParameterizedTest
	@MethodSource("events")
	void schemaSaysWhatTheEventHas(Class<?> event) throws IOException {
		var schema = Schema.of(topic(event) + ".v1.json");
		assertThat(schema.node().get("title").asString()).isEqualTo(event.getSimpleName());
		check(event, schema);
	}

	@Test
	void asyncApiTellsOfEachTopic() throws IOException {
		var api = read("asyncapi.json");
		assertThat(api.get("channels").propertyNames()).containsExactlyInAnyOrderElementsOf(Topics.ALL);
		for (var topic : Topics.ALL) {
			var channel = api.get("channels").get(topic);
			assertThat(channel.get("address").asString()).isEqualTo(topic);
			assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0").asString(""))
					.isEqualTo(Topics.COMPACTED.contains(topic) ? "compact" : "");
			assertThat(channel.at("/messages/event/$ref").asString()).isEqualTo("#/components/messages/" + topic);
			assertThat(api.at("/components/messages/%s/payload/schema/$ref".formatted(topic)).asString())
					.isEqualTo("schemas/%s.v1.json".formatted(topic));
			assertThat(api.at("/operations/tell-of-%s/channel/$ref".formatted(topic)).asString())
					.isEqualTo("#/channels/" + topic);
		}
	}

	@Test
	void eachEventHasItsTopic() {
		assertThat(events().map(EventSchemaTests::topic)).containsExactlyInAnyOrderElementsOf(Topics.ALL);
	}

	private static String topic(Class<?> event) {
		return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	private static void check(Class<?> written, Schema schema) throws IOException {
		var properties = schema.node().get("properties");
		assertThat(properties.propertyNames()).as(written.getSimpleName()).containsExactlyElementsOf(
				Stream.of(written.getRecordComponents()).map(RecordComponent::getName).toList());
		assertThat(schema.node().get("required").valueStream().map(JsonNode::asString)).as(written.getSimpleName())
				.containsExactlyElementsOf(Stream.of(written.getRecordComponents())
						.filter(part -> !isNullable(part.getAnnotatedType()))
						.map(RecordComponent::getName)
						.toList());
		for (var part : written.getRecordComponents()) {
			check(part.getAnnotatedType(), schema.with(properties.get(part.getName())),
					written.getSimpleName() + "." + part.getName());
		}
	}

	private static void check(AnnotatedType type, Schema schema, String name) throws IOException {
		assertThat(schema.isNullable()).as(name).isEqualTo(isNullable(type));
		var meant = schema.meant();
		var raw = (Class<?>) (type.getType() instanceof ParameterizedType list ? list.getRawType() : type.getType());
		if (raw == List.class) {
			assertThat(meant.node().get("type").asString()).as(name).isEqualTo("array");
			check(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0],
					meant.with(meant.node().get("items")), name + "[]");
		} else if (raw.isEnum()) {
			assertThat(meant.node().get("enum").valueStream().map(JsonNode::asString)).as(name)
					.containsExactlyElementsOf(Stream.of(raw.getEnumConstants())
							.map(constant -> EventJson.MAPPER.convertValue(constant, String.class))
							.toList());
		} else if (raw.isRecord()) {
			check(raw, meant);
		} else {
			assertThat(meant.written()).as(name).isEqualTo(WRITTEN.get(raw));
		}
	}

	private static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static JsonNode read(String resource) throws IOException {
		try (var file = EventSchemaTests.class.getResourceAsStream("/" + resource)) {
			return EventJson.MAPPER.readTree(file);
		}
	}

	private record Written(String type, String format) {}

	/** A part of a document, to which its references are relative. */
	private record Schema(JsonNode document, JsonNode node) {

		static Schema of(String name) throws IOException {
			var document = read("schemas/" + name);
			return new Schema(document, document);
		}

		Schema with(JsonNode part) {
			return new Schema(this.document, part);
		}

		boolean isNullable() {
			return Stream
					.concat(this.node.path("type").valueStream(), this.node.path("anyOf").findValues("type").stream())
					.anyMatch(type -> type.asString("").equals("null"));
		}

		/** Without a null that may stand for it, and what it refers to. */
		Schema meant() throws IOException {
			var one = this.node.has("anyOf") ? this.node.get("anyOf").get(0) : this.node;
			if (!one.has("$ref")) {
				return with(one);
			}
			var reference = one.get("$ref").asString().split("#", 2);
			var target = reference[0].isEmpty() ? this.document : read("schemas/" + reference[0]);
			return new Schema(target, target.at(reference[1]));
		}

		Written written() {
			var type = this.node.get("type");
			return new Written((type.isArray() ? type.get(0) : type).asString(), this.node.path("format").asString(""));
		}

	}

}
