package io.frontdesk.mail;

import java.net.URI;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as one caller. */
public record Api(MockMvcTester mvc, RequestPostProcessor caller) {

	private static final JsonMapper JSON = new JsonMapper();

	public MvcTestResult call(HttpMethod method, String path, @Nullable String body) {
		var request = MockMvcRequestBuilders.request(method, URI.create("/api/v1" + path)).with(this.caller);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return this.mvc.perform(request);
	}

	public JsonNode get(String path) {
		return json(call(HttpMethod.GET, path, null), HttpStatus.OK);
	}

	public JsonNode post(String path) {
		return json(call(HttpMethod.POST, path, null), HttpStatus.OK);
	}

	/** The last word of the problem's type. */
	public String problem(HttpMethod method, String path, @Nullable String body, HttpStatus status) {
		return json(call(method, path, body), status).get("type").asString().replace("/problems/", "");
	}

	public static JsonNode json(MvcTestResult answer, HttpStatus status) {
		Assertions.assertThat(answer).hasStatus(status);
		return JSON.readTree(answer.getResponse().getContentAsByteArray());
	}

}
