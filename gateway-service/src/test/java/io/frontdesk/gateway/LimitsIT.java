package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

/** With so low limits that a test meets them; each caller is one of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret", "frontdesk.limits.caller.burst=3",
		"frontdesk.limits.caller.per-second=1", "frontdesk.limits.upload.burst=1",
		"frontdesk.limits.upload.per-second=1", "frontdesk.limits.anonymous.burst=40",
		"frontdesk.limits.anonymous.per-second=1"})
@RealServers({Kind.POSTGRES, Kind.KAFKA})
class LimitsIT {

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final StandInService TICKETS = new StandInService();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.ticket-url", TICKETS::url);
	}

	@Test
	void whoAsksTooOftenIsToldWhenToComeBack() {
		var answer = get("frank");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(header(answer, "RateLimit-Limit")).isEqualTo("3");
		assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("2");
		get("frank");
		get("frank");
		var refused = get("frank");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(refused.body()).contains("\"type\":\"/problems/too-many-requests\"");
		assertThat(header(refused, "Retry-After")).isEqualTo("1");
		assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
		assertThat(header(refused, "Content-Security-Policy")).isNotEmpty();
		assertThat(get("gina").statusCode()).as("another caller from the same address").isEqualTo(200);
	}

	@Test
	void uploadsAreFewer() {
		assertThat(upload("henry").statusCode()).isEqualTo(200);
		assertThat(upload("henry").statusCode()).isEqualTo(429);
		assertThat(get("henry").statusCode()).isEqualTo(200);
	}

	@Test
	void guessedTokensCountForTheAddress() {
		var browser = new Browser(this.port, KEYCLOAK);
		var statuses = IntStream.range(0, 60)
				.map(_ -> browser.fetch("/api/v1/tickets", "Authorization", "Bearer guess").statusCode())
				.boxed()
				.toList();
		assertThat(statuses).startsWith(401).endsWith(429).containsOnly(401, 429);
		assertThat(browser.fetch("/api/v1/tickets").statusCode()).as("without a token").isEqualTo(429);
		assertThat(browser.fetch("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(browser.fetch("/assets/index-0a1b2c3d.js").statusCode()).isEqualTo(200);
		assertThat(get("ivan").statusCode()).as("somebody with a token").isEqualTo(200);
	}

	private HttpResponse<String> get(String who) {
		return new Browser(this.port, KEYCLOAK).fetch("/api/v1/tickets", "Authorization", token(who));
	}

	private HttpResponse<String> upload(String who) {
		return new Browser(this.port, KEYCLOAK).send("POST", "/api/v1/attachments", BodyPublishers.ofString("file"),
				"Authorization", token(who));
	}

	private static String token(String who) {
		return "Bearer " + KEYCLOAK.signed(KEYCLOAK.accessToken().subject(who).build());
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

}
