package io.frontdesk.ticket.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.people.People;

/** Staff who may do everything but read tickets. */
@TicketServiceTest
class BlindStaffIT {

	private final MockMvcTester mvc;

	private final People people;

	private final Api blind;

	private final Api alice;

	private final Api dora;

	@Autowired
	BlindStaffIT(MockMvcTester mvc, People people) {
		this.mvc = mvc;
		this.people = people;
		this.blind = new Api(mvc, Callers.admin(Features.ALL.stream()
				.filter(feature -> !feature.equals(Features.TICKET_READ))
				.toArray(String[]::new)));
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
	}

	@Test
	void readNothingOfTickets() {
		var id = "/tickets/" + this.dora.raise("Not theirs");
		var message = id + "/messages/" + this.dora.read(id + "/messages").at("/items/0/id").asString();
		for (var path : List.of("/tickets", "/tickets/export", id, id + "/history", id + "/mail", id + "/messages",
				message + "/body", message + "/text", message + "/source", id + "/drafts/note", "/stream")) {
			assertThat(this.blind.get(path)).as(path).hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	void changeWithoutBeingToldWhat() {
		var id = "/tickets/" + this.dora.raise("Not theirs");
		for (var change : List.of("{}", "{\"priority\": \"high\"}", "{\"status\": \"closed\"}", "{\"active\": false}",
				"{\"active\": true}")) {
			assertTellsNothing(this.blind.send(HttpMethod.PATCH, id, change));
		}
		var ticket = this.alice.read(id);
		assertThat(ticket.get("priority").asString()).isEqualTo("high");
		assertThat(ticket.get("status").asString()).isEqualTo("closed");
	}

	@Test
	void changeManyWithoutBeingToldWhatBecameOfThem() {
		var ids = List.of(this.dora.raise("One"), this.dora.raise("Two"), 1L);
		var body = "{\"ids\": %s, \"change\": {\"status\": \"closed\"}}".formatted(ids);
		assertTellsNothing(this.blind.send(HttpMethod.POST, "/tickets/bulk/preview", body));
		assertTellsNothing(this.blind.send(HttpMethod.POST, "/tickets/bulk", body));
		assertThat(this.alice.read("/tickets/" + ids.getFirst()).get("status").asString()).isEqualTo("closed");
	}

	@Test
	void haveNoTicketMailedToThemselvesOrAnybody() {
		var me = Person.of("blind@frontdesk.test", "Berta Blind");
		this.people.update(List.of(new UserChanged(me.id(), me.email(), me.firstName(), me.lastName(), null, true, true,
				1)));
		var ids = List.of(this.dora.raise("Not theirs"), 1L);
		var id = "/tickets/" + ids.getFirst();
		var before = this.alice.read(id);
		for (var ticket : List.of(id, "/tickets/1")) {
			for (var change : List.of("\"requester\": {\"email\": \"me@elsewhere.example\"}",
					"\"requester\": {\"id\": \"%s\"}".formatted(me.id()),
					"\"assignee\": \"%s\"".formatted(me.id()),
					"\"status\": \"closed\", \"assignee\": \"%s\"".formatted(me.id()))) {
				assertMayNotSayWhoIsMailed(this.blind.send(HttpMethod.PATCH, ticket, "{%s}".formatted(change)));
			}
			for (var kind : List.of("reply", "note")) {
				assertMayNotSayWhoIsMailed(this.blind.send(HttpMethod.POST, ticket + "/messages",
						"{\"kind\": \"%s\", \"body\": \"x\", \"cc\": [\"me@elsewhere.example\"]}".formatted(kind)));
				for (var guess : List.of("\"to\": \"dora@example.org\"",
						"\"seenRecipients\": {\"to\": \"dora@example.org\", \"cc\": []}")) {
					assertMayNotSayWhoIsMailed(this.blind.send(HttpMethod.POST, ticket + "/messages",
							"{\"kind\": \"%s\", \"body\": \"x\", %s}".formatted(kind, guess)));
				}
			}
		}
		assertMayNotSayWhoIsMailed(this.blind.send(HttpMethod.POST, "/tickets/bulk",
				"{\"ids\": %s, \"change\": {\"assignee\": \"%s\"}}".formatted(ids, me.id())));
		assertMayNotSayWhoIsMailed(this.blind.send(HttpMethod.POST, "/tickets",
				"{\"requester\": {\"email\": \"dora@example.org\"}, \"subject\": \"x\", \"message\": \"x\", \"assignee\": \"%s\"}"
						.formatted(me.id())));
		assertThat(this.alice.read(id)).isEqualTo(before);
		assertThat(this.alice.read(id + "/messages").get("total").asInt()).isOne();
	}

	@Test
	void takeATicketFromWhomeverHasIt() {
		var id = "/tickets/" + this.dora.raise("Not theirs");
		assertTellsNothing(this.blind.send(HttpMethod.PATCH, id, "{\"assignee\": null}"));
		assertTellsNothing(this.blind.send(HttpMethod.POST, "/tickets/bulk",
				"{\"ids\": [%s], \"change\": {\"assignee\": null}}".formatted(id.replaceAll("\\D", ""))));
	}

	private static void assertMayNotSayWhoIsMailed(MvcTestResult answer) {
		var problem = Api.json(answer, HttpStatus.FORBIDDEN);
		assertThat(problem.get("type").asString()).isEqualTo("/problems/recipients-not-yours");
		assertThat(problem.get("detail").asString()).contains("ticket:read");
	}

	@Test
	void areToldTheIdOfWhatTheyMadeAndNoMore() {
		var raised = this.blind.send(HttpMethod.POST, "/tickets",
				"{\"requester\": {\"email\": \"dora@example.org\"}, \"subject\": \"By phone\", \"message\": \"Hm.\"}");
		var ticket = assertTellsOnlyTheId(raised);
		assertThat(raised.getResponse().getHeader(HttpHeaders.LOCATION)).isEqualTo("/api/v1/tickets/" + ticket);
		assertThat(this.dora.read("/tickets/" + ticket).get("subject").asString()).isEqualTo("By phone");
		var messages = "/tickets/%s/messages".formatted(ticket);
		for (var kind : List.of("note", "reply")) {
			var message = assertTellsOnlyTheId(this.blind.send(HttpMethod.POST, messages,
					"{\"kind\": \"%s\", \"body\": \"Written blindly.\"}".formatted(kind)));
			assertThat(this.alice.read(messages).toString()).contains(message);
			if (kind.equals("reply")) {
				assertTellsNothing(this.blind.send(HttpMethod.DELETE, messages + "/" + message, ""));
			}
		}
		var upload = this.mvc.perform(MockMvcRequestBuilders.post("/api/v1/attachments?filename=a.txt")
				.with(this.blind.caller())
				.contentType("application/octet-stream")
				.content("Hers."));
		assertThat(upload.getResponse().getHeader(HttpHeaders.LOCATION))
				.isEqualTo("/api/v1/attachments/" + assertTellsOnlyTheId(upload));
	}

	@Test
	void saveADraftAndThrowItAwayWithoutBeingShownIt() {
		var draft = "/tickets/%d/drafts/note".formatted(this.dora.raise("Written about blindly"));
		assertTellsNothing(
				this.blind.send(HttpMethod.PUT, draft, "{\"body\": \"Hm.\", \"idempotencyKey\": \"blind-draft\"}"));
		assertTellsNothing(this.blind.send(HttpMethod.DELETE, draft, ""));
	}

	@Test
	void areToldOfARefusalOnlyWhatTheyDidWrong() {
		var ticket = this.dora.raise("Goes on");
		var messages = "/tickets/%d/messages".formatted(ticket);
		var first = this.dora.read(messages).at("/items/0/id").asString();
		this.dora.post(messages, "{\"kind\": \"reply\", \"body\": \"And on.\"}");
		var refused = this.blind.send(HttpMethod.POST, messages,
				"{\"kind\": \"reply\", \"body\": \"x\", \"seenThrough\": \"%s\"}".formatted(first));
		var problem = Api.json(refused, HttpStatus.CONFLICT);
		assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
		assertThat(Api.json(this.blind.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"priority\": \"urgent\"}"),
				HttpStatus.BAD_REQUEST).at("/errors/0/field").asString()).isEqualTo("priority");
	}

	@Test
	void sameRequestWithTheSameKeyTellsTheSameId() {
		var once = raise();
		assertThat(assertTellsOnlyTheId(raise())).isEqualTo(assertTellsOnlyTheId(once));
	}

	private MvcTestResult raise() {
		return this.blind.send(HttpMethod.POST, "/tickets", "{\"subject\": \"Once\", \"message\": \"x\"}",
				"Idempotency-Key", "blind");
	}

	private static void assertTellsNothing(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.NO_CONTENT).doesNotContainHeader(HttpHeaders.ETAG);
		assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
	}

	private static String assertTellsOnlyTheId(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.CREATED).doesNotContainHeader(HttpHeaders.ETAG);
		var told = Api.json(answer, HttpStatus.CREATED);
		assertThat(told.propertyNames()).containsExactly("id");
		return told.get("id").asString();
	}

}
