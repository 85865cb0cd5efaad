package io.frontdesk.e2e;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the running system says about its API. */
record OpenApi(JsonNode document) {

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

	static OpenApi ofTheRunningSystem() {
		return new OpenApi(Frontdesk.apiOfNobody().get("/api/openapi").json());
	}

	List<Operation> operations() {
		var operations = new ArrayList<Operation>();
		this.document.get("paths")
				.forEachEntry((path, item) -> item.forEachEntry((method, operation) -> operations
						.add(new Operation(this, method.toUpperCase(Locale.ROOT), path, operation))));
		operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
		return operations;
	}

	private String madeUp(JsonNode unresolved) {
		var schema = resolved(unresolved);
		if (schema.path("enum").isArray()) {
			return "\"" + schema.get("enum").get(0).asString() + "\"";
		}
		return switch (schema.path("type").asString("")) {
			case "object" -> schema.path("required")
					.valueStream()
					.map(JsonNode::asString)
					.map(name -> "\"%s\": %s".formatted(name, madeUp(schema.path("properties").path(name))))
					.collect(Collectors.joining(", ", "{", "}"));
			case "array" -> "[]";
			case "boolean" -> "false";
			case "integer", "number" -> "1";
			default -> "\"%s\"".formatted(
					schema.path("format").asString("").equals("uuid") ? UNKNOWN : "nothing");
		};
	}

	private JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? this.document.at(schema.get("$ref").asString().substring(1)) : schema;
	}

	/** The values of this schema that have an id in one place that takes one; each place has its turn. */
	private Stream<JsonNode> references(JsonNode unresolved, String id) {
		var schema = resolved(unresolved);
		if (schema.path("format").asString("").equals("uuid")) {
			return Stream.of(JSON.getNodeFactory().stringNode(id));
		}
		var choices = Stream.of("anyOf", "oneOf", "allOf")
				.flatMap(name -> schema.path(name).valueStream())
				.flatMap(choice -> references(choice, id));
		var items = schema.has("items")
				? references(schema.get("items"), id).<JsonNode>map(item -> JSON.createArrayNode().add(item))
				: Stream.<JsonNode>empty();
		var properties = schema.path("properties")
				.propertyStream()
				.flatMap(property -> references(property.getValue(), id)
						.<JsonNode>map(value -> JSON.createObjectNode().set(property.getKey(), value)));
		return Stream.of(choices, items, properties).flatMap(values -> values);
	}

	record Operation(OpenApi api, String method, String path, JsonNode json) {

		String tag() {
			return this.json.at("/tags/0").asString();
		}

		Optional<List<String>> requiredAuthorities() {
			var required = this.json.path("x-required-authority");
			return required.isArray()
					? Optional.of(required.valueStream().map(JsonNode::asString).toList())
					: Optional.empty();
		}

		/** What staff need besides to be told anything. */
		Optional<String> answerAuthority() {
			return this.json.path("x-answer-authority").stringValueOpt();
		}

		/** As little as may be sent. */
		String body() {
			var schema = this.json.at("/requestBody/content/application~1json/schema");
			return schema.isMissingNode() ? "{}" : this.api.madeUp(schema);
		}

		/** As little as may be sent, and this id in one place that takes one; each place has its turn. */
		List<String> bodiesWith(String id) {
			return this.api.references(this.json.at("/requestBody/content/application~1json/schema"), id)
					.map(reference -> ((ObjectNode) JSON.readTree(body())).setAll((ObjectNode) reference).toString())
					.toList();
		}

		/** An address of this operation, with ids of which there is nothing. */
		String address() {
			var path = VARIABLE.matcher(this.path).replaceAll(variable -> madeUp(parameter("path", variable.group(1))));
			var query = this.json.path("parameters")
					.valueStream()
					.filter(parameter -> parameter.path("in").asString().equals("query"))
					.filter(parameter -> parameter.path("required").asBoolean())
					.map(parameter -> parameter.get("name").asString() + "=" + madeUp(parameter))
					.toList();
			return query.isEmpty() ? path : path + "?" + String.join("&", query);
		}

		String addressWithTicket(long ticket) {
			return this.path.startsWith("/api/v1/tickets/{") ? addressWith("" + ticket) : "";
		}

		/** With this id as the first one. */
		String addressWith(String id) {
			return new Operation(this.api, this.method, this.path.replaceFirst("\\{[^}]+}", id), this.json).address();
		}

		private JsonNode parameter(String in, String name) {
			return this.json.path("parameters")
					.valueStream()
					.filter(parameter -> parameter.path("in").asString().equals(in)
							&& parameter.path("name").asString().equals(name))
					.findFirst()
					.orElseThrow(() -> new AssertionError("%s does not describe %s".formatted(this, name)));
		}

		private String madeUp(JsonNode parameter) {
			var schema = this.api.resolved(parameter.path("schema"));
			if (schema.path("enum").isArray()) {
				return schema.get("enum").get(0).asString();
			}
			return switch (schema.path("type").asString() + " " + schema.path("format").asString("")) {
				case String type when type.startsWith("integer") -> "1";
				case "string uuid" -> UNKNOWN;
				case "string date-time" -> "2026-01-01T00:00:00Z";
				case "string date" -> "2026-01-01";
				default -> "nothing";
			};
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
