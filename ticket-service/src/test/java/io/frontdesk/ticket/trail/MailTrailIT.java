package io.frontdesk.ticket.trail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.events.NotificationSuppressed;
import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.intake.MailDesk;

@TicketServiceTest
class MailTrailIT {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final MailDesk mails;

	private final Deliveries deliveries;

	private final Events events;

	private final TransactionTemplate inTransaction;

	private final Api alice;

	private final Api dora;

	@Autowired
	MailTrailIT(MailDesk mails, Deliveries deliveries, Events events, TransactionTemplate inTransaction,
			MockMvcTester mvc) {
		this.mails = mails;
		this.deliveries = deliveries;
		this.events = events;
		this.inTransaction = inTransaction;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
	}

	@Test
	void mailsInAndOutSayWhyTheyCameAndWhatBecameOfThem() {
		var mail = Mails.from("dora@example.org").mail();
		var ticket = Mails.receive(this.mails, mail).ticket();
		var sent = new NotificationDelivered(UUID.randomUUID(), "created", ticket, null, "dora@example.org",
				"<ours@frontdesk.test>", Instant.EPOCH);
		var suppressed = new NotificationSuppressed(UUID.randomUUID(), "status-changed", ticket, null,
				"dora@example.org", "Muted");
		publish(sent);
		publish(suppressed);
		await().atMost(Duration.ofMinutes(1)).until(() -> trail(ticket).get("total").asInt() == 3);
		var entries = trail(ticket).get("items");
		var in = find(entries, mail.intakeId());
		assertThat(in.get("direction").asString()).isEqualTo("in");
		assertThat(in.get("from").asString()).isEqualTo("dora@example.org");
		assertThat(in.get("messageId").asString()).isEqualTo(mail.messageId());
		assertThat(in.get("classification").asString()).isEqualTo("person");
		assertThat(in.get("placedBy").asString()).isEqualTo("new");
		var out = find(entries, sent.id());
		assertThat(out.get("direction").asString()).isEqualTo("out");
		assertThat(out.get("to").asString()).isEqualTo("dora@example.org");
		assertThat(out.get("kind").asString()).isEqualTo("created");
		assertThat(out.get("verified").isNull()).as("it is ours").isTrue();
		assertThat(out.get("state").asString()).isEqualTo("sent");
		assertThat(out.get("messageId").asString()).isEqualTo("<ours@frontdesk.test>");
		assertThat(find(entries, suppressed.id()).get("reason").asString()).isEqualTo("Muted");
	}

	@Test
	void strangersMailNamesTheTicketThatItMayBelongTo() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").mail()).ticket();
		var opened = Mails
				.receive(this.mails, Mails.from("mallory@example.com").subject("[#%d]".formatted(ticket)).mail())
				.ticket();
		var entry = trail(opened).get("items").get(0);
		assertThat(entry.get("placedBy").asString()).isEqualTo("stranger");
		assertThat(entry.get("possibleFollowUpOf").asLong()).isEqualTo(ticket);
	}

	@Test
	void mailThatNothingProvesIsMarkedWhereverItIsShown() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").found(Proof.PROVEN).mail()).ticket();
		Mails.receive(this.mails,
				Mails.from("dora@example.org").subject("[#%d]".formatted(ticket)).found(Proof.NONE).mail());
		assertThat(trail(ticket).get("items").valueStream().map(it -> it.get("proof").asString()))
				.containsExactlyInAnyOrder("proven", "none");
		assertThat(trail(ticket).get("items").valueStream())
				.allSatisfy(it -> assertThat(it.get("verified").asBoolean())
						.isEqualTo(it.get("proof").asString().equals("proven")));
		assertThat(List.of(this.alice, this.dora)).allSatisfy(
				reader -> assertThat(reader.read("/tickets/%d/messages".formatted(ticket)).get("items").valueStream()
						.map(message -> message.get("verified").asBoolean())).containsExactly(true, false));
	}

	@Test
	void replySaysWhatBecameOfAllItsMails() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").mail()).ticket();
		var reply = UUID.fromString(this.alice.post("/tickets/%d/messages".formatted(ticket), """
				{"kind": "reply", "body": "Pull the plug.", "cc": ["emil@example.org", "Emil@example.org"]}""")
				.get("id").asString());
		assertThat(delivery(ticket, reply).get("state").asString()).isEqualTo("held");
		await().atMost(Duration.ofMinutes(1))
				.until(() -> delivery(ticket, reply).get("state").asString().equals("pending"));
		var toDora = UUID.randomUUID();
		publish(new NotificationDelivered(toDora, "reply", ticket, reply, "dora@example.org", "<a@frontdesk.test>",
				Instant.EPOCH));
		await().atMost(Duration.ofMinutes(1)).until(() -> trail(ticket).get("total").asInt() == 2);
		assertThat(delivery(ticket, reply).get("state").asString()).as("emil's is under way").isEqualTo("pending");
		publish(new NotificationDelivered(UUID.randomUUID(), "reply", ticket, reply, "emil@example.org",
				"<a@frontdesk.test>", Instant.EPOCH));
		await().atMost(Duration.ofMinutes(1))
				.until(() -> delivery(ticket, reply).get("state").asString().equals("sent"));
		publish(new NotificationFailed(toDora, "reply", ticket, reply, "dora@example.org", "Came back: 5.1.1"));
		await().atMost(Duration.ofMinutes(1))
				.until(() -> delivery(ticket, reply).get("state").asString().equals("failed"));
		assertThat(delivery(ticket, reply).get("reason").asString()).isEqualTo("dora@example.org: Came back: 5.1.1");
		assertThat(find(trail(ticket).get("items"), toDora).get("messageId").asString())
				.isEqualTo("<a@frontdesk.test>");
		assertThat(find(this.dora.read("/tickets/%d/messages".formatted(ticket)).get("items"), reply).get("delivery")
				.isNull()).as("reasons are for staff").isTrue();
	}

	@Test
	void outcomeThatWasStatedLastIsKeptWhateverComesFirst() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").mail()).ticket();
		var failed = new NotificationFailed(UUID.randomUUID(), "created", ticket, null, "dora@example.org", "550");
		var sent = new NotificationDelivered(failed.id(), "created", ticket, null, "dora@example.org",
				"<a@frontdesk.test>", Instant.EPOCH);
		this.deliveries.take(Outcome.of(failed, NOON.plusSeconds(1)));
		this.deliveries.take(Outcome.of(sent, NOON));
		assertThat(find(trail(ticket).get("items"), failed.id()).get("state").asString()).isEqualTo("failed");
		this.deliveries.take(Outcome.of(sent, NOON.plusSeconds(2)));
		assertThat(find(trail(ticket).get("items"), failed.id()).get("state").asString()).isEqualTo("sent");
		assertThat(find(trail(ticket).get("items"), failed.id()).get("reason").isNull()).isTrue();
	}

	@Test
	void outcomesThatComeTogetherAreAllTaken() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").mail()).ticket();
		var sent = new NotificationDelivered(UUID.randomUUID(), "created", ticket, null, "dora@example.org",
				"<a@frontdesk.test>", Instant.EPOCH);
		var failed = new NotificationFailed(UUID.randomUUID(), "reply", ticket, null, "dora@example.org", "550");
		var resent = new NotificationDelivered(failed.id(), "reply", ticket, null, "dora@example.org",
				"<b@frontdesk.test>", Instant.EPOCH);
		this.inTransaction.executeWithoutResult(_ -> {
			this.deliveries.take(Outcome.of(sent, NOON));
			this.deliveries.take(Outcome.of(failed, NOON));
			this.deliveries.take(Outcome.of(resent, NOON.plusSeconds(1)));
		});
		assertThat(find(trail(ticket).get("items"), sent.id()).get("state").asString()).isEqualTo("sent");
		assertThat(find(trail(ticket).get("items"), failed.id()).get("state").asString()).isEqualTo("sent");
	}

	@Test
	void pagesGoOnWhereTheLastEnded() {
		var first = Mails.from("dora@example.org").mail();
		var ticket = Mails.receive(this.mails, first).ticket();
		for (var i = 0; i < 3; i++) {
			Mails.receive(this.mails,
					Mails.from("dora@example.org").answering(requireNonNull(first.messageId())).mail());
			this.deliveries.take(Outcome.of(new NotificationDelivered(UUID.randomUUID(), "created", ticket, null,
					"dora@example.org", "<a@frontdesk.test>", Instant.EPOCH), NOON));
		}
		var all = ids(trail(ticket));
		assertThat(all).hasSize(7);
		var paged = new ArrayList<String>();
		var cursor = "";
		do {
			var page = this.alice.read("/tickets/%d/mail?limit=2%s".formatted(ticket, cursor));
			assertThat(page.get("total").asInt()).isEqualTo(7);
			paged.addAll(ids(page));
			var next = page.get("nextCursor");
			cursor = next.isNull() ? "" : "&cursor=" + next.asString();
		} while (!cursor.isEmpty());
		assertThat(paged).isEqualTo(all);
	}

	@Test
	void trailIsForStaff() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").mail()).ticket();
		assertThat(this.dora.get("/tickets/%d/mail".formatted(ticket))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.alice.get("/tickets/1/mail")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private void publish(DomainEvent event) {
		this.inTransaction.executeWithoutResult(_ -> this.events.publish(event));
	}

	private JsonNode trail(long ticket) {
		return this.alice.read("/tickets/%d/mail".formatted(ticket));
	}

	private JsonNode delivery(long ticket, UUID message) {
		return find(this.alice.read("/tickets/%d/messages".formatted(ticket)).get("items"), message).get("delivery");
	}

	private static JsonNode find(JsonNode items, UUID id) {
		return items.valueStream().filter(item -> item.get("id").asString().equals(id.toString())).findFirst()
				.orElseThrow();
	}

	private static List<String> ids(JsonNode page) {
		return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
	}

}
