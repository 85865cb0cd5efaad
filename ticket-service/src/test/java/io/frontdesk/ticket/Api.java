package io.frontdesk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API in JSON as somebody. */
public record Api(MockMvcTester mvc, RequestPostProcessor caller) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public MvcTestResult send(HttpMethod method, String path, String body) {
		return this.mvc.perform(MockMvcRequestBuilders.request(method, "/api/v1" + path)
				.with(this.caller)
				.contentType(MediaType.APPLICATION_JSON)
				.content(body));
	}

	public MvcTestResult send(HttpMethod method, String path, String body, String header, String value) {
		return this.mvc.perform(MockMvcRequestBuilders.request(method, "/api/v1" + path)
				.with(this.caller)
				.header(header, value)
				.contentType(MediaType.APPLICATION_JSON)
				.content(body));
	}

	public MvcTestResult get(String path) {
		return this.mvc.perform(MockMvcRequestBuilders.get("/api/v1" + path).with(this.caller));
	}

	public JsonNode read(String path) {
		return json(get(path), HttpStatus.OK);
	}

	public JsonNode post(String path, String body) {
		return json(send(HttpMethod.POST, path, body), HttpStatus.CREATED);
	}

	/** Raises a ticket for the caller; answers its id. */
	public long raise(String subject) {
		return post("/tickets", "{\"subject\": \"%s\", \"message\": \"It smokes.\"}".formatted(subject)).get("id")
				.asLong();
	}

	public static JsonNode json(MvcTestResult result, HttpStatus expected) {
		assertThat(result).hasStatus(expected);
		try {
			return JSON.readTree(result.getResponse().getContentAsString());
		} catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
