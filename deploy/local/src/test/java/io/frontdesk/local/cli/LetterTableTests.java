package io.frontdesk.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LetterTableTests {

	@Test
	void columnsAreAlignedAndItSaysWhatToDo() {
		assertThat(
				table("""
						{"items": [
						  {"id": "ticket-42", "service": "ticket", "topic": "mail-received", "failedAt": "2026-11-26T02:41:05.123Z",
						   "mailId": "edf599c6-2fc7-4ac3-8317-30d2a4c188cc", "ticketId": null, "reason": "The ink is out"},
						  {"id": "notification-7", "service": "notification", "topic": "ticket-created",
						   "failedAt": "2026-11-26T02:41:04Z", "mailId": null, "ticketId": 2233444, "reason": "No paper"},
						  {"id": "org-1", "service": "org", "topic": "user-changed", "failedAt": "2026-11-26T02:41:03Z",
						   "key": null, "mailId": null, "ticketId": null, "reason": "No"}],
						 "total": 1000, "totalCapped": true, "unavailable": ["mail-ingest"]}"""))
				.startsWith(
						"""
								time                 service       topic           about                                      id              reason
								2026-11-26 02:41:05  ticket        mail-received   mail edf599c6-2fc7-4ac3-8317-30d2a4c188cc  ticket-42       The ink is out
								2026-11-26 02:41:04  notification  ticket-created  ticket 2233444                             notification-7  No paper
								2026-11-26 02:41:03  org           user-changed    key none                                   org-1           No

								More than 1000 in all.""")
				.endsWith("""
						  ./frontdesk dead-letters resend --all
						mail-ingest-service does not answer (./frontdesk status): its letters are missing here.
						""");
	}

	@Test
	void emptyListSaysSo() {
		assertThat(table("{\"items\": [], \"total\": 0, \"totalCapped\": false, \"unavailable\": []}"))
				.isEqualTo("No dead letters.\n");
	}

	private static String table(String json) {
		return LetterTable.of(JsonMapper.builder().build().readTree(json));
	}

}
