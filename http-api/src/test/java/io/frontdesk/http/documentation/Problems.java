package io.frontdesk.http.documentation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** The shape of what is told of a failure: RFC 9457, and what some problems have besides. */
final class Problems {

	private static final Map<String, String> STANDARD = Map.of("type",
			"Which problem it is, and an address that says more", "title", "Its kind in a word or two", "detail",
			"What is wrong and what to do, for a person", "instance", "The path that was asked for");

	private Problems() {}

	static Schema<?> shared() {
		var schema = with(Map.of());
		schema.setDescription("What went wrong: RFC 9457, with a type of docs/problems.md");
		return schema;
	}

	static Schema<?> with(@SuppressWarnings("rawtypes") Map<String, Schema> more) {
		var members = new TreeMap<String, Schema<?>>();
		STANDARD.forEach((name, says) -> members.put(name, text().description(says)));
		members.put("status", new Schema<>().types(Set.of("integer")));
		Schema<?> errors = new Schema<>().types(Set.of("array"));
		errors.setItems(object(new TreeMap<>(Map.of("field", text(), "message", text()))));
		errors.setDescription("The fields that are not valid; one whose name is empty is of the whole");
		members.put("errors", errors);
		Schema<?> children = new Schema<>().types(Set.of("object"));
		children.setAdditionalProperties(new Schema<>().types(Set.of("integer")));
		children.setDescription("What keeps it from being deleted, and how many of each");
		members.put("children", children);
		more.forEach(members::put);
		var schema = object(members);
		schema.setRequired(List.of("type", "title", "status", "detail"));
		setExample(schema, Map.of("type", "/problems/invalid-request", "title", "Bad Request", "status", 400, "detail",
				"Some of the request is not valid; see errors.", "instance", "/api/v1/tickets", "errors",
				List.of(Map.of("field", "subject", "message", "must not be blank"))));
		return schema;
	}

	@SuppressWarnings("unchecked")
	private static void setExample(Schema<?> schema, Object example) {
		((Schema<Object>) schema).setExamples(List.of(example));
	}

	static ApiResponse response(String when, String schema) {
		return new ApiResponse().description(when)
				.content(new Content().addMediaType("application/problem+json",
						new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema))));
	}

	static Schema<?> object(Map<String, ? extends Schema<?>> members) {
		Schema<?> schema = new Schema<>().types(Set.of("object"));
		members.forEach(schema::addProperty);
		schema.setRequired(List.copyOf(members.keySet()));
		return schema;
	}

	private static Schema<?> text() {
		return new Schema<>().types(Set.of("string"));
	}

}
