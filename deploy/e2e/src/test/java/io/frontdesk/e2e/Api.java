package io.frontdesk.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API through the gateway. */
record Api(String url, Optional<String> token) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer patch(String path, String body) {
		return send(request(path).header("Content-Type", "application/json")
				.method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		var request = HttpRequest.newBuilder(URI.create(this.url + path));
		this.token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
		return request;
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		} catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String type() {
			return this.response.headers().firstValue("Content-Type").orElse("");
		}

		JsonNode json() {
			return JSON.readTree(this.response.body());
		}

	}

}
