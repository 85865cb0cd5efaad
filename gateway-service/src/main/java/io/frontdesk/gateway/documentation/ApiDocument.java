package io.frontdesk.gateway.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services can do, as their tests wrote it down from their code: all of it, whoever is away. */
@Component
class ApiDocument {

	private final byte[] json;

	private final JsonNode problems;

	ApiDocument(JsonMapper json) {
		try {
			var document = json.readTree(new ClassPathResource("openapi.json").getContentAsByteArray());
			this.json = json.writeValueAsBytes(document);
			this.problems = document.path("x-problems");
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	byte[] json() {
		return this.json;
	}

	/** A problem of several services is there several times. */
	List<JsonNode> problems(String type) {
		return this.problems.valueStream()
				.filter(problem -> problem.path("type").asString().equals(type))
				.toList();
	}

}
