package io.frontdesk.org;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

	public Api as(RequestPostProcessor other) {
		return new Api(this.mvc, other);
	}

	public MvcTestResult get(String path) {
		return call(HttpMethod.GET, path, null, null);
	}

	public MvcTestResult post(String path, String body) {
		return call(HttpMethod.POST, path, body, null);
	}

	public MvcTestResult patch(String path, String body) {
		return call(HttpMethod.PATCH, path, body, null);
	}

	public MvcTestResult patch(String path, String body, String ifMatch) {
		return call(HttpMethod.PATCH, path, body, ifMatch);
	}

	public MvcTestResult put(String path, String body) {
		return call(HttpMethod.PUT, path, body, null);
	}

	public MvcTestResult delete(String path) {
		return call(HttpMethod.DELETE, path, null, null);
	}

	public MvcTestResult call(HttpMethod method, String path, @Nullable String body, @Nullable String ifMatch) {
		var request = MockMvcRequestBuilders.request(method, java.net.URI.create("/api/v1" + path)).with(this.caller);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		if (ifMatch != null) {
			request.header(HttpHeaders.IF_MATCH, ifMatch);
		}
		return this.mvc.perform(request);
	}

	/** The path of what was created. */
	public String created(String path, String body) {
		var answer = post(path, body);
		Assertions.assertThat(answer).as(() -> text(answer)).hasStatus(HttpStatus.CREATED);
		return path + "/" + json(answer).get("id").asString();
	}

	public static JsonNode json(MvcTestResult answer) {
		return JSON.readTree(answer.getResponse().getContentAsByteArray());
	}

	public static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
