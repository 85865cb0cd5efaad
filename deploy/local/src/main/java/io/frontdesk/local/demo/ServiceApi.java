package io.frontdesk.local.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.frontdesk.local.keycloak.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service as one of the demo logins; itself, past the gateway and its limits, where the url says so. */
public final class ServiceApi implements AutoCloseable {

	/** Of the five minutes that a token is good for. */
	private static final Duration TOKEN_AGE = Duration.ofMinutes(4);

	public static final Map<String, Object> NOTHING = Map.of();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Tokens tokens;

	private final String user;

	private String token = "";

	private long asked;

	public ServiceApi(Tokens tokens, String user) {
		this.tokens = tokens;
		this.user = user;
	}

	public JsonNode get(String url) throws IOException, InterruptedException {
		return send("GET", url, NOTHING).json();
	}

	public JsonNode post(String url, Map<String, ?> body) throws IOException, InterruptedException {
		return send("POST", url, body).json();
	}

	JsonNode patch(String url, Map<String, ?> body) throws IOException, InterruptedException {
		return send("PATCH", url, body).json();
	}

	public Answer send(String method, String url, Map<String, ?> body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
				.header("Authorization", "Bearer " + token())
				.header("Content-Type", "application/json")
				.method(method,
						body.isEmpty()
								? BodyPublishers.noBody()
								: BodyPublishers.ofString(JSON.writeValueAsString(body)))
				.build();
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			return new Answer(url, response.statusCode(), response.body());
		} catch (ConnectException ex) {
			throw new IOException("%s does not answer. Is Frontdesk up? (./frontdesk status)".formatted(url), ex);
		}
	}

	public record Answer(String url, int status, String text) {

		public JsonNode json() throws IOException {
			if (this.status / 100 != 2) {
				throw new IOException("%s answered %d: %s".formatted(this.url, this.status, this.text));
			}
			return JSON.readTree(this.text);
		}

	}

	private synchronized String token() throws IOException, InterruptedException {
		if (this.token.isEmpty() || System.nanoTime() - this.asked > TOKEN_AGE.toNanos()) {
			this.token = switch (this.tokens.forPassword(this.user, "frontdesk")) {
				case Tokens.Answer.Granted(String granted) -> granted;
				case Tokens.Answer.Refused(String reason) -> throw new IOException(reason);
			};
			this.asked = System.nanoTime();
		}
		return this.token;
	}

	/** @param fields names and values, in turn; a null is left out */
	public static Map<String, Object> body(@Nullable Object... fields) {
		Map<String, Object> body = new LinkedHashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			if (fields[i + 1] instanceof Object value) {
				body.put(String.valueOf(fields[i]), value);
			}
		}
		return body;
	}

	@Override
	public void close() {
		this.http.close();
	}

}
