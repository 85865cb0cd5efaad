package io.frontdesk.gateway;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.frontdesk.http.container.RawConnection;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Clients that hold on to what they have, and many at once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret", "frontdesk.connections.patience=1s",
		"frontdesk.connections.per-address=40", "server.tomcat.connection-timeout=2s",
		"frontdesk.limits.stream.caller=3",
		"frontdesk.limits.stream.address=5", "frontdesk.limits.open.caller=6", "frontdesk.limits.anonymous.burst=1000"})
@RealServers(Kind.POSTGRES)
class EdgeIT {

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final StandInService TICKETS = new StandInService();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.ticket-url", TICKETS::url);
	}

	@AfterAll
	static void endStreams() {
		TICKETS.heard();
	}

	@Test
	void headThatDripsIsCutOff() {
		try (var drip = connect().send("GET /api/v1/tickets HTTP/1.1\r\nHost: a\r\nX-Slow: ")) {
			await().until(() -> drip.send("x").hasEnded());
		}
	}

	@ParameterizedTest
	@CsvSource({"/api/v1/attachments, Content-Length: 1000", "/api/v1/tickets, Content-Length: 1000",
			"/api/v1/tickets, Transfer-Encoding: chunked", "/api/v1/nothing, Content-Length: 1000"})
	void bodyThatDripsIsCutOff(String path, String length) {
		try (var drip = connect().send("POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\n%s\r\n\r\n3e8\r\n"
				.formatted(path, token("dripper"), length))) {
			await().until(() -> drip.send("x").hasEnded());
		}
	}

	@Test
	void whoSendsTooSlowlyIsToldSo() {
		try (var drip = connect()
				.send("POST /api/v1/attachments HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\nContent-Length: 9\r\n\r\nx"
						.formatted(token("slow")))) {
			var said = new StringBuilder();
			await().until(() -> drip.hasEnded(said));
			assertThat(said.toString()).startsWith("HTTP/1.1 408 ").contains("\"/problems/request-timeout\"");
		}
	}

	@Test
	void bodyOfNobodyMayNotDripEither() {
		try (var drip = connect().send("POST /api/v1/tickets HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")) {
			assertThat(drip.read("HTTP/1.1 401".length())).isEqualTo("HTTP/1.1 401");
			await().until(() -> drip.send("x").hasEnded());
		}
	}

	@Test
	void oneAddressMayNotHaveAllConnections() {
		var open = new ArrayList<RawConnection>();
		try {
			await().until(() -> {
				var many = IntStream.range(0, 45).mapToObj(_ -> connect()).toList();
				open.addAll(many);
				return many.subList(40, 45).stream().allMatch(RawConnection::hasEnded);
			});
		} finally {
			open.forEach(RawConnection::close);
		}
	}

	@Test
	void onePersonMayNotHaveAllTheStreams() throws Exception {
		var streams = open("frank", 3);
		try {
			for (var path : List.of("/api/v1/stream", "/api/v1/%73tream")) {
				var refused = new Browser(this.port, KEYCLOAK).fetch(path, "Authorization", token("frank"));
				assertThat(refused.statusCode()).isEqualTo(429);
				assertThat(refused.headers().firstValue("Retry-After")).hasValue("15");
				assertThat(refused.body()).contains("\"/problems/too-many-at-once\"");
			}
			assertThat(get("frank").statusCode()).as("other things").isEqualTo(200);
			streams.addAll(open("gina", 2));
			assertThat(stream("henry").statusCode()).as("more than one address may have").isEqualTo(429);
		} finally {
			for (var stream : streams) {
				stream.body().close();
			}
		}
	}

	@Test
	void onePersonMayNotHaveAllThatIsUnderWay() {
		var open = IntStream.range(0, 6)
				.mapToObj(_ -> connect().send(
						"POST /api/v1/attachments HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\nContent-Length: 9\r\n\r\n"
								.formatted(token("ivan"))))
				.toList();
		try {
			await().until(() -> get("ivan").statusCode() == 429);
			assertThat(get("judy").statusCode()).isEqualTo(200);
		} finally {
			open.forEach(RawConnection::close);
		}
		await().until(() -> get("ivan").statusCode() == 200);
	}

	@Test
	void streamThatNobodyReadsIsEnded() {
		try (var deaf = connect().send("GET /api/v1/stream?much HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\n\r\n"
				.formatted(token("deaf")))) {
			assertThat(deaf.read("HTTP/1.1 200".length())).isEqualTo("HTTP/1.1 200");
			await().until(TICKETS::isCutOff);
		}
	}

	@ParameterizedTest
	@CsvSource({"'GET /<a> HTTP/1.1', 400, bad-request", "'TRACE / HTTP/1.1', 404, not-found",
			"'CONNECT a:443 HTTP/1.1', 501, not-supported", "'GET / HTTP/7.0', 505, not-supported",
			"'GET /%2e%2e%2f HTTP/1.1', 400, bad-request", "'GET /%zz HTTP/1.1', 400, bad-request",
			"'BREW / HTTP/1.1', 400, bad-request"})
	void whatIsNoRequestGetsAProblem(String line, int status, String type) {
		try (var connection = connect().send(line + "\r\nHost: a\r\nConnection: close\r\n\r\n")) {
			assertThat(connection.answer()).startsWith("HTTP/1.1 " + status + " ")
					.contains("application/problem+json", "\"type\":\"/problems/" + type + "\"")
					.doesNotContainIgnoringCase("tomcat")
					.doesNotContain("Server:", "Exception", "<html");
		}
	}

	private RawConnection connect() {
		return new RawConnection(this.port);
	}

	private List<HttpResponse<InputStream>> open(String who, int number) {
		var streams = new ArrayList<HttpResponse<InputStream>>();
		for (var i = 0; i < number; i++) {
			streams.add(stream(who));
			assertThat(streams.getLast().statusCode()).isEqualTo(200);
		}
		return streams;
	}

	private HttpResponse<InputStream> stream(String who) {
		return new Browser(this.port, KEYCLOAK, "Authorization", token(who)).stream("/api/v1/stream");
	}

	private HttpResponse<String> get(String who) {
		return new Browser(this.port, KEYCLOAK).send("GET", "/api/v1/tickets", BodyPublishers.noBody(), "Authorization",
				token(who));
	}

	private static String token(String who) {
		return "Bearer " + KEYCLOAK.signed(KEYCLOAK.accessToken().subject(who).build());
	}

}
