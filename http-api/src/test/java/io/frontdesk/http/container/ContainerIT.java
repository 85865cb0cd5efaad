package io.frontdesk.http.container;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.problem.ProblemAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** Tomcat as each service has it, and clients that mean no good. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"spring.config.import=classpath:http-api.yaml", "spring.threads.virtual.enabled=true",
		"frontdesk.connections.patience=1s", "frontdesk.connections.least-per-second=4MB",
		"frontdesk.connections.per-address=20"})
class ContainerIT {

	private static final int MEGABYTE = 1024 * 1024;

	private static final CompletableFuture<Void> CUT_OFF = new CompletableFuture<>();

	@LocalServerPort
	private int port;

	@Test
	void headThatDripsIsCutOff() {
		try (var drip = connect().send("GET /things HTTP/1.1\r\nHost: a\r\nX-Slow: ")) {
			Awaitility.await().until(() -> drip.send("x").hasEnded());
		}
	}

	@Test
	void bodyThatDripsIsCutOffAndToldWhy() {
		try (var drip = connect().send("POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")) {
			var answer = new StringBuilder();
			Awaitility.await().until(() -> drip.send("x").hasEnded(answer));
			assertThat(answer.toString()).startsWith("HTTP/1.1 408 ").contains("\"/problems/request-timeout\"");
		}
	}

	@Test
	void bodyThatNobodyWantsMayNotDripEither() {
		try (var drip = connect().send("POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")) {
			assertThat(drip.read("HTTP/1.1 404".length())).isEqualTo("HTTP/1.1 404");
			Awaitility.await().until(() -> drip.send("x").hasEnded());
		}
	}

	@Test
	void whoReadsTooSlowlyIsCutOff() {
		try (var slow = connect().send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")) {
			Awaitility.await().until(() -> !slow.read(50_000).isEmpty() && CUT_OFF.isDone());
		}
	}

	@Test
	void connectionThatIsIdleIsKept() {
		try (var patient = connect().send("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n")) {
			Awaitility.await().during(Duration.ofSeconds(2)).until(() -> !patient.hasEnded());
			assertThat(patient.send("GET /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").answer())
					.startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void oneAddressMayNotHaveAllConnections() {
		var open = new ArrayList<RawConnection>();
		try {
			Awaitility.await().until(() -> {
				open.add(connect());
				return open.getLast().hasEnded();
			});
			assertThat(open).hasSizeLessThanOrEqualTo(21);
			open.removeFirst().close();
			Awaitility.await()
					.until(() -> connect().send("GET /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
							.answer()
							.startsWith("HTTP/1.1 200"));
		} finally {
			open.forEach(RawConnection::close);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatIsNoRequestGetsAProblem(String what, String request, int status, String type) {
		try (var connection = connect().send(request)) {
			assertThat(connection.answer()).startsWith("HTTP/1.1 " + status + " ")
					.contains("Content-Type: application/problem+json", "\"type\":\"/problems/" + type + "\"",
							"\"status\":" + status)
					.doesNotContainIgnoringCase("tomcat")
					.doesNotContainIgnoringCase("apache")
					.doesNotContain("Server:", "Exception", "<html");
		}
	}

	static Stream<Arguments> whatIsNoRequestGetsAProblem() {
		var host = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
		return Stream.of(Arguments.of("no method", "\u0001\u0002 / HTTP/1.1\r\n\r\n", 400, "bad-request"),
				Arguments.of("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", 400, "bad-request"),
				Arguments.of("unknown version", "GET / HTTP/7.3\r\nHost: a\r\n\r\n", 505, "not-supported"),
				Arguments.of("character that no address has", "GET /<script>" + host + "\r\n", 400, "bad-request"),
				Arguments.of("NUL in the address", "GET /%00" + host + "\r\n", 400, "bad-request"),
				Arguments.of("broken escape", "GET /%zz" + host + "\r\n", 400, "bad-request"),
				Arguments.of("slash that is escaped", "GET /a%2fb" + host + "\r\n", 400, "bad-request"),
				Arguments.of("way out", "GET /../../etc/passwd" + host + "\r\n", 400, "bad-request"),
				Arguments.of("backslash", "GET /a\\b" + host + "\r\n", 400, "bad-request"),
				Arguments.of("bad host", "GET / HTTP/1.1\r\nHost: a<b\r\n\r\n", 400, "bad-request"),
				Arguments.of("no host", "GET / HTTP/1.1\r\n\r\n", 400, "bad-request"),
				Arguments.of("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "bad-request"),
				Arguments.of("other host in the address", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400,
						"bad-request"),
				Arguments.of("header without a colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400,
						"bad-request"),
				Arguments.of("header with a strange name", "GET / HTTP/1.1\r\nHost: a\r\nX Y: z\r\n\r\n", 400,
						"bad-request"),
				Arguments.of("two lengths",
						"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", 400,
						"bad-request"),
				Arguments.of("length that is no number", "POST /things" + host + "Content-Length: x\r\n\r\n", 400,
						"bad-request"),
				Arguments.of("bad chunks", "POST /things" + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n", 400,
						"bad-request"),
				Arguments.of("unknown encoding", "POST /things" + host + "Transfer-Encoding: rot13\r\n\r\n", 501,
						"not-supported"),
				Arguments.of("unknown expectation", "POST /things" + host + "Expect: miracle\r\n\r\n", 417,
						"bad-request"),
				Arguments.of("TRACE", "TRACE /things" + host + "\r\n", 405, "method-not-allowed"),
				Arguments.of("unknown method", "BREW /things" + host + "\r\n", 405, "method-not-allowed"),
				Arguments.of("CONNECT", "CONNECT b:443" + host + "\r\n", 501, "not-supported"),
				Arguments.of("address that is too long", "GET /things?q=" + "x".repeat(40_000) + host + "\r\n", 414,
						"uri-too-long"),
				Arguments.of("header that is too long", "GET /things" + host + "X: " + "x".repeat(40_000) + "\r\n\r\n",
						431, "headers-too-large"),
				Arguments.of("headers that are too many", "GET /things" + host + "X: x\r\n".repeat(200) + "\r\n", 400,
						"bad-request"),
				Arguments.of("nothing there", "GET /nothing" + host + "\r\n", 404, "not-found"),
				Arguments.of("method that is not allowed", "DELETE /things" + host + "\r\n", 405,
						"method-not-allowed"),
				Arguments.of("fault of ours", "GET /broken" + host + "\r\n", 500, "unexpected"));
	}

	@Test
	void addressThatTheGatewayLetsPassIsRead() {
		try (var connection = connect()) {
			assertThat(connection.send("GET /things?q=" + "x".repeat(16_000)
					+ " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " + "x".repeat(8_000)
					+ "\r\n\r\n").answer()).startsWith("HTTP/1.1 200");
		}
	}

	private RawConnection connect() {
		return new RawConnection(this.port);
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
			HttpMessageConvertersAutoConfiguration.class, ProblemAutoConfiguration.class,
			ContainerAutoConfiguration.class})
	@Import(Things.class)
	static class Application {}

	@RestController
	static class Things {

		@GetMapping("/things")
		int things() {
			return 1;
		}

		@PostMapping("/things")
		int add(InputStream body) throws IOException {
			return body.readAllBytes().length;
		}

		@GetMapping("/large")
		void large(HttpServletResponse response) throws IOException {
			try {
				for (var megabyte = 0; megabyte < 1000; megabyte++) {
					response.getOutputStream().write(new byte[MEGABYTE]);
				}
			} catch (IOException ex) {
				CUT_OFF.complete(null);
				throw ex;
			}
		}

		@GetMapping("/broken")
		int broken() {
			throw new IllegalStateException("a secret");
		}

	}

}
