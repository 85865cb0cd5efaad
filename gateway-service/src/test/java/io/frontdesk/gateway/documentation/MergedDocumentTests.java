package io.frontdesk.gateway.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergedDocumentTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final MergedDocument merged = new MergedDocument(JSON);

	@Test
	void hasThePathsOfAll() {
		this.merged.add("org", part("/api/v1/users", "UserView", "name"));
		this.merged.add("ticket", part("/api/v1/tickets", "TicketView", "subject"));
		assertThat(this.merged.document().get("paths").propertyNames()).containsExactly("/api/v1/users",
				"/api/v1/tickets");
		assertThat(this.merged.document().at("/components/schemas").propertyNames()).containsExactly("UserView",
				"TicketView");
	}

	@Test
	void whatTwoMeanDifferentlyIsNamedForBoth() {
		this.merged.add("org", part("/api/v1/users", "PersonView", "name"));
		this.merged.add("mail-ingest", part("/api/v1/intake", "PersonView", "address"));
		assertThat(this.merged.document().at("/components/schemas").propertyNames()).containsExactly("PersonView",
				"MailingestPersonView");
		assertThat(answer("/api/v1/users")).isEqualTo("#/components/schemas/PersonView");
		assertThat(answer("/api/v1/intake")).isEqualTo("#/components/schemas/MailingestPersonView");
	}

	@Test
	void whatTwoMeanAlikeIsThereOnce() {
		this.merged.add("org", part("/api/v1/users", "PersonView", "name"));
		this.merged.add("ticket", part("/api/v1/tickets", "PersonView", "name"));
		assertThat(this.merged.document().at("/components/schemas").propertyNames()).containsExactly("PersonView");
	}

	@Test
	void whoIsAwayIsNamed() {
		this.merged.leaveOut("notification");
		assertThat(this.merged.document().get("x-unavailable")).map(Object::toString)
				.containsExactly("\"notification\"");
	}

	@Test
	void problemsSayWhose() {
		var part = part("/api/v1/users", "UserView", "name");
		part.putArray("x-problems").addObject().put("type", "/problems/bad-cursor").put("status", 400);
		this.merged.add("org", part);
		assertThat(this.merged.document().get("x-problems"))
				.anyMatch(problem -> problem.path("type").asString().equals("/problems/bad-cursor")
						&& problem.path("service").asString().equals("org"))
				.anyMatch(problem -> problem.path("type").asString().equals("/problems/csrf")
						&& problem.path("service").asString().equals("gateway"));
	}

	private String answer(String path) {
		return this.merged.document().path("paths").path(path).at("/get/responses/200/schema/$ref").asString();
	}

	private static ObjectNode part(String path, String schema, String property) {
		return (ObjectNode) JSON.readTree("""
				{"paths": {"%1$s": {"get": {"responses": {"200": {"schema": {"$ref": "#/components/schemas/%2$s"}}}}}},
				 "components": {"schemas": {"%2$s": {"properties": {"%3$s": {"type": "string"}}}}}}"""
				.formatted(path, schema, property));
	}

}
