package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.frontdesk.identity.Callers;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.ScriptedSmtp;
import io.frontdesk.notification.Tickets;

/** Against a server that says no to us, not to a mail. */
@NotificationServiceTest
class RefusedSenderIT {

	private static final String NO = "530 5.7.0 Must issue a STARTTLS command first";

	private final Post post;

	private final JavaMailSenderImpl sender;

	private final MeterRegistry metrics;

	private final MockMvcTester mvc;

	private final Api root;

	private final int port;

	private ScriptedSmtp server;

	@Autowired
	RefusedSenderIT(Post post, JavaMailSenderImpl sender, MeterRegistry metrics, MockMvcTester mvc) {
		this.post = post;
		this.sender = sender;
		this.metrics = metrics;
		this.mvc = mvc;
		this.root = new Api(mvc, Callers.superAdmin());
		this.port = sender.getPort();
	}

	@BeforeEach
	void listen() throws Exception {
		this.server = new ScriptedSmtp(null);
		this.sender.setPort(this.server.port());
	}

	@AfterEach
	void stop() throws Exception {
		this.server.relent();
		await().atMost(Duration.ofMinutes(3)).until(() -> metric("waiting") == 0);
		this.sender.setPort(this.port);
		this.server.close();
	}

	@Test
	void noToUsHoldsAllMailsIsToldAtOnceAndFailsNone() {
		this.server.answer("MAIL", NO);
		var tickets = IntStream.range(0, 30).mapToObj(_ -> Post.newTicket()).toList();
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, "held-%d@example.org".formatted(ticket))));
		tickets.forEach(ticket -> await().untilAsserted(() -> assertThat(reason(ticket))
				.isEqualTo(
						"The mail server wants TLS: set FRONTDESK_OUTBOUND_CONNECTION_SECURITY to starttls, or leave "
								+ "it out. The server said: " + NO)));
		assertThat(health()).contains("\"status\":\"DEGRADED\"", "wants TLS", "\"waiting\":30");
		assertThat(metric("failing")).isEqualTo(1);
		assertThat(metric("waiting")).isEqualTo(30);
		assertThat(metric("oldest")).isPositive();
		assertThat(this.server.commands("MAIL")).hasSizeLessThan(30);
		this.server.relent();
		tickets.forEach(ticket -> await().atMost(Duration.ofMinutes(1)).untilAsserted(
				() -> assertThat(this.server.commands("RCPT TO:<held-%d@example.org>".formatted(ticket))).hasSize(1)));
		await().untilAsserted(() -> assertThat(health()).contains("\"status\":\"UP\"").doesNotContain("DEGRADED"));
	}

	@Test
	void mailThatWaitsForTooLongFailsEvenIfItWasNeverTried() {
		this.server.answer("GREETING", "554 5.7.1 Client host rejected");
		var tickets = List.of(Post.newTicket(), Post.newTicket(), Post.newTicket());
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, "old-%d@example.org".formatted(ticket))));
		tickets.forEach(ticket -> await().untilAsserted(() -> assertThat(reason(ticket)).contains("Client host")));
		tickets.forEach(ticket -> this.post.age(ticket, Duration.ofDays(5)));
		tickets.forEach(ticket -> assertThat(this.post.settled(ticket, 1)).singleElement().asString()
				.startsWith("FAILED: Given up after 120 hours: The mail server").contains("Client host rejected"));
	}

	@Test
	void allThatFailedForAReasonIsSentAgainInOneCall() {
		var word = "Quarrel" + Post.newTicket();
		this.server.answer("CONTENT", "554 5.6.0 " + word);
		var tickets = List.of(Post.newTicket(), Post.newTicket(), Post.newTicket());
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, "again-%d@example.org".formatted(ticket))));
		tickets.forEach(
				ticket -> assertThat(this.post.settled(ticket, 1)).containsExactly("FAILED: 554 5.6.0 " + word));
		this.server.relent();
		assertThat(retried("{\"reason\": \"no %s\"}".formatted(word))).isZero();
		assertThat(retried("{\"reason\": \"%s\", \"createdTo\": \"2020-01-01\"}".formatted(word))).isZero();
		assertThat(retried("{\"reason\": \"%s\", \"kind\": \"reply\"}".formatted(word))).isZero();
		assertThat(
				retried("{\"reason\": \"5.6.0 %s\", \"kind\": \"created\"}".formatted(word.toUpperCase(Locale.ROOT))))
				.isEqualTo(3);
		tickets.forEach(ticket -> assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: "));
		assertThat(retried("{\"reason\": \"%s\"}".formatted(word))).isZero();
	}

	@Test
	void retryWithoutAReasonIsAProblem() {
		for (var body : List.of("{}", "{\"reason\": \" \"}", "{\"reason\": \"a\\u0007bc\"}",
				"{\"reason\": \"550\", \"createdFrom\": \"soon\"}", "[]")) {
			assertThat(this.root.post("/notifications/retry", body)).hasStatus(400);
		}
	}

	private int retried(String body) {
		var answer = this.root.post("/notifications/retry", body);
		assertThat(answer).hasStatusOk();
		assertThat(Api.json(answer).get("more").asBoolean()).isFalse();
		return Api.json(answer).get("retried").asInt();
	}

	private String reason(long ticket) {
		return Api.json(this.root.get("/notifications?ticket=" + ticket)).at("/items/0/reason").asString("");
	}

	private double metric(String name) {
		return this.metrics.get("frontdesk.outgoing." + name).gauge().value();
	}

	private String health() {
		var answer = this.mvc
				.perform(MockMvcRequestBuilders.get("/actuator/health/outgoing").with(Callers.superAdmin()));
		assertThat(answer).hasStatusOk();
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
