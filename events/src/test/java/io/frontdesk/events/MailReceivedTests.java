package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.frontdesk.events.Authentication.Proof;

class MailReceivedTests {

	@Test
	void mailOfBeforeTheVisibleTextIsStillRead() {
		var mail = EventJson.MAPPER.readValue("""
				{"intakeId": "0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f", "mailbox": "support@frontdesk.test",
				"receivedAt": "2026-11-23T10:00:00Z", "messageId": null, "inReplyTo": null, "references": [],
				"from": {"id": "0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f", "email": "dora@example.org",
				"firstName": "Dora", "lastName": ""}, "recipients": ["support@frontdesk.test"], "subject": "Printer",
				"text": "It smokes.", "html": null, "attachments": [{"filename": "a.csv", "contentType": "text/csv",
				"size": 3, "sha256": "0", "blob": "0"}], "source": "0", "classification": "person", "reasons": []}
				""", MailReceived.class);
		assertThat(mail.visibleText()).isEqualTo("It smokes.");
		assertThat(mail.to()).isEmpty();
		assertThat(mail.absence()).isFalse();
		assertThat(mail.bounce()).isNull();
		assertThat(mail.attachments().getFirst().inline()).isFalse();
		assertThat(mail.project()).isNull();
		assertThat(mail.priority()).isNull();
		assertThat(mail.ours()).containsExactly(mail.mailbox());
		assertThat(mail.authentication()).isNull();
		assertThat(mail.proof()).isEqualTo(Proof.NONE);
		assertThat(mail.spam()).isFalse();
	}

	@Test
	void subscriberOfBeforeTheMailboxDefaultsStillReadsAMail() {
		var mail = new MailReceived(UUID.randomUUID(), "sales@frontdesk.test", Instant.EPOCH, null, null, List.of(),
				Person.of("dora@example.org", "Dora"), List.of(), List.of(), List.of(), "Printer", "It smokes.",
				"It smokes.", null, List.of(), "0", Classification.PERSON, false, null, List.of(), UUID.randomUUID(),
				Priority.HIGH, List.of("sales@frontdesk.test"));
		var old = EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsBytes(mail), MailOfBefore.class);
		assertThat(old).isEqualTo(new MailOfBefore(mail.intakeId(), "sales@frontdesk.test", "Printer", "person"));
	}

	@Test
	void originTellsWhatTheMailServerFoundOut() {
		var mail = new MailReceived(UUID.randomUUID(), "sales@frontdesk.test", Instant.EPOCH, null, null, List.of(),
				Person.of("dora@example.org", "Dora"), List.of(), List.of(), List.of(), "Printer", "It smokes.",
				"It smokes.", null, List.of(), "0", Classification.PERSON, false, null, List.of(), null, null,
				List.of(), new Authentication("mx.example.com", Proof.PROVEN,
						List.of(new Authentication.Result("dmarc", "pass", "example.org")), false),
				true, "form@example.com", "dora@example.net", new MailReceived.Thread("AdX", true), "Precedence: bulk",
				List.of("desks@example.com"));
		assertThat(EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsBytes(mail), MailReceived.class))
				.isEqualTo(mail);
		assertThat(mail.origin(PlacedBy.NEW, true))
				.isEqualTo(new MailOrigin(mail.intakeId(), null, Classification.PERSON, PlacedBy.NEW, Proof.PROVEN,
						true, true, "Precedence: bulk"));
	}

	@Test
	void allButTheIdOfTheSenderStaysTheSame() throws ReflectiveOperationException {
		var mail = EventJson.MAPPER.readValue(
				"""
						{"intakeId": "0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f", "mailbox": "support@frontdesk.test",
						"receivedAt": "2026-11-23T10:00:00Z", "messageId": "<m@x>", "inReplyTo": "<i@x>", "references": ["<r@x>"],
						"from": {"id": "0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f", "email": "dora@example.org",
						"firstName": "Dora", "lastName": ""}, "to": ["t@x"], "cc": ["c@x"], "recipients": ["r@x"],
						"subject": "Printer", "text": "It smokes.", "visibleText": "It", "html": "<p>", "attachments": [],
						"source": "0", "classification": "auto-reply", "absence": true, "reasons": ["so"],
						"bounce": {"recipients": [], "originalRecipients": [], "hard": true, "action": "failed"},
						"project": "0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f", "priority": "high", "ours": ["o@x"],
						"authentication": {"server": "mx", "proof": "failed", "results": []}, "spam": true,
						"noAnswer": "Precedence: bulk"}
						""",
				MailReceived.class);
		var other = mail.byPersonWithId(new UUID(0, 1));
		assertThat(other.from()).isEqualTo(new Person(new UUID(0, 1), "dora@example.org", "Dora", ""));
		for (var part : MailReceived.class.getRecordComponents()) {
			if (!part.getName().equals("from")) {
				assertThat(part.getAccessor().invoke(other)).as(part.getName())
						.isEqualTo(part.getAccessor().invoke(mail));
			}
		}
		assertThat(mail.byPersonWithId(mail.from().id())).isSameAs(mail);
	}

	private record MailOfBefore(UUID intakeId, String mailbox, String subject, String classification) {}

}
