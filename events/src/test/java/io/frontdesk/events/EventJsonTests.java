package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.frontdesk.events.Authentication.Proof;

/** The written form of events is a contract: what these tests show must keep being read. */
class EventJsonTests {

	private static final Person DORA = new Person(UUID.fromString("463d327b-725f-3b45-85e5-46bd35b0bd35"),
			"dora@example.org", "Dora", "Example");

	private static final TicketSnapshot TICKET = new TicketSnapshot(2233444, "Printer on fire", "It smokes.",
			TicketStatus.CLOSED, Priority.MID, DORA, new NamedId(new UUID(0, 1), "Acme"), null, null, null,
			WaitingOn.STAFF, Source.MAIL, List.of("printer"),
			Instant.parse("2026-11-23T10:00:00Z"), Instant.parse("2026-11-23T11:30:00.5Z"), true, 3, 1234567L);

	@Test
	void statusChangeIsWrittenAsTheContractSays() {
		var event = new TicketStatusChanged(Actor.staff(DORA, Source.WEB), TicketStatus.OPEN, TicketStatus.CLOSED,
				TICKET);
		assertThat(EventJson.MAPPER.readTree(EventJson.MAPPER.writeValueAsString(event)))
				.isEqualTo(EventJson.MAPPER.readTree(
						"""
								{"actor": {"person": {"id": "463d327b-725f-3b45-85e5-46bd35b0bd35", "email": "dora@example.org",
								                      "firstName": "Dora", "lastName": "Example"},
								           "staff": true, "route": "web"},
								 "from": "open", "to": "closed",
								 "ticket": {"id": 2233444, "subject": "Printer on fire", "message": "It smokes.",
								            "status": "closed", "priority": "mid",
								            "requester": {"id": "463d327b-725f-3b45-85e5-46bd35b0bd35",
								                          "email": "dora@example.org", "firstName": "Dora",
								                          "lastName": "Example"},
								            "company": {"id": "00000000-0000-0000-0000-000000000001", "name": "Acme"},
								            "assignee": null, "project": null, "task": null, "waitingOn": "staff", "source": "mail", "tags": ["printer"],
								            "requestTime": "2026-11-23T10:00:00Z", "responseTime": "2026-11-23T11:30:00.500Z",
								            "active": true, "version": 3, "possibleFollowUpOf": 1234567, "answerTo": null,
								            "quiet": false}}"""));
	}

	@Test
	void everyEventReadsWhatItWrote() {
		var event = new TicketMessageAdded(Actor.client(DORA, Source.MAIL),
				new TicketMessageAdded.Message(UUID.randomUUID(), MessageKind.CLIENT, DORA, "More smoke.",
						"<p>More smoke.</p>", List.of(), List.of(), Instant.EPOCH),
				TICKET,
				new MailOrigin(UUID.randomUUID(), "<a@example.org>", Classification.PERSON, PlacedBy.SUBJECT_ID));
		assertThat(EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsString(event), TicketMessageAdded.class))
				.isEqualTo(event);
	}

	@Test
	void eventsFromBeforeAFieldWasThereAreRead() {
		var delivered = """
				{"id": "463d327b-725f-3b45-85e5-46bd35b0bd35", "kind": "reply", "ticketId": 2233444,
				 "to": "dora@example.org", "messageId": "<a@example.org>", "sentAt": "2026-11-23T10:00:00Z"}""";
		assertThat(EventJson.MAPPER.readValue(delivered, NotificationDelivered.class).message()).isNull();
		var message = """
				{"id": "463d327b-725f-3b45-85e5-46bd35b0bd35", "kind": "reply", "author": null, "body": "Text.",
				 "cc": [], "attachments": [], "sentAt": "2026-11-23T10:00:00Z"}""";
		assertThat(EventJson.MAPPER.readValue(message, TicketMessageAdded.Message.class).html()).isNull();
		var origin = """
				{"intakeId": "463d327b-725f-3b45-85e5-46bd35b0bd35", "messageId": null, "classification": "person"}""";
		assertThat(EventJson.MAPPER.readValue(origin, MailOrigin.class).placedBy()).isNull();
		assertThat(EventJson.MAPPER.readValue(origin, MailOrigin.class).proof()).isEqualTo(Proof.NONE);
		assertThat(EventJson.MAPPER.readValue(origin, MailOrigin.class).spam()).isFalse();
		assertThat(EventJson.MAPPER.readValue(origin, MailOrigin.class).verified()).isTrue();
		var created = EventJson.MAPPER.readValue("{\"actor\": {\"staff\": true, \"route\": \"web\"}, \"ticket\": null}",
				TicketCreated.class);
		assertThat(created.confirms()).isTrue();
		assertThat(created.opensWithReply()).isFalse();
		var staff = """
				{"id": "463d327b-725f-3b45-85e5-46bd35b0bd35", "email": "dora@example.org", "firstName": "Dora",
				 "lastName": "Example", "staff": true, "active": true, "version": 1}""";
		assertThat(EventJson.MAPPER.readValue(staff, UserChanged.class)).isEqualTo(new UserChanged(DORA.id(),
				DORA.email(), "Dora", "Example", null, true, true, 1, List.of(), null, null, StaffMail.USUAL));
	}

	/** Who read the schema of before knows no language, signature and mails, and reads all the rest. */
	@Test
	void userWhoHasChosenIsReadByTheSchemaOfBefore() {
		var user = new UserChanged(DORA.id(), DORA.email(), "Dora", "Example", null, true, true, 2, List.of(), "de",
				"Dora\nSupport", List.of(StaffMail.NEW_TICKET));
		var written = EventJson.MAPPER.readTree(EventJson.MAPPER.writeValueAsString(user));
		assertThat(written.at("/mails/0").asString()).isEqualTo("new-ticket");
		assertThat(EventJson.MAPPER.treeToValue(written, UserOfBefore.class)).isEqualTo(
				new UserOfBefore(DORA.id(), DORA.email(), "Dora", "Example", null, true, true, 2, List.of()));
	}

	private record UserOfBefore(UUID id, String email, String firstName, String lastName, @Nullable UUID companyId,
			boolean staff, boolean active, long version, List<String> formerAddresses) {}

	@Test
	void olderReaderPassesOverAFieldItDoesNotKnow() {
		var text = """
				{"id": "463d327b-725f-3b45-85e5-46bd35b0bd35", "email": "dora@example.org", "firstName": "Dora",
				 "lastName": "Example", "staff": false, "active": true, "version": 1, "shoeSize": 43}""";
		assertThat(EventJson.MAPPER.readValue(text, UserChanged.class).person()).isEqualTo(DORA);
	}

}
