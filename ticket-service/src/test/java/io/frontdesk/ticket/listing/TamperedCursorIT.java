package io.frontdesk.ticket.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;

/** Each list is asked with what it did not give to this caller. */
@TicketServiceTest
class TamperedCursorIT {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final Api alice;

	private final Api root;

	private final Api dora;

	private final Desk desk;

	private final Person requester = Person.of("dora@example.org", "Dora Duck");

	private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

	private long ticket;

	@Autowired
	TamperedCursorIT(MockMvcTester mvc, TicketDesk tickets, Conversation conversation, People people) {
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ));
		this.root = new Api(mvc, Callers.superAdmin());
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
		this.desk = new Desk(tickets, conversation, people);
	}

	@BeforeEach
	void raise() {
		this.desk.hire(Desk.ALICE);
		this.desk.raise(this.requester, "One", this.mark, NOON);
		this.ticket = this.desk.raise(this.requester, "Two", this.mark, NOON);
		this.desk.write(this.ticket, MessageKind.CLIENT, this.requester, "More " + this.mark, NOON.plusSeconds(60));
	}

	@Test
	void cursorIsGoodForWhomAndWhatItWasGivenFor() {
		for (var list : lists()) {
			var cursor = this.alice.read(list).get("nextCursor").asString();
			assertThat(this.alice.read(list + "&cursor=" + cursor).get("items")).as(list).hasSize(1);
			refused(this.root, list, cursor);
			refused(this.dora, list, cursor);
			for (var other : lists()) {
				if (!other.equals(list)) {
					refused(this.alice, other, cursor);
				}
			}
			refused(this.alice, "/tickets/%d/mail?limit=1".formatted(this.ticket), cursor);
			var letter = (cursor.charAt(40) == 'A') ? 'B' : 'A';
			refused(this.alice, list, cursor.substring(0, 40) + letter + cursor.substring(41));
		}
	}

	/** As cursors once were: numbers that had search ask the database without end, and ids of messages. */
	@ParameterizedTest
	@ValueSource(strings = {"0 -1 999999999999999999 0 0", "0 -1 999999999999999999 999999999999999998 1 0 0 1 1",
			"0 0 0 9223372036854775807 1", "0 0 0 -999999999999999999 1", "0 1000 5 0 0",
			"999999999999999999 ticket-999999999999999999", "6f0e2a56-9d7c-4c43-9c8e-1c1f3f1b6f10"})
	void forgedCursorIsAProblem(String place) {
		var text = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
		for (var caller : List.of(this.alice, this.dora)) {
			for (var list : lists()) {
				refused(caller, list, text);
				refused(caller, list, place.replace(" ", "%20"));
			}
		}
		refused(this.root, "/dead-letters?limit=1", text);
	}

	@Test
	void nobodyReadsFromACursorWhatItHolds() {
		for (var cursor : List.of(this.dora.read("/tickets?limit=1").get("nextCursor").asString(),
				this.alice.read("/tickets?limit=1&sort=-lastActivity").get("nextCursor").asString())) {
			assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
					.doesNotContainPattern("\\d{7}");
		}
	}

	private List<String> lists() {
		return List.of("/tickets?limit=1", "/tickets?limit=1&sort=id", "/tickets?limit=1&status=open",
				"/tickets?limit=1&q=" + this.mark, "/tickets?limit=1&sort=id&q=" + this.mark,
				"/tickets?limit=1&q=priority:mid", "/tickets/%d/messages?limit=1".formatted(this.ticket));
	}

	private static void refused(Api caller, String list, String cursor) {
		assertThat(Api.json(caller.get(list + "&cursor=" + cursor), HttpStatus.BAD_REQUEST).get("type").asString())
				.as(list)
				.isEqualTo("/problems/bad-cursor");
	}

}
