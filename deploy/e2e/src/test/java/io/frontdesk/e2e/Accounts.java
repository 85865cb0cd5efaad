package io.frontdesk.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes logins as Keycloak's administrator; their password is that of the demo logins. */
final class Accounts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String keycloak;

	private final String token;

	Accounts() {
		var stack = Frontdesk.stack();
		this.keycloak = stack.issuer().replace("/realms/frontdesk", "");
		this.token = token(stack.secrets().get("keycloak.admin"));
	}

	/** @return the address, for {@link Frontdesk#api} */
	String create(String email, List<String> roles) {
		return create(email, "Test", "Walker", roles);
	}

	String create(String email, String firstName, String lastName, List<String> roles) {
		var user = Map.of("username", email, "email", email, "emailVerified", true, "enabled", true, "firstName",
				firstName, "lastName", lastName, "credentials",
				List.of(Map.of("type", "password", "value", "frontdesk", "temporary", false)));
		var created = send(request("/users").POST(json(user)));
		var id = created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
		var representations = roles.stream().map(role -> read(send(request("/roles/" + role).GET()))).toList();
		send(request("/users/" + id + "/role-mappings/realm").POST(json(representations)));
		return email;
	}

	private String token(String password) {
		var form = "grant_type=password&client_id=admin-cli&username=admin&password="
				+ URLEncoder.encode(password, StandardCharsets.UTF_8);
		var answer = send(HttpRequest
				.newBuilder(URI.create(this.keycloak + "/realms/master/protocol/openid-connect/token"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form)));
		return read(answer).get("access_token").asString();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.keycloak + "/admin/realms/frontdesk" + path))
				.header("Authorization", "Bearer " + this.token)
				.header("Content-Type", "application/json");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			var answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new IllegalStateException("%s: %s".formatted(answer, answer.body()));
			}
			return answer;
		} catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpRequest.BodyPublisher json(Object value) {
		return BodyPublishers.ofString(JSON.writeValueAsString(value));
	}

	private static JsonNode read(HttpResponse<String> answer) {
		return JSON.readTree(answer.body());
	}

}
