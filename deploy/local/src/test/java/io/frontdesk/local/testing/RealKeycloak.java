package io.frontdesk.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.local.keycloak.Keycloak;
import io.frontdesk.local.keycloak.KeycloakSettings;
import io.frontdesk.local.keycloak.Realm;
import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.process.StartOutcome;

/** Keycloak with the realm of a local stack, for one test class: it takes half a minute to start. */
public final class RealKeycloak {

	/** Of every client that has one, and the administrator's password. */
	public static final String SECRET = "0123456789abcdef0123456789abcdef";

	/** Where a later test run looks for servers that a killed one left behind. */
	private static final Path HOME = Path.of("target", "real-servers", Long.toString(ProcessHandle.current().pid()))
			.toAbsolutePath();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	private final ServerProcess process;

	public RealKeycloak(int port, String gatewayUrl, int smtpPort) {
		var database = SharedServers.freshDatabase();
		var settings = new KeycloakSettings(database.url(), database.name(), database.password(), SECRET, realm(),
				Map.of("FRONTDESK_GATEWAY_URL", gatewayUrl, "FRONTDESK_GATEWAY_CLIENTSECRET", SECRET,
						"FRONTDESK_ORG_CLIENTSECRET", SECRET, "FRONTDESK_SMTP_PORT", Integer.toString(smtpPort)),
				identity().resolve("themes"));
		this.port = port;
		this.process = new ServerProcess(
				new Keycloak(Distribution.found(), HOME.resolve("keycloak"), HOME.resolve("keycloak.log"),
						new Port("a free port", port), settings),
				new RunDirectory(HOME.resolve("keycloak-run")));
	}

	private static Realm realm() {
		var folder = identity().resolve("realm");
		return read(folder.resolve("frontdesk-realm.json")).overlaidWith(read(folder.resolve("local-overlay.json")));
	}

	private static Path identity() {
		return Path.of(System.getProperty("frontdesk.root"), "identity");
	}

	private static Realm read(Path file) {
		try {
			return Realm.parse(Files.readString(file));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String issuer() {
		return "http://localhost:%d/realms/frontdesk".formatted(this.port);
	}

	public StartOutcome start() {
		return this.process.start();
	}

	public void kill9() {
		this.process.kill9();
	}

	/** What the token endpoint answers. */
	public HttpResponse<String> tokens(Map<String, String> form) {
		return tokens(issuer(), form);
	}

	/** As Keycloak's administrator; the path begins below the realm, as in "/users". */
	public JsonNode get(String path) {
		return JSON.readTree(asAdministrator("GET", path, "").body());
	}

	/** @return the status */
	public int change(String method, String path, String json) {
		return asAdministrator(method, path, json).statusCode();
	}

	public HttpResponse<String> admin(String method, String path, String json, String token) {
		return send(HttpRequest.newBuilder(URI.create(issuer().replace("/realms/", "/admin/realms/") + path))
				.header("Authorization", "Bearer " + token)
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(json)));
	}

	private HttpResponse<String> asAdministrator(String method, String path, String json) {
		var answer = tokens(issuer().replace("frontdesk", "master"),
				Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", SECRET));
		return admin(method, path, json, JSON.readTree(answer.body()).path("access_token").asString());
	}

	private HttpResponse<String> tokens(String realm, Map<String, String> form) {
		var body = form.entrySet().stream()
				.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
