package io.frontdesk.notification;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
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

	public MvcTestResult get(String path) {
		return call(HttpMethod.GET, path, null);
	}

	public MvcTestResult post(String path, @Nullable String body) {
		return call(HttpMethod.POST, path, body);
	}

	public MvcTestResult put(String path, String body) {
		return call(HttpMethod.PUT, path, body);
	}

	public MvcTestResult delete(String path) {
		return call(HttpMethod.DELETE, path, null);
	}

	public MvcTestResult call(HttpMethod method, String path, @Nullable String body) {
		var request = MockMvcRequestBuilders.request(method, URI.create("/api/v1" + path)).with(this.caller);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return this.mvc.perform(request);
	}

	public static JsonNode json(MvcTestResult answer) {
		return JSON.readTree(answer.getResponse().getContentAsByteArray());
	}

}
