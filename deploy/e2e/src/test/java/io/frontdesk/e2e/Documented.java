package io.frontdesk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds each answer that a test gets against the API's document: nothing may be in it that the document does not name. */
final class Documented {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String AT = "https://frontdesk.test/shapes.json";

	private static final String SHAPE = "\"#/components/schemas/";

	/** Those that programs act on. */
	private static final Set<String> HEADERS = Set.of("ETag", "Location", "Retry-After", "Content-Disposition");

	/** Of Spring's to any answer at an address that ends like a file's name, against what is called reflected file download. */
	private static final String AGAINST_DOWNLOADS = "inline;filename=f.txt";

	/** Ranges and caches, and what is refused before anybody knows which operation it is. */
	private static final Set<Integer> OF_HTTP_ITSELF = Set.of(206, 304, 405, 408, 414, 416, 431, 501, 505);

	private static final Documented API = new Documented(file());

	private final JsonNode document;

	private final List<Operation> operations;

	private final SchemaRegistry registry;

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	Documented(JsonNode document) {
		this.document = document;
		this.operations = document.path("paths")
				.propertyStream()
				.flatMap(path -> path.getValue()
						.propertyStream()
						.map(method -> Operation.of(method.getKey(), path.getKey(), method.getValue())))
				// What is named comes before what may have any name.
				.sorted(Comparator.comparing((Operation operation) -> operation.path().replace('{', '\uffff')))
				.toList();
		var shapes = document.at("/components/schemas").deepCopy();
		close(shapes);
		split(shapes);
		var all = JSON.createObjectNode().set("$defs", shapes).toString().replace(SHAPE, "\"#/$defs/");
		this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				builder -> builder.schemas(Map.of(AT, all)));
	}

	static JsonNode file() {
		try {
			return JSON.readTree(Files.readString(Path.of(System.getProperty("frontdesk.root"),
					"gateway-service/src/main/resources/openapi.json")));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** @param path without what follows the question mark */
	static void check(String method, String path, int status, HttpHeaders headers, String body) {
		var type = headers.firstValue("Content-Type").orElse("");
		API.findings(method, path, status, type, body).or(() -> API.undeclared(method, path, status, headers))
				.ifPresent(finding -> {
					throw new AssertionError("%s %s answers %d, %s, which the API's document does not say: %s%n%s"
							.formatted(method, path, status, type, finding, body));
				});
	}

	Optional<String> findings(String method, String path, int status, String type, String body) {
		return operation(method, path).flatMap(operation -> answer(operation, status, type, body));
	}

	Optional<String> undeclared(String method, String path, int status, HttpHeaders headers) {
		return OF_HTTP_ITSELF.contains(status)
				? Optional.empty()
				: operation(method, path).flatMap(operation -> HEADERS.stream()
						.filter(name -> headers.firstValue(name).filter(value -> !value.equals(AGAINST_DOWNLOADS))
								.isPresent()
								&& !answer(operation, status).path("headers").has(name))
						.map(name -> "the header " + name)
						.findFirst());
	}

	private Optional<Operation> operation(String method, String path) {
		return this.operations.stream()
				.filter(operation -> operation.method().equals(method)
						&& operation.pattern().matcher(path).matches())
				.findFirst();
	}

	private JsonNode answer(Operation operation, int status) {
		return resolved(operation.json().path("responses").path(Integer.toString(status)));
	}

	private Optional<String> answer(Operation operation, int status, String type, String body) {
		if (OF_HTTP_ITSELF.contains(status)) {
			return Optional.empty();
		}
		var answer = answer(operation, status);
		if (answer.isMissingNode()) {
			return Optional.of("no such status");
		}
		var content = answer.path("content");
		if (content.isEmpty()) {
			return body.isEmpty() ? Optional.empty() : Optional.of("a body");
		}
		var media = type.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
		var found = content.path(content.has(media) ? media : "*/*");
		if (found.isMissingNode()) {
			return Optional.of("no such Content-Type");
		}
		return media.endsWith("json") && content.has(media) ? shape(found.path("schema"), body) : Optional.empty();
	}

	private Optional<String> shape(JsonNode schema, String body) {
		var text = schema.toString().replace(SHAPE, "\"" + AT + "#/$defs/");
		var errors = this.schemas.computeIfAbsent(text, this.registry::getSchema).validate(body, InputFormat.JSON);
		return errors.isEmpty() ? Optional.empty() : Optional.of(errors.toString());
	}

	private JsonNode resolved(JsonNode node) {
		return node.has("$ref") ? this.document.at(node.get("$ref").asString().substring(1)) : node;
	}

	private static void close(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("properties").isObject()
				&& !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		node.forEach(Documented::close);
	}

	/** Into a number with bounds, and null: json-schema-validator 3.0.0 fails on bounds beside two types. */
	private static void split(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("type").isArray()
				&& (object.has("minimum") || object.has("maximum"))) {
			var bounded = object.deepCopy().put("type", object.at("/type/0").asString());
			object.removeAll();
			object.putArray("anyOf").add(bounded).addObject().put("type", "null");
		}
		node.forEach(Documented::split);
	}

	private record Operation(String method, String path, Pattern pattern, JsonNode json) {

		static Operation of(String method, String path, JsonNode json) {
			var pattern = Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
			return new Operation(method.toUpperCase(Locale.ROOT), path, pattern, json);
		}

	}

}
