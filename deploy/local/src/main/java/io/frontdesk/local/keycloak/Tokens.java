package io.frontdesk.local.keycloak;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens for scripts, from the client that only the local realm has. */
public record Tokens(String issuer) {

	public Answer forPassword(String user, String password) throws IOException, InterruptedException {
		Map<String, String> form = Map.of("grant_type", "password", "client_id", "frontdesk-cli", "username", user,
				"password", password, "scope", "openid");
		String body = form.entrySet()
				.stream()
				.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.issuer + "/protocol/openid-connect/token"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			return read(response.statusCode(), response.body());
		} catch (ConnectException _) {
			return new Answer.Refused("Keycloak does not answer. Is Frontdesk up? (./frontdesk status)");
		}
	}

	private static Answer read(int status, String body) {
		if (status != 200) {
			return new Answer.Refused("Keycloak refused (%d): %s".formatted(status, body));
		}
		JsonNode json = JsonMapper.builder().build().readTree(body);
		return new Answer.Granted(json.get("access_token").asString());
	}

	/** A token or why there is none. */
	public sealed interface Answer {

		record Granted(String token) implements Answer {}

		record Refused(String reason) implements Answer {}

	}

}
