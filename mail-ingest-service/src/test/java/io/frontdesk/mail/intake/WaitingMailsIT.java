package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.identity.Callers;
import io.frontdesk.mail.Api;
import io.frontdesk.mail.LedgerClerk;
import io.frontdesk.mail.MailIngestTest;

@MailIngestTest
class WaitingMailsIT {

	private final LedgerClerk clerk;

	private final PlacedMails placed;

	private final JdbcClient jdbc;

	private final MeterRegistry metrics;

	private final MockMvcTester mvc;

	@Autowired
	WaitingMailsIT(LedgerClerk clerk, PlacedMails placed, JdbcClient jdbc, MeterRegistry metrics, MockMvcTester mvc) {
		this.clerk = clerk;
		this.placed = placed;
		this.jdbc = jdbc;
		this.metrics = metrics;
		this.mvc = mvc;
	}

	@BeforeEach
	void nothingHasWaitedLong() {
		this.jdbc.sql("update intake_entry set waiting_since = now()").update();
	}

	@Test
	void mailWithoutAnOutcomeForMoreThanAMinuteIsSeenInHealthAndMetricsUntilItHasOne() {
		var id = this.clerk.take("From: dora@example.org\nSubject: %s\n\nhello".formatted(UUID.randomUUID()));
		assertThat(health().get("status").asString()).isEqualTo("UP");
		assertThat(gauge("frontdesk.intake.waiting")).isZero();
		assertThat(gauge("frontdesk.intake.waiting.oldest")).isZero();
		this.jdbc.sql("update intake_entry set waiting_since = now() - interval '1 hour' where id = ?").param(id)
				.update();
		var health = health();
		assertThat(health.get("status").asString()).isEqualTo("DEGRADED");
		assertThat(health.at("/details/waiting").asInt()).isEqualTo(1);
		assertThat(health.at("/details/advice").asString()).contains("ticket-service has not answered");
		assertThat(gauge("frontdesk.intake.waiting")).isEqualTo(1);
		assertThat(gauge("frontdesk.intake.waiting.oldest")).isGreaterThanOrEqualTo(3_600);
		this.placed.becameTicket(id, 2233447);
		assertThat(health().get("status").asString()).isEqualTo("UP");
	}

	private JsonNode health() {
		return Api.json(this.mvc.get().uri("/actuator/health/intake").with(Callers.superAdmin()).exchange(),
				HttpStatus.OK);
	}

	private double gauge(String name) {
		return this.metrics.get(name).gauge().value();
	}

}
