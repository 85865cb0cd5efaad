package io.frontdesk.gateway.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.http.documentation.WholeDocument;

import io.frontdesk.gateway.problem.GatewayProblem;

/** What the gateway adds to the document of the services: how to begin, its own problems, and what to do about each. */
class ApiDocumentTests {

	private static final boolean WRITE = Boolean.getBoolean("frontdesk.docs.write");

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String DESCRIPTION = """
			A program sends `Authorization: Bearer` with a token of Keycloak; a browser has its session, and sends the cookie \
			`XSRF-TOKEN` back as the header `X-XSRF-TOKEN` with each change. Errors are problems of RFC 9457 (`x-problems` \
			lists them). `x-required-authority` names roles and features of which a caller needs one; a super admin has every \
			feature. Staff without the feature in `x-answer-authority` read nothing, and are told by a change no more than the \
			id of what it made.""";

	private static final Map<String, String> TAGS = new TreeMap<>(Map.ofEntries(
			Map.entry("attachments", "Files of messages"),
			Map.entry("canned-replies", "What staff need not write anew in each reply"),
			Map.entry("companies", "Whom clients belong to"),
			Map.entry("dashboard", "Counters and series"), Map.entry("dead-letters", "Events that were not handled"),
			Map.entry("intake", "Each mail that came, and what became of it"), Map.entry("me", "The caller"),
			Map.entry("notifications", "Each mail that was to go out"),
			Map.entry("presence", "Who has which ticket open"),
			Map.entry("projects", "What tickets are about"), Map.entry("stream", "What changes, as it does"),
			Map.entry("tasks", "Parts of projects"),
			Map.entry("templates", "The words of mails"), Map.entry("tickets", "Tickets and their messages"),
			Map.entry("users", "Clients and staff")));

	@Test
	void documentSaysHowToBegin() {
		var current = framed(WholeDocument.committed());
		if (WRITE) {
			current.write();
		}
		assertThat(WholeDocument.committed().text())
				.as("openapi.json against the gateway's code; CONTRIBUTING.md has how to write it anew")
				.isEqualTo(current.text());
	}

	@Test
	void everyOperationHasATagThatIsExplained() {
		assertThat(WholeDocument.committed().json().get("paths").valueStream()
				.flatMap(path -> path.valueStream())
				.map(operation -> operation.at("/tags/0").asString()))
				.isNotEmpty()
				.allSatisfy(tag -> assertThat(TAGS).containsKey(tag));
	}

	private static WholeDocument framed(WholeDocument services) {
		var document = JSON.createObjectNode().put("openapi", "3.1.0");
		document.putObject("info")
				.put("title", "Frontdesk")
				.put("version", "v1")
				.put("description", DESCRIPTION)
				.putObject("license")
				.put("name", "Apache 2.0")
				.put("identifier", "Apache-2.0");
		document.putArray("servers").addObject().put("url", "/").put("description", "This gateway");
		document.putArray("security").addObject().putArray("bearer");
		var tags = document.putArray("tags");
		TAGS.forEach((name, says) -> tags.addObject().put("name", name).put("description", says));
		for (var part : new String[]{"paths", "components", "x-problems"}) {
			document.set(part, services.json().path(part));
		}
		var own = JSON.createArrayNode();
		Arrays.stream(GatewayProblem.values()).map(ApiDocumentTests::described).forEach(own::add);
		var whole = new WholeDocument(document).withProblems("gateway", own);
		whole.json().path("x-problems").forEach(ApiDocumentTests::remedy);
		return whole;
	}

	private static ObjectNode described(GatewayProblem problem) {
		return JSON.createObjectNode()
				.put("type", problem.type().toString())
				.put("status", problem.status().value())
				.put("detail", problem.detail());
	}

	private static void remedy(JsonNode problem) {
		((ObjectNode) problem).put("remedy", Remedies.of(problem.path("type").asString()));
	}

}
