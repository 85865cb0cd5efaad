package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.http.listing.Cursors;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret", "frontdesk.gateway.notification-url=http://localhost:1"})
@RealServers({Kind.POSTGRES, Kind.KAFKA})
class DeadLettersIT {

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final ScriptedService TICKET = new ScriptedService(), ORG = new ScriptedService(),
			MAIL = new ScriptedService();

	@LocalServerPort
	private int port;

	private final Cursors cursors;

	private Browser browser;

	@Autowired
	DeadLettersIT(Cursors cursors) {
		this.cursors = cursors;
	}

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.ticket-url", TICKET::url);
		registry.add("frontdesk.gateway.org-url", ORG::url);
		registry.add("frontdesk.gateway.mail-ingest-url", MAIL::url);
	}

	@BeforeEach
	void logIn() {
		this.browser = new Browser(this.port, KEYCLOAK);
		this.browser.logIn("/");
		List.of(TICKET, ORG, MAIL).forEach(service -> service.answers(200, list(false)));
	}

	@Test
	void lettersOfAllServicesAreOneListAndWhoIsAwayIsNamed() {
		TICKET.answers(200, list(false, letter("ticket", 7, "03"), letter("ticket", 3, "01")));
		MAIL.answers(200, list(false, letter("mail-ingest", 10, "03"), letter("mail-ingest", 9, "03"),
				letter("mail-ingest", 8, "02")));
		var page = json(this.browser.fetch("/api/v1/dead-letters"));
		assertThat(page.get("items").valueStream().map(letter -> letter.get("id").asString())).containsExactly(
				"mail-ingest-10", "mail-ingest-9", "ticket-7", "mail-ingest-8", "ticket-3");
		assertThat(page.get("nextCursor").isNull()).isTrue();
		assertThat(page.get("total").asInt()).isEqualTo(5);
		assertThat(page.get("totalCapped").asBoolean()).isFalse();
		assertThat(page.get("unavailable").valueStream().map(JsonNode::asString)).containsExactly("notification");
	}

	@Test
	void pageEndsWithACursorThatEveryServiceIsAskedWith() {
		TICKET.answers(200, list(true, letter("ticket", 7, "03"), letter("ticket", 3, "01")));
		MAIL.answers(200, list(false, letter("mail-ingest", 8, "02")));
		var cursor = json(this.browser.fetch("/api/v1/dead-letters?limit=2&reason=a%20%2B%25")).get("nextCursor")
				.asString();
		SecurityContextHolder.getContext()
				.setAuthentication(new TestingAuthenticationToken("alice",
						Jwt.withTokenValue("test").header("alg", "none").subject("alice").build()));
		String place = this.cursors.take("dead-letters", cursor, Pattern.compile(".*"), text -> text);
		assertThat(place).as("as the services take it, of the same caller").isEqualTo("2000 mail-ingest-8");
		this.browser.fetch("/api/v1/dead-letters?limit=2&cursor=" + cursor);
		assertThat(List.of(TICKET, ORG, MAIL)).allSatisfy(service -> {
			assertThat(service.asked()).contains("GET /api/v1/dead-letters?reason=a%20%2B%25&limit=2 ",
					"GET /api/v1/dead-letters?cursor=" + cursor + "&limit=2 ");
			assertThat(service.tokens()).allMatch(token -> token.startsWith("Bearer ey"));
		});
	}

	@Test
	void whatAServiceRefusesIsRefused() {
		ORG.answers(403, "{\"type\": \"/problems/forbidden\"}");
		var answer = this.browser.fetch("/api/v1/dead-letters");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("/problems/forbidden");
	}

	@Test
	void serviceThatFailsIsAwayAndIfAllAreThatIsAProblem() {
		List.of(TICKET, ORG, MAIL).forEach(service -> service.answers(500, "{}"));
		var answer = this.browser.fetch("/api/v1/dead-letters");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("/problems/service-unavailable");
		TICKET.answers(200, list(false));
		assertThat(json(this.browser.fetch("/api/v1/dead-letters")).get("unavailable").valueStream()
				.map(JsonNode::asString)).containsExactly("mail-ingest", "notification", "org");
	}

	@Test
	void allOfAReasonAreSentAgainByEveryServiceAndCountedTogether() {
		TICKET.answers(200, "{\"handled\": 2, \"failed\": 1, \"waiting\": 5, \"unavailable\": []}");
		ORG.answers(200, "{\"handled\": 0, \"failed\": 0, \"waiting\": 0, \"unavailable\": []}");
		MAIL.answers(200, "{\"handled\": 1, \"failed\": 0, \"waiting\": 1, \"unavailable\": []}");
		assertThat(json(this.browser.post("/api/v1/dead-letters/resend",
				BodyPublishers.ofString("{\"reason\": \"Ink\"}"))))
				.isEqualTo(JsonMapper.shared().readTree("""
						{"handled": 3, "failed": 1, "waiting": 6, "unavailable": ["notification"]}"""));
		assertThat(TICKET.asked()).contains("POST /api/v1/dead-letters/resend {\"reason\": \"Ink\"}");
	}

	@Test
	void oneLetterIsSentAgainByTheServiceThatHasIt() {
		MAIL.answers(200, "{\"id\": \"mail-ingest-8\"}");
		var answer = this.browser.post("/api/v1/dead-letters/mail-ingest-8/resend", BodyPublishers.noBody());
		assertThat(answer.body()).isEqualTo("{\"id\": \"mail-ingest-8\"}");
		assertThat(MAIL.asked()).contains("POST /api/v1/dead-letters/mail-ingest-8/resend ");
		assertThat(this.browser.post("/api/v1/dead-letters/nothing/resend", BodyPublishers.noBody()).statusCode())
				.as("an id of nobody goes to the last service, which is away")
				.isEqualTo(503);
	}

	private static String list(boolean more, String... letters) {
		return "{\"items\": [%s], \"nextCursor\": %s, \"total\": %d, \"totalCapped\": false, \"unavailable\": []}"
				.formatted(String.join(",", letters), more ? "\"more\"" : "null", letters.length);
	}

	private static String letter(String service, int number, String second) {
		return "{\"id\": \"%s-%d\", \"service\": \"%1$s\", \"failedAt\": \"1970-01-01T00:00:%sZ\"}".formatted(service,
				number, second);
	}

	private static JsonNode json(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

}
