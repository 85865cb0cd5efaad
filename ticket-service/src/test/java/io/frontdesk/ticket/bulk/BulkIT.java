package io.frontdesk.ticket.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

@TicketServiceTest
class BulkIT {

	private final Api alice;

	private final Api dora;

	@Autowired
	BulkIT(MockMvcTester mvc) {
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
	}

	@Test
	void eachTicketHasItsOwnOutcome() {
		var open = this.dora.raise("One");
		var closed = this.dora.raise("Two");
		this.alice.send(HttpMethod.PATCH, "/tickets/" + closed, "{\"status\": \"closed\"}");
		var request = "{\"ids\": [%d, %d, 1, %d], \"change\": {\"status\": \"closed\"}}".formatted(open, closed, open);
		var preview = Api.json(this.alice.send(HttpMethod.POST, "/tickets/bulk/preview", request), HttpStatus.OK);
		assertThat(preview.get("tickets").asInt()).isEqualTo(2);
		assertThat(preview.get("mailed")).hasSize(1);
		assertThat(preview.get("mailed").get(0).get("mails").asInt()).isEqualTo(1);
		var result = Api.json(this.alice.send(HttpMethod.POST, "/tickets/bulk", request), HttpStatus.OK).get("items");
		assertThat(result).extracting(item -> item.get("outcome").asString()).containsExactly("changed", "unchanged",
				"failed");
		assertThat(result.get(2).get("reason").asString()).contains("no ticket");
		assertThat(this.alice.read("/tickets/" + open).get("status").asString()).isEqualTo("closed");
	}

	@Test
	void deletingManyNeedsTheFeatureAndClientsHaveNone() {
		var ticket = this.dora.raise("One");
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/bulk",
				"{\"ids\": [%d], \"change\": {\"active\": false}}".formatted(ticket))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.dora.send(HttpMethod.POST, "/tickets/bulk",
				"{\"ids\": [%d], \"change\": {\"status\": \"closed\"}}".formatted(ticket)))
				.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/bulk", "{\"ids\": [], \"change\": {}}"))
				.hasStatus(HttpStatus.BAD_REQUEST);
	}

}
