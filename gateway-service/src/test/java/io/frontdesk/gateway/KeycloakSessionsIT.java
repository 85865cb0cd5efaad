package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

import io.frontdesk.events.Person;
import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;
import io.frontdesk.local.stack.Ports;
import io.frontdesk.local.testing.RealKeycloak;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

/** Sessions here and at a real Keycloak, which knows this gateway by its address. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
		"frontdesk.gateway.client-secret=" + RealKeycloak.SECRET, "frontdesk.limits.enabled=false",
		"spring.kafka.producer.value-serializer=org.springframework.kafka.support.serializer.JacksonJsonSerializer"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@RealServers({Kind.POSTGRES, Kind.KAFKA})
class KeycloakSessionsIT {

	private static final int PORT = Ports.freePort();

	private static final String URL = "http://localhost:" + PORT;

	private static final RealKeycloak KEYCLOAK = new RealKeycloak(Ports.freePort(), URL, 1);

	private static final StandInService SERVICE = new StandInService();

	private static final String ALICE = "alice@frontdesk.test";

	private static final String CAROL = "carol@example.com";

	private final KafkaTemplate<Object, Object> kafka;

	/** The services make sure of the topic. */
	KeycloakSessionsIT(KafkaTemplate<Object, Object> kafka, KafkaAdmin admin) {
		this.kafka = kafka;
		admin.createOrModifyTopics(TopicBuilder.name(Topics.USER_CHANGED).partitions(12).compact().build());
	}

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("server.port", () -> PORT);
		registry.add("frontdesk.gateway.url", () -> URL);
		registry.add("frontdesk.gateway.ticket-url", SERVICE::url);
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
	}

	@BeforeAll
	static void start() {
		var outcome = KEYCLOAK.start();
		assertThat(outcome.isUp()).as(outcome.explanation()).isTrue();
	}

	@AfterAll
	static void stop() {
		KEYCLOAK.kill9();
	}

	@Test
	void logoutEndsKeycloaksSessionThoughTheBrowserFollowsNowhere() {
		var browser = loggedIn(ALICE);
		assertThat(sessions(ALICE)).isEqualTo(1);
		assertThat(browser.logOut().statusCode()).isEqualTo(302);
		assertThat(sessions(ALICE)).isZero();
		assertThat(browser.status("/api/v1/tickets")).isEqualTo(401);
	}

	@Test
	void logoutWhileKeycloakIsAwayIsMadeUpForWhenItIsBack() {
		var browser = loggedIn(ALICE);
		KEYCLOAK.kill9();
		try {
			var answer = browser.logOut();
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("You are logged out of Frontdesk");
			assertThat(browser.status("/api/v1/tickets")).isEqualTo(401);
		} finally {
			start();
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> sessions(ALICE) == 0);
	}

	@Test
	void sessionThatAnAdministratorEndsEndsHere() {
		var browser = loggedIn(ALICE);
		assertThat(KEYCLOAK.change("POST", "/users/%s/logout".formatted(id(ALICE)), "")).isEqualTo(204);
		assertThat(browser.status("/api/v1/tickets")).isEqualTo(401);
	}

	@Test
	void deactivatedPersonsSessionEndsHereAndAtKeycloakUntilTheyAreActiveAgain() {
		var browser = loggedIn(CAROL);
		tell(CAROL, false, 1);
		await().until(() -> browser.status("/api/v1/tickets") == 401);
		assertThat(sessions(CAROL)).isZero();
		tell(CAROL, true, 2);
		await().until(() -> loggedIn(CAROL).status("/api/v1/tickets") == 200);
	}

	@Test
	void rightThatIsGivenOrTakenCountsAtOnce() {
		var browser = loggedIn(ALICE);
		assertThat(rights(browser)).contains("ticket:write").doesNotContain("mail:manage");
		var mappings = "/users/%s/role-mappings/realm".formatted(id(ALICE));
		assertThat(KEYCLOAK.change("POST", mappings, "[" + KEYCLOAK.get("/roles/mail:manage") + "]")).isEqualTo(204);
		tell(ALICE, true, 1);
		await().untilAsserted(() -> assertThat(rights(browser)).contains("mail:manage"));
		assertThat(KEYCLOAK.change("DELETE", mappings, "[" + KEYCLOAK.get("/roles/mail:manage") + "]"))
				.isEqualTo(204);
		tell(ALICE, true, 2);
		await().untilAsserted(() -> assertThat(rights(browser)).doesNotContain("mail:manage"));
		browser.logOut();
	}

	private static Person of(String email) {
		return Person.of(email, "");
	}

	/** As org-service does. */
	private void tell(String email, boolean active, long version) {
		var user = new UserChanged(of(email).id(), email, "", "", null, false, active, version);
		this.kafka.send(user.topic(), user.key(), user).join();
	}

	private static UUID id(String email) {
		return UUID.fromString(KEYCLOAK.get("/users?exact=true&username=" + email).get(0).get("id").asString());
	}

	private static int sessions(String email) {
		return KEYCLOAK.get("/users/%s/sessions".formatted(id(email))).size();
	}

	private static RealBrowser loggedIn(String email) {
		var browser = new RealBrowser(URL);
		browser.logIn(Map.of("username", email, "password", "frontdesk"));
		return browser;
	}

	/** What the token says that the service is shown. */
	private static String rights(RealBrowser browser) {
		assertThat(browser.status("/api/v1/tickets")).isEqualTo(200);
		var token = String.valueOf(SERVICE.last().headers().getFirst("Authorization"));
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
	}

}
