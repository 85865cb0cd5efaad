package io.frontdesk.org.users.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.events.Person;
import io.frontdesk.events.reference.AddressProofs;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.local.keycloak.Keycloak;
import io.frontdesk.local.keycloak.KeycloakSettings;
import io.frontdesk.local.keycloak.Realm;
import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.stack.Ports;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.SharedServers;
import io.frontdesk.org.Api;
import io.frontdesk.org.users.http.KeycloakAdmin.RealmRole;

/** One real Keycloak, which is away at first; a minute to start it, so one test walks through it all. */
@SpringBootTest
@AutoConfigureMockMvc
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA, RealServers.Kind.MAIL})
class KeycloakAccountsIT {

	private static final int PORT = Ports.freePort();

	private static final String ISSUER = "http://localhost:%d/realms/frontdesk".formatted(PORT);

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	/** Where a later test run looks for servers that a killed one left behind. */
	private static final Path HOME = Path.of("target", "real-servers", Long.toString(ProcessHandle.current().pid()))
			.toAbsolutePath();

	private final Api root;

	private final MailClient mail;

	private final KeycloakAdmin admin;

	private final JdbcClient jdbc;

	private final ServerProcess keycloak;

	@Autowired
	KeycloakAccountsIT(MockMvcTester mvc, MailClient mail, KeycloakAdmin admin, JdbcClient jdbc) throws IOException {
		this.root = new Api(mvc, Callers.superAdmin());
		this.mail = mail;
		this.admin = admin;
		this.jdbc = jdbc;
		this.keycloak = new ServerProcess(keycloak(mail.smtpPort()), new RunDirectory(HOME.resolve("keycloak-run")));
	}

	@DynamicPropertySource
	static void whereKeycloakWillBe(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", () -> ISSUER);
		registry.add("frontdesk.identity.client-secret", () -> SECRET);
		registry.add("frontdesk.reference.key", () -> SECRET);
	}

	@AfterEach
	void stop() {
		this.keycloak.kill9();
	}

	@Test
	void accountsFollowTheDirectory() throws Exception {
		var staff = this.root.created("/users",
				"{\"email\": \"kim@frontdesk.test\", \"firstName\": \"Kim\", \"staff\": true, \"login\": true}");
		awaitAccount(staff, "pending", "Keycloak does not answer");
		var outcome = this.keycloak.start();
		assertThat(outcome.isUp()).as(outcome.explanation()).isTrue();
		awaitAccount(staff, "active", null);

		isMadeAsWantedAndInvited(staff);
		selectedFeaturesBecomeRoles(staff);
		invitationToAnAddressOfBeforeOpensNothing(staff);
		addressOfSomebodyElseIsNoLoginUntilItIsProven();
		existingAccountIsAdoptedAndItsSessionsEnd();
		nobodyIsDemotedByBeingEntered();
		whatKeycloakRefusesFailsWithAReasonUntilItIsPutRight();
	}

	private void isMadeAsWantedAndInvited(String staff) throws Exception {
		var account = account("kim@frontdesk.test");
		assertThat(account.path("emailVerified").asBoolean()).isFalse();
		assertThat(account.at("/attributes/frontdesk_user_id/0").asString()).isEqualTo(Api.id(staff));
		assertThat(account.get("requiredActions").valueStream().map(JsonNode::asString))
				.containsExactlyInAnyOrder("UPDATE_PASSWORD", "VERIFY_EMAIL");
		assertThat(roles("kim@frontdesk.test")).contains("admin", "ticket:read", "ticket:write", "org:read",
				"user:read", "report:read").doesNotContain("client", "super-admin", "mail:read");
		assertThat(this.mail.inbox("kim@frontdesk.test")).singleElement()
				.satisfies(it -> assertThat(it.readable()).contains("/login-actions/action-token"));
	}

	private void selectedFeaturesBecomeRoles(String staff) {
		assertThat(this.root.put(staff + "/features", "{\"features\": [\"mail:read\", \"ticket:read\"]}"))
				.hasStatusOk();
		awaitAccount(staff, "active", null);
		assertThat(roles("kim@frontdesk.test")).contains("admin", "mail:read", "ticket:read")
				.doesNotContain("ticket:write", "report:read");
	}

	private void invitationToAnAddressOfBeforeOpensNothing(String staff) throws Exception {
		var before = account("kim@frontdesk.test").get("id").asString();
		assertThat(this.root.patch(staff, "{\"lastName\": \"Lund\"}")).hasStatusOk();
		changeAddress(this.root, staff, "kim.lund@frontdesk.test");
		await().atMost(Duration.ofMinutes(2)).untilAsserted(
				() -> assertThat(this.admin.usersByEmail("kim.lund@frontdesk.test")).isNotEmpty());
		awaitAccount(staff, "active", null);
		var account = account("kim.lund@frontdesk.test");
		assertThat(account.get("id").asString()).isNotEqualTo(before);
		assertThat(account.path("username").asString()).isEqualTo("kim.lund@frontdesk.test");
		assertThat(account.path("lastName").asString()).isEqualTo("Lund");
		assertThat(account.path("emailVerified").asBoolean()).isFalse();
		assertThat(account.at("/attributes/frontdesk_user_id/0").asString()).isEqualTo(Api.id(staff));
		assertThat(this.admin.usersByEmail("kim@frontdesk.test")).isEmpty();
		assertThat(this.mail.inbox("kim@frontdesk.test")).hasSize(1);
		assertThat(this.mail.inbox("kim.lund@frontdesk.test")).singleElement()
				.satisfies(it -> assertThat(it.readable()).contains("/login-actions/action-token"));
		assertThat(roles("kim.lund@frontdesk.test")).contains("admin", "mail:read").doesNotContain("ticket:write");
	}

	/** An admin gives a client's account an address of their own, to ask for a new password there. */
	private void addressOfSomebodyElseIsNoLoginUntilItIsProven() throws Exception {
		var writer = this.root.as(Callers.admin(Features.USER_READ, Features.USER_WRITE));
		this.admin.create(JsonNodeFactory.instance.objectNode().put("username", "vic@example.com")
				.put("email", "vic@example.com").put("emailVerified", true).put("enabled", true)
				.put("firstName", "Vic").put("lastName", "Tim")
				.set("credentials", JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode()
						.put("type", "password").put("value", "frontdesk").put("temporary", false))));
		var vic = writer.created("/users", "{\"email\": \"vic@example.com\", \"firstName\": \"Vic\", "
				+ "\"lastName\": \"Tim\", \"login\": true}");
		awaitAccount(vic, "active", null);
		var token = token("vic@example.com");
		assertThat(userInfo(token)).isEqualTo(200);
		assertThat(writer.patch(vic, "{\"email\": \"mallory@evil.example\", \"lastName\": \"Other\"}")).hasStatusOk();
		awaitAccount(vic, "active", null);
		assertThat(account("vic@example.com").path("lastName").asString()).as("Keycloak was told").isEqualTo("Other");
		assertThat(this.admin.usersByEmail("mallory@evil.example")).isEmpty();
		assertThat(userInfo(token)).isEqualTo(200);

		changeAddress(this.root, vic, "vic.new@example.com");
		await().atMost(Duration.ofMinutes(2)).untilAsserted(
				() -> assertThat(this.admin.usersByEmail("vic.new@example.com")).isNotEmpty());
		awaitAccount(vic, "active", null);
		var account = account("vic.new@example.com");
		assertThat(account.path("username").asString()).isEqualTo("vic.new@example.com");
		assertThat(account.path("emailVerified").asBoolean()).as("Keycloak finds that out itself").isFalse();
		assertThat(account.get("requiredActions").valueStream().map(JsonNode::asString)).contains("VERIFY_EMAIL");
		assertThat(userInfo(token)).as("the session of before").isEqualTo(401);
	}

	private void changeAddress(Api as, String path, String address) {
		assertThat(as.patch(path, "{\"email\": \"%s\"}".formatted(address))).hasStatusOk();
		var wish = this.jdbc.sql("select pending_wish from users where id = ?").param(UUID.fromString(Api.id(path)))
				.query(UUID.class).single();
		assertThat(this.root.mvc().post().uri("/address-proofs").contentType(MediaType.APPLICATION_JSON).content(
				"{\"token\": \"%s\"}".formatted(new AddressProofs(SECRET).token(wish, address))).exchange())
				.hasStatus(204);
	}

	private void existingAccountIsAdoptedAndItsSessionsEnd() throws Exception {
		var token = token("carol@example.com");
		assertThat(userInfo(token)).isEqualTo(200);
		var carol = this.root.created("/users", "{\"email\": \"carol@example.com\", \"firstName\": \"Carol\", "
				+ "\"lastName\": \"Client\", \"login\": true}");
		awaitAccount(carol, "active", null);
		assertThat(account("carol@example.com").at("/attributes/frontdesk_user_id/0").asString())
				.isEqualTo(Person.idOf("carol@example.com").toString());
		assertThat(this.mail.inbox("carol@example.com")).isEmpty();
		assertThat(userInfo(token)).isEqualTo(200);

		assertThat(this.root.delete(carol)).hasStatus(204);
		awaitAccount(carol, "disabled", null);
		assertThat(new Tokens(ISSUER).forPassword("carol@example.com", "frontdesk"))
				.isInstanceOf(Tokens.Answer.Refused.class);
		assertThat(this.root.patch(carol, "{\"active\": true}")).hasStatusOk();
		awaitAccount(carol, "active", null);
		assertThat(userInfo(token)).as("the session of before").isEqualTo(401);
		assertThat(userInfo(token("carol@example.com"))).isEqualTo(200);
	}

	private void nobodyIsDemotedByBeingEntered() {
		var writer = this.root.as(Callers.admin(Features.USER_WRITE));
		var path = writer.created("/users", "{\"email\": \"alice@frontdesk.test\", \"login\": true}");
		awaitAccount(path, "failed", "Keycloak has this account, with a higher role.");
		assertThat(roles("alice@frontdesk.test")).contains("admin", "ticket:write");
	}

	private void whatKeycloakRefusesFailsWithAReasonUntilItIsPutRight() {
		var eve = this.root.created("/users",
				"{\"email\": \"eve@example.org\", \"firstName\": \"<script>\", \"login\": true}");
		awaitAccount(eve, "failed", "Keycloak refused the account: 400");
		assertThat(this.root.patch(eve, "{\"firstName\": \"Eve\"}")).hasStatusOk();
		awaitAccount(eve, "active", null);
		assertThat(roles("eve@example.org")).contains("client").doesNotContain("admin");
	}

	private void awaitAccount(String path, String state, String reason) {
		await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			var account = Api.json(this.root.get(path)).get("account");
			assertThat(account.get("state").asString()).as(account.toString()).isEqualTo(state);
			assertThat(account.get("reason").asString("")).startsWith((reason != null) ? reason : "");
		});
	}

	private ObjectNode account(String email) {
		return this.admin.user(this.admin.usersByEmail(email).getFirst().get("id").asString());
	}

	private java.util.Set<String> roles(String email) {
		return this.admin.rolesOf(account(email).get("id").asString()).stream().map(RealmRole::name)
				.collect(Collectors.toSet());
	}

	private static String token(String user) throws Exception {
		return ((Tokens.Answer.Granted) new Tokens(ISSUER).forPassword(user, "frontdesk")).token();
	}

	private static int userInfo(String token) throws Exception {
		var request = HttpRequest.newBuilder(URI.create(ISSUER + "/protocol/openid-connect/userinfo"))
				.header("Authorization", "Bearer " + token)
				.build();
		try (var client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
	}

	private static Keycloak keycloak(int smtpPort) throws IOException {
		var database = SharedServers.freshDatabase();
		var settings = new KeycloakSettings(database.url(), database.name(), database.password(), SECRET, realm(),
				Map.of("FRONTDESK_GATEWAY_URL", "http://localhost:8080", "FRONTDESK_GATEWAY_CLIENTSECRET", SECRET,
						"FRONTDESK_ORG_CLIENTSECRET", SECRET, "FRONTDESK_SMTP_PORT", Integer.toString(smtpPort)),
				identity().resolve("themes"));
		return new Keycloak(Distribution.found(), HOME.resolve("keycloak"), HOME.resolve("keycloak.log"),
				new Port("a free port", PORT), settings);
	}

	private static Path identity() {
		return Path.of(System.getProperty("frontdesk.root"), "identity");
	}

	private static Realm realm() throws IOException {
		var folder = identity().resolve("realm");
		var realms = Stream.of("frontdesk-realm.json", "local-overlay.json").map(folder::resolve).toList();
		return Realm.parse(Files.readString(realms.getFirst()))
				.overlaidWith(Realm.parse(Files.readString(realms.getLast())));
	}

}
