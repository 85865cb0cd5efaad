package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Topics;
import io.frontdesk.identity.Callers;
import io.frontdesk.mail.Api;
import io.frontdesk.mail.LedgerClerk;
import io.frontdesk.mail.MailIngestTest;
import io.frontdesk.mail.ReceivedMails;

@MailIngestTest
@Import(FailingServices.class)
class ReturnedMailIT {

	private final LedgerClerk clerk;

	private final FailingServices services;

	private final ReceivedMails received;

	private final PlacedMails placed;

	private final KafkaTemplate<Object, Object> kafka;

	private final Api api;

	@Autowired
	ReturnedMailIT(LedgerClerk clerk, FailingServices services, ReceivedMails received, PlacedMails placed,
			KafkaTemplate<Object, Object> kafka, MockMvcTester mvc) {
		this.clerk = clerk;
		this.services = services;
		this.received = received;
		this.placed = placed;
		this.kafka = kafka;
		this.api = new Api(mvc, Callers.superAdmin());
	}

	@Test
	void mailThatTheTicketServiceGivesUpIsQuarantinedInWordsAndCanBeRetried() {
		var id = take("no ticket, for now");
		var mail = once(id, "quarantined");
		assertThat(mail.get("reason").asString()).contains("ticket service", "database refuses", "release it")
				.doesNotContain("Exception", "0x00");
		assertThat(mail.at("/reading/text").asString()).isEqualTo("It smokes.");
		this.services.mend(id);
		this.api.post("/intake/%s/retry".formatted(id));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of(id).size() == 2);
		this.placed.becameTicket(id, 2233446);
		var ticket = once(id, "ticket");
		assertThat(ticket.get("reason").isNull()).isTrue();
		assertThat(steps(ticket)).containsExactly("received", "read", "sent-on", "quarantined", "retried", "read",
				"sent-on", "ticket");
	}

	@Test
	void mailThatTheTicketServiceGivesUpIsReleasedWithoutWhatItSays() {
		var id = take("no ticket, ever");
		once(id, "quarantined");
		this.api.post("/intake/%s/release".formatted(id));
		var told = await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of(id), list -> list.size() == 2)
				.getLast();
		assertThat(told.from().email()).isEqualTo("dora@example.org");
		assertThat(told.subject()).isEqualTo("(a mail that could not be read)");
		assertThat(told.attachments()).singleElement()
				.satisfies(file -> assertThat(file.blob()).isEqualTo(told.source()));
	}

	@Test
	void mailThatAnotherServiceGivesUpHasAStepAndStaysWhatItIs() {
		var id = take("no notification");
		var mail = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.api.get("/intake/" + id), it -> steps(it).contains("given-up"));
		assertThat(mail.get("outcome").asString()).isEqualTo("pending");
		assertThat(mail.get("steps").valueStream().toList().getLast().get("detail").asString())
				.startsWith("notification-service could not handle it: it met an error of its own");
	}

	@Test
	void mailThatTwoServicesGiveUpComesBackFromBoth() {
		var id = take("no ticket and no notification");
		var mail = await().atMost(Duration.ofMinutes(1))
				.until(() -> this.api.get("/intake/" + id), it -> steps(it).size() == 5);
		assertThat(steps(mail)).contains("given-up", "quarantined");
	}

	@Test
	void deadLetterThatIsNoMailKeepsBackNoOther() {
		this.kafka.send(new ProducerRecord<>(Topics.MAIL_RECEIVED + Topics.DEAD_LETTER_SUFFIX, 0, "x",
				"no mail".getBytes(StandardCharsets.UTF_8))).join();
		once(take("no ticket after it"), "quarantined");
	}

	private UUID take(String subject) {
		return this.clerk.take("From: dora@example.org\nSubject: %s\nMessage-ID: <%s@example.org>\n\nIt smokes."
				.formatted(subject, UUID.randomUUID()));
	}

	private JsonNode once(UUID id, String outcome) {
		return await().atMost(Duration.ofMinutes(1))
				.until(() -> this.api.get("/intake/" + id), mail -> mail.get("outcome").asString().equals(outcome));
	}

	private static List<String> steps(JsonNode mail) {
		return mail.get("steps").valueStream().map(step -> step.get("step").asString()).toList();
	}

}
