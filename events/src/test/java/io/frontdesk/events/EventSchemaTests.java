package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A schema is a contract that nothing reads at run time, so that only a test can keep it true. */
class EventSchemaTests {

	private static final Map<Class<?>, Written> WRITTEN = Map.of(String.class, new Written("string", ""), long.class,
			new Written("integer", ""), UUID.class, new Written("string", "uuid"), Instant.class,
			new Written("string", "date-time"));

	@ParameterizedTest
	@ValueSource(classes = {NotificationDelivered.class, NotificationFailed.class, NotificationSuppressed.class})
	void schemaSaysWhatTheEventHas(Class<? extends DomainEvent> event) throws IOException {
		var schema = schemaOf(event);
		assertThat(schema.get("title").asString()).isEqualTo(event.getSimpleName());
		assertThat(schema.get("properties").propertyNames()).containsExactlyElementsOf(
				Stream.of(event.getRecordComponents()).map(RecordComponent::getName).toList());
		for (var part : event.getRecordComponents()) {
			assertThat(Written.by(schema.get("properties").get(part.getName()))).as(part.getName())
					.isEqualTo(WRITTEN.get(part.getType()));
			assertThat(types(schema, part).contains("null")).as(part.getName()).isEqualTo(isNullable(part));
		}
	}

	/** A field that came later may be missing in what an older Frontdesk wrote. */
	@ParameterizedTest
	@ValueSource(classes = {NotificationDelivered.class, NotificationFailed.class, NotificationSuppressed.class})
	void whatIsNeverNullIsRequired(Class<? extends DomainEvent> event) throws IOException {
		assertThat(schemaOf(event).get("required").valueStream().map(JsonNode::asString))
				.containsExactlyElementsOf(Stream.of(event.getRecordComponents())
						.filter(part -> !isNullable(part))
						.map(RecordComponent::getName)
						.toList());
	}

	private static JsonNode schemaOf(Class<?> event) throws IOException {
		var topic = event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
		try (var file = EventSchemaTests.class.getResourceAsStream("/schemas/%s.v1.json".formatted(topic))) {
			return EventJson.MAPPER.readTree(file);
		}
	}

	private static String types(JsonNode schema, RecordComponent part) {
		return schema.get("properties").get(part.getName()).get("type").toString();
	}

	private static boolean isNullable(RecordComponent part) {
		return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private record Written(String type, String format) {

		static Written by(JsonNode property) {
			var type = property.get("type");
			return new Written(
					Stream.concat(Stream.of(type), type.valueStream())
							.filter(JsonNode::isString)
							.map(JsonNode::asString)
							.filter(name -> !name.equals("null"))
							.collect(Collectors.joining()),
					property.path("format").asString(""));
		}

	}

}
