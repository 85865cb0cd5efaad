package io.frontdesk.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.local.stack.Ports;
import io.frontdesk.local.testing.RealKeycloak;

/** The realm as Keycloak makes it: which client gives a token for a password, and what its tokens are good for. */
class RealmIT {

	private static final RealKeycloak KEYCLOAK = new RealKeycloak(Ports.freePort(), "http://localhost:8080", 1);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Made as org-service makes accounts, which have Keycloak's default roles, unlike imported ones. */
	private static final String DAN = "dan@frontdesk.test";

	@BeforeAll
	static void start() {
		var outcome = KEYCLOAK.start();
		assertThat(outcome.isUp()).as(outcome.explanation()).isTrue();
		assertThat(KEYCLOAK.change("POST", "/users", """
				{"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true, "firstName": "Dan",
				 "lastName": "Hall", "credentials": [{"type": "password", "value": "frontdesk"}]}""".formatted(DAN)))
				.isEqualTo(201);
		var roles = "/users/%s/role-mappings".formatted(id("/users?exact=true&username=" + DAN));
		give(roles + "/realm", "/roles/super-admin");
		var management = id("/clients?clientId=realm-management");
		give(roles + "/clients/" + management, "/clients/%s/roles/realm-admin".formatted(management));
	}

	private static String id(String query) {
		return KEYCLOAK.get(query).get(0).get("id").asString();
	}

	private static void give(String mappings, String role) {
		assertThat(KEYCLOAK.change("POST", mappings, "[" + KEYCLOAK.get(role) + "]")).isEqualTo(204);
	}

	@AfterAll
	static void stop() {
		KEYCLOAK.kill9();
	}

	@Test
	void onlyTheCommandLineGivesATokenForAPassword() {
		var clients = KEYCLOAK.get("/clients").valueStream().toList();
		assertThat(clients).extracting(client -> client.get("clientId").asString())
				.contains("admin-cli", "account", "account-console", "broker", "realm-management",
						"security-admin-console", "frontdesk-web", "frontdesk-org", "frontdesk-cli");
		assertThat(clients).filteredOn(RealmIT::givesATokenForAPassword)
				.extracting(client -> client.get("clientId").asString())
				.containsExactly("frontdesk-cli");
	}

	private static boolean givesATokenForAPassword(JsonNode client) {
		var form = passwordOf(DAN, client.get("clientId").asString());
		if (client.has("secret")) {
			form.put("client_secret", client.get("secret").asString());
		}
		return KEYCLOAK.tokens(form).statusCode() == 200;
	}

	@Test
	void tokenOfTheCommandLineIsForTheApiAlone() {
		var claims = claims(token(DAN));
		assertThat(claims.get("aud").asString()).isEqualTo("frontdesk-api");
		assertThat(claims.has("resource_access")).isFalse();
		assertThat(claims.at("/realm_access/roles").valueStream().map(JsonNode::asString)).contains("super-admin",
				"ticket:read").doesNotContain("offline_access", "uma_authorization", "default-roles-frontdesk");
	}

	@ParameterizedTest
	@CsvSource({"GET, /account", "GET, /account/sessions", "GET, /account/credentials", "GET, /account/applications",
			"DELETE, /account/sessions", "POST, /account"})
	void tokenOfTheCommandLineChangesAndReadsNothingOfTheAccount(String method, String path) throws Exception {
		assertThat(account(method, path, token(DAN))).isIn(401, 403);
	}

	@ParameterizedTest
	@CsvSource({"GET, /users", "GET, /clients", "GET, /events", "POST, /users", "PUT, ''"})
	void tokenOfTheCommandLineAdministersNothing(String method, String path) {
		assertThat(KEYCLOAK.admin(method, path, "{}", token(DAN)).statusCode()).isIn(401, 403);
	}

	@Test
	void nobodyGetsATokenThatOutlivesTheSession() {
		var form = passwordOf(DAN, "frontdesk-cli");
		form.put("scope", "openid offline_access");
		var answer = KEYCLOAK.tokens(form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
	}

	@Test
	void tokenOfABrowsersSessionIsForTheApiAlone() {
		var claims = KEYCLOAK.get("/clients/%s/evaluate-scopes/generate-example-access-token?scope=openid&userId=%s"
				.formatted(id("/clients?clientId=frontdesk-web"), id("/users?exact=true&username=" + DAN)));
		assertThat(claims.get("aud").asString()).isEqualTo("frontdesk-api");
		assertThat(claims.has("resource_access")).isFalse();
		assertThat(claims.at("/realm_access/roles").valueStream().map(JsonNode::asString)).contains("super-admin",
				"mail:manage");
		assertThat(claims.get("email").asString()).isEqualTo(DAN);
	}

	@Test
	void orgServiceManagesUsersAndNothingElse() throws Exception {
		var answer = KEYCLOAK.tokens(Map.of("grant_type", "client_credentials", "client_id", "frontdesk-org",
				"client_secret", RealKeycloak.SECRET));
		var token = JSON.readTree(answer.body()).get("access_token").asString();
		assertThat(claims(token).get("aud").asString()).isEqualTo("realm-management");
		assertThat(KEYCLOAK.admin("GET", "/users", "", token).statusCode()).isEqualTo(200);
		var roles = "/users/%s/role-mappings/realm".formatted(id("/users?exact=true&username=carol@example.com"));
		assertThat(KEYCLOAK.admin("GET", roles + "/available", "", token).body()).contains("\"ticket:read\"");
		assertThat(KEYCLOAK.admin("GET", roles, "", token).body()).contains("\"client\"");
		for (var path : List.of("/clients", "/events", "/admin-events", "/components",
				"/identity-provider/instances")) {
			assertThat(KEYCLOAK.admin("GET", path, "", token).statusCode()).as(path).isEqualTo(403);
		}
		assertThat(KEYCLOAK.admin("PUT", "", "{\"sslRequired\": \"none\"}", token).statusCode()).isEqualTo(403);
		assertThat(account("GET", "/account/sessions", token)).isIn(401, 403);
	}

	@Test
	void strangerRegistersNoClient() throws Exception {
		var request = HttpRequest
				.newBuilder(URI.create(KEYCLOAK.issuer() + "/clients-registrations/openid-connect"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"redirect_uris\": [\"https://evil.example/\"]}"));
		assertThat(status(request)).isIn(401, 403);
	}

	private static Map<String, String> passwordOf(String user, String client) {
		return new HashMap<>(Map.of("grant_type", "password", "client_id", client, "username", user, "password",
				"frontdesk", "scope", "openid"));
	}

	private static String token(String user) {
		return JSON.readTree(KEYCLOAK.tokens(passwordOf(user, "frontdesk-cli")).body()).get("access_token").asString();
	}

	private static JsonNode claims(String token) {
		return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
	}

	private static int account(String method, String path, String token) throws IOException, InterruptedException {
		return status(HttpRequest.newBuilder(URI.create(KEYCLOAK.issuer() + path))
				.header("Authorization", "Bearer " + token)
				.header("Accept", "application/json")
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(method.equals("POST") ? "{\"firstName\": \"Eve\"}" : "")));
	}

	private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (var http = HttpClient.newHttpClient()) {
			return http.send(request.build(), BodyHandlers.discarding()).statusCode();
		}
	}

}
