package io.frontdesk.mail.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.mail.Api;
import io.frontdesk.mail.MailIngestTest;
import io.frontdesk.mail.intake.IntakeSettings;

@MailIngestTest
class MailboxHealthIT {

	private static final String SALES = "sales@frontdesk.test";

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	private final IntakeSettings settings;

	@Autowired
	MailboxHealthIT(MockMvcTester mvc, JdbcClient jdbc, IntakeSettings settings) {
		this.mvc = mvc;
		this.jdbc = jdbc;
		this.settings = settings;
	}

	@Test
	void mailboxThatDoesNotAnswerIsToldOfInWordsWithItsDefaults() {
		var api = new Api(this.mvc, Callers.admin(Features.MAIL_READ));
		var mailbox = await().atMost(Duration.ofMinutes(1))
				.until(() -> api.get("/intake/mailboxes").get("items").get(0),
						state -> state.get("health").asString().equals("failing"));
		assertThat(mailbox.get("mailbox").asString()).isEqualTo(SALES);
		assertThat(mailbox.get("error").asString()).startsWith("Nobody listens at 127.0.0.1:9. Check HOST");
		assertThat(mailbox.get("errorSince").isNull()).isFalse();
		assertThat(mailbox.get("lastSuccess").isNull()).isTrue();
		assertThat(mailbox.get("priority").asString()).isEqualTo("high");
		assertThat(mailbox.get("project").asString()).isEqualTo("0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f");
		assertThat(mailbox.get("watchedBy").asString()).contains("/");
		assertThat(this.mvc.get().uri("/actuator/health/liveness").exchange()).hasStatusOk();
		assertThat(this.mvc.get().uri("/actuator/health").exchange()).hasStatusOk()
				.bodyText()
				.contains("DEGRADED")
				.doesNotContain("Nobody listens");
		assertThat(this.mvc.get().uri("/actuator/health").with(Callers.superAdmin()).exchange()).hasStatusOk()
				.bodyJson()
				.extractingPath("$.components.mailboxes.details['sales@frontdesk.test'].error")
				.asString()
				.contains("Nobody listens");
		assertThat(
				this.mvc.get().uri("/actuator/metrics/frontdesk.mailbox.failing").with(Callers.superAdmin()).exchange())
				.hasStatusOk()
				.bodyJson()
				.extractingPath("$.measurements[0].value")
				.isEqualTo(1.0);
	}

	@Test
	void healthAndMetricsFollowWhatTheWatcherSays() {
		var start = Instant.parse("2026-11-23T10:00:00Z");
		var time = new Instant[]{start};
		InstantSource clock = () -> time[0];
		var settings = new IntakeSettings(
				this.settings.mailboxes().stream().map(MailboxHealthIT::renamed).toList(), Duration.ofSeconds(15));
		var health = new MailboxHealth(this.jdbc, clock, settings);
		var indicator = new MailboxHealthIndicator(health);
		var registry = new SimpleMeterRegistry();
		new MailboxMetrics(health, settings, clock).bindTo(registry);
		assertThat(health.states().getFirst().health()).isEqualTo(MailboxState.Health.UNKNOWN);
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

		health.moved("metrics@frontdesk.test", start.minusSeconds(3));
		health.emptied("metrics@frontdesk.test", null);
		time[0] = start.plusSeconds(30);
		assertThat(health.states().getFirst().health()).isEqualTo(MailboxState.Health.HEALTHY);
		assertThat(registry.get("frontdesk.mailbox.lag").gauge().value()).isEqualTo(3);
		assertThat(registry.get("frontdesk.mailbox.quiet").gauge().value()).isEqualTo(30);
		assertThat(registry.get("frontdesk.mailbox.failing").gauge().value()).isZero();

		time[0] = start.plusSeconds(121);
		assertThat(health.states().getFirst().error()).startsWith("No instance looks into it. See that");
		health.failed("metrics@frontdesk.test", "The server refuses the login");
		time[0] = start.plusSeconds(200);
		health.failed("metrics@frontdesk.test", "There is no folder INBOX on the server");
		assertThat(health.states().getFirst().errorSince()).isEqualTo(start.plusSeconds(121));
		assertThat(registry.get("frontdesk.mailbox.failing").gauge().value()).isEqualTo(1);
		assertThat(indicator.health().getStatus()).isEqualTo(MailboxHealthIndicator.DEGRADED);
		assertThat(indicator.health().getDetails().get("metrics@frontdesk.test").toString())
				.contains("no folder INBOX");

		health.emptied("metrics@frontdesk.test", null);
		assertThat(health.states().getFirst().error()).isNull();
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

		health.emptied("metrics@frontdesk.test", "Mail is taken, but can't be moved");
		assertThat(health.states().getFirst().health()).isEqualTo(MailboxState.Health.DEGRADED);
		assertThat(registry.get("frontdesk.mailbox.degraded").gauge().value()).isEqualTo(1);
		assertThat(registry.get("frontdesk.mailbox.failing").gauge().value()).isZero();
		assertThat(indicator.health().getStatus()).isEqualTo(MailboxHealthIndicator.DEGRADED);
	}

	private static IntakeSettings.Mailbox renamed(IntakeSettings.Mailbox it) {
		return new IntakeSettings.Mailbox("metrics@frontdesk.test", it.host(), it.port(), it.username(), it.password(),
				null, it.security(), it.folder(), it.processed(), null, null, null, false, List.of());
	}

}
