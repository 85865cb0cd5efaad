package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

import io.frontdesk.events.Actor;
import io.frontdesk.events.EventJson;
import io.frontdesk.events.Heard;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.org.OrgServiceTest;

/** Tickets as ticket-service tells of them. All have one key, so that they are read in their order. */
@OrgServiceTest
class RequesterIT {

	private static final Person STAFF = Person.of("sam@frontdesk.test", "Sam Staff");

	private final KafkaTemplate<Object, Object> kafka;

	private final Heard heard;

	@Autowired
	RequesterIT(KafkaTemplate<Object, Object> kafka, Heard heard) {
		this.kafka = kafka;
		this.heard = heard;
	}

	@Test
	void whomStaffRaiseATicketForBecomesAUserOnce() {
		var event = UUID.randomUUID();
		tell(event, Person.of("rita@example.org", "Rita Requester"), STAFF);
		tell(event, Person.of("again@example.org", "The same event"), STAFF);
		tell(UUID.randomUUID(), Person.of("rita@example.org", "Other Name"), STAFF);
		tell(UUID.randomUUID(), Person.of("last@example.org", ""), STAFF);
		await().atMost(Duration.ofMinutes(1)).until(() -> !heardOf("last@example.org").isEmpty());
		assertThat(heardOf("rita@example.org")).singleElement().satisfies(rita -> {
			assertThat(rita.lastName()).isEqualTo("Requester");
			assertThat(rita.staff()).isFalse();
		});
		assertThat(heardOf("again@example.org")).as("an event that Kafka brought again").isEmpty();
	}

	@Test
	void staffWhoRaiseATicketForThemselvesAreNoClients() {
		tell(UUID.randomUUID(), STAFF, STAFF);
		tell(UUID.randomUUID(), Person.of("after@example.org", ""), STAFF);
		await().atMost(Duration.ofMinutes(1)).until(() -> !heardOf("after@example.org").isEmpty());
		assertThat(heardOf(STAFF.email())).isEmpty();
	}

	@Test
	void whomStaffGiveATicketBecomesAUser() {
		var changes = List.of(new TicketUpdated.Change("requester", "x@example.org", "given@example.org"));
		var updated = new TicketUpdated(Actor.staff(STAFF, Source.WEB), changes,
				ticket(Person.of("given@example.org", "Gina Given")));
		tell(UUID.randomUUID(), Topics.TICKET_UPDATED, updated.key(), EventJson.MAPPER.writeValueAsBytes(updated));
		await().atMost(Duration.ofMinutes(1)).until(() -> !heardOf("given@example.org").isEmpty());
		assertThat(heardOf("given@example.org")).singleElement()
				.satisfies(user -> assertThat(user.lastName()).isEqualTo("Given"));
	}

	private void tell(UUID event, Person requester, Person raisedBy) {
		var created = new TicketCreated(Actor.staff(raisedBy, Source.WEB), ticket(requester), null);
		tell(event, Topics.TICKET_CREATED, created.key(), EventJson.MAPPER.writeValueAsBytes(created));
	}

	private static TicketSnapshot ticket(Person requester) {
		return new TicketSnapshot(4_000_000, "Printer on fire", "It smokes.", TicketStatus.OPEN, Priority.MID,
				requester, null, null, null, null, WaitingOn.STAFF, Source.WEB, List.of(), Instant.EPOCH, null, true,
				0, null);
	}

	private void tell(UUID event, String topic, String key, byte[] told) {
		var record = new ProducerRecord<Object, Object>(topic, key, told);
		record.headers().add("ce_id", event.toString().getBytes(StandardCharsets.UTF_8));
		this.kafka.send(record).join();
	}

	private List<UserChanged> heardOf(String email) {
		return this.heard.of(UserChanged.class, Person.idOf(email).toString());
	}

}
