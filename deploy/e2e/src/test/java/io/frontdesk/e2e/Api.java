package io.frontdesk.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API through the gateway. */
public record Api(String url, Optional<String> token) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	public Answer get(String path) {
		return send(request(path).GET());
	}

	/** What all pages of a list have. */
	public List<JsonNode> all(String path) {
		var items = new ArrayList<JsonNode>();
		var first = path + (path.contains("?") ? "&" : "?") + "limit=200";
		var page = found(first);
		page.get("items").forEach(items::add);
		while (!page.get("nextCursor").isNull()) {
			page = found(first + "&cursor=" + page.get("nextCursor").asString());
			page.get("items").forEach(items::add);
		}
		return items;
	}

	/** What must be there. */
	public JsonNode found(String path) {
		var answer = get(path);
		if (answer.status() != 200) {
			throw new AssertionError("GET %s: %s".formatted(path, answer));
		}
		return answer.json();
	}

	public Answer patch(String path, String body, String... headers) {
		return json("PATCH", path, body, headers);
	}

	public Answer post(String path, String body, String... headers) {
		return json("POST", path, body, headers);
	}

	public Answer json(String method, String path, String body, String... headers) {
		var request = request(path).setHeader("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body));
		for (var i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	/** What must be there afterwards. */
	public JsonNode created(String path, String body) {
		var answer = post(path, body);
		if (answer.status() != 201) {
			throw new AssertionError("POST %s: %s".formatted(path, answer));
		}
		return answer.json();
	}

	HttpRequest.Builder request(String path) {
		var request = HttpRequest.newBuilder(URI.create(this.url + path));
		this.token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
		return request;
	}

	static Answer send(HttpRequest.Builder request) {
		try {
			var sent = request.build();
			var answer = new Answer(HTTP.send(sent, HttpResponse.BodyHandlers.ofString()));
			Documented.check(sent.method(), sent.uri().getRawPath(), answer.status(), answer.response().headers(),
					answer.body());
			return answer;
		} catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public record Answer(HttpResponse<String> response) {

		String body() {
			return this.response.body();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		int status() {
			return this.response.statusCode();
		}

		String type() {
			return header("Content-Type");
		}

		JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		@Override
		public String toString() {
			return status() + " " + this.response.body();
		}

	}

}
