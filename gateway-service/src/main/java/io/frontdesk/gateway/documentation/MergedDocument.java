package io.frontdesk.gateway.documentation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.gateway.problem.GatewayProblem;

/** The documents of several services as one. Where two mean different things by one name, the later is named for both. */
class MergedDocument {

	private static final String SCHEMAS = "/components/schemas";

	private final JsonMapper json;

	private final ObjectNode document;

	private final ObjectNode paths;

	private final ObjectNode schemas;

	private final ObjectNode securitySchemes;

	private final ArrayNode problems;

	private final ArrayNode unavailable;

	MergedDocument(JsonMapper json) {
		this.json = json;
		this.document = json.createObjectNode().put("openapi", "3.1.0");
		this.document.putObject("info")
				.put("title", "Frontdesk")
				.put("version", "v1")
				.put("description",
						"""
								A program sends `Authorization: Bearer` with a token of Keycloak; a browser has its session, and \
								sends the cookie `XSRF-TOKEN` back as the header `X-XSRF-TOKEN` with each change. Errors are problems \
								of RFC 9457 (`x-problems` lists them). `x-required-authority` names roles and features of which a \
								caller needs one; a super admin has every feature. Staff without the feature in `x-answer-authority` \
								read nothing, and are told by a change no more than the id of what it made.""");
		this.document.putArray("servers").addObject().put("url", "/");
		this.document.putArray("security").addObject().putArray("bearer");
		this.paths = this.document.putObject("paths");
		var components = this.document.putObject("components");
		this.schemas = components.putObject("schemas");
		this.securitySchemes = components.putObject("securitySchemes");
		this.problems = this.document.putArray("x-problems");
		this.unavailable = this.document.putArray("x-unavailable");
		Arrays.stream(GatewayProblem.values()).forEach(this::add);
	}

	ObjectNode document() {
		return this.document;
	}

	boolean isWhole() {
		return this.unavailable.isEmpty();
	}

	void leaveOut(String service) {
		this.unavailable.add(service);
	}

	void add(String service, ObjectNode original) {
		var renamed = renamed(service, original);
		var part = withRefs(renamed, original);
		part.path("paths").forEachEntry(this.paths::set);
		part.at(SCHEMAS).forEachEntry((name, schema) -> this.schemas.set(renamed.getOrDefault(name, name), schema));
		part.at("/components/securitySchemes").forEachEntry(this.securitySchemes::set);
		part.path("x-problems")
				.forEach(problem -> add(((ObjectNode) problem).put("service", service)));
	}

	private void add(GatewayProblem problem) {
		add(this.json.createObjectNode()
				.put("type", problem.type().toString())
				.put("status", problem.status().value())
				.put("detail", problem.detail())
				.put("service", "gateway"));
	}

	private void add(ObjectNode problem) {
		this.problems.add(problem.put("remedy", Remedies.of(problem.path("type").asString())));
	}

	private Map<String, String> renamed(String service, ObjectNode part) {
		var renamed = new LinkedHashMap<String, String>();
		part.at(SCHEMAS).forEachEntry((name, schema) -> {
			if (this.schemas.has(name) && !this.schemas.path(name).equals(schema)) {
				renamed.put(name, StringUtils.capitalize(service.replace("-", "")) + name);
			}
		});
		return renamed;
	}

	private JsonNode withRefs(Map<String, String> renamed, ObjectNode part) {
		var text = this.json.writeValueAsString(part);
		for (var rename : renamed.entrySet()) {
			text = text.replace(ref(rename.getKey()), ref(rename.getValue()));
		}
		return this.json.readTree(text);
	}

	private static String ref(String schema) {
		return "\"#" + SCHEMAS + "/" + schema + "\"";
	}

}
