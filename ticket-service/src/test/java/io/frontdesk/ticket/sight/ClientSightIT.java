package io.frontdesk.ticket.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

/** What the house does by itself is seen by nothing that a client can ask for. */
@TicketServiceTest
class ClientSightIT {

	private static final Person ALICE = Person.of("alice@frontdesk.test", "");

	private final MockMvcTester mvc;

	private final Api alice;

	private final Api dora;

	@Autowired
	ClientSightIT(MockMvcTester mvc) {
		this.mvc = mvc;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE, Features.TICKET_DELETE));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
	}

	@Test
	void whatTheHouseKeepsToItselfLeavesEveryAnswerAsItWas() {
		var ticket = this.dora.raise("Quiet");
		this.alice.raise("Alice is known");
		var before = answers(ticket);
		write(ticket, "{\"kind\": \"note\", \"body\": \"A pyromaniac.\"}");
		change(ticket, "{\"tags\": [\"arson\"]}");
		change(ticket, "{\"assignee\": \"%s\"}".formatted(ALICE.id()));
		write(ticket, "{\"kind\": \"reply\", \"body\": \"Held.\", \"attachments\": [\"%s\"]}".formatted(upload()));
		assertThat(answers(ticket)).isEqualTo(before);
	}

	@Test
	void versionOfAClientGrowsByWhatTheySee() {
		var ticket = this.dora.raise("Versions");
		var seen = etag(this.dora, ticket);
		write(ticket, "{\"kind\": \"note\", \"body\": \"Unseen.\"}");
		assertThat(etag(this.alice, ticket)).isNotEqualTo(seen);
		var closed = this.mvc.perform(MockMvcRequestBuilders.patch("/api/v1/tickets/{id}", ticket)
				.with(this.dora.caller())
				.header(HttpHeaders.IF_MATCH, seen)
				.contentType("application/json")
				.content("{\"status\": \"closed\"}"));
		assertThat(closed).hasStatusOk();
		assertThat(closed.getResponse().getHeader(HttpHeaders.ETAG)).isEqualTo(etag(this.dora, ticket))
				.isNotEqualTo(seen);
		change(ticket, "{\"priority\": \"high\"}");
		assertThat(this.mvc.perform(MockMvcRequestBuilders.patch("/api/v1/tickets/{id}", ticket)
				.with(this.dora.caller())
				.header(HttpHeaders.IF_MATCH, closed.getResponse().getHeader(HttpHeaders.ETAG))
				.contentType("application/json")
				.content("{\"status\": \"open\"}"))).hasStatus(HttpStatus.PRECONDITION_FAILED);
		var changed = etag(this.dora, ticket);
		this.dora.post("/tickets/%d/messages".formatted(ticket), "{\"kind\": \"reply\", \"body\": \"Hello?\"}");
		assertThat(etag(this.dora, ticket)).isNotEqualTo(changed);
	}

	@Test
	void heldReplyIsNoNewerMessageForAClientAndIsForStaff() {
		var ticket = this.dora.raise("Held");
		var first = this.dora.read("/tickets/%d/messages".formatted(ticket)).at("/items/0/id").asString();
		var held = write(ticket, "{\"kind\": \"reply\", \"body\": \"Held.\"}");
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket), reply(first)))
				.hasStatus(HttpStatus.CONFLICT);
		assertThat(this.dora.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket), reply(held)))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.dora.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket), reply(first)))
				.hasStatus(HttpStatus.CREATED);
	}

	@Test
	void listIsSortedByNothingThatAClientDoesNotSee() {
		for (var sort : List.of("lastActivity", "-lastActivity")) {
			assertThat(this.dora.get("/tickets?sort=" + sort)).hasStatus(HttpStatus.BAD_REQUEST)
					.bodyJson()
					.extractingPath("$.type")
					.isEqualTo("/problems/sort-not-yours");
			assertThat(this.alice.get("/tickets?sort=" + sort)).hasStatusOk();
		}
	}

	@Test
	void restoringTellsNobodyWhichTicketsThereAre() {
		var live = this.alice.raise("Live");
		var deleted = this.dora.raise("Deleted");
		assertThat(this.alice.send(HttpMethod.DELETE, "/tickets/" + deleted, "")).hasStatus(HttpStatus.NO_CONTENT);
		var mayNotDelete = new Api(this.mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		for (var active : List.of("true", "false")) {
			for (var ticket : List.of(live, deleted, 1L)) {
				var body = "{\"active\": %s}".formatted(active);
				assertThat(this.dora.send(HttpMethod.PATCH, "/tickets/" + ticket, body))
						.hasStatus(HttpStatus.NOT_FOUND);
				assertThat(mayNotDelete.send(HttpMethod.PATCH, "/tickets/" + ticket, body))
						.hasStatus(HttpStatus.FORBIDDEN);
			}
		}
	}

	@Test
	void deletedTicketIsReadByThoseWhoMayBringItBack() {
		var ticket = this.dora.raise("Deleted");
		assertThat(this.alice.send(HttpMethod.DELETE, "/tickets/" + ticket, "")).hasStatus(HttpStatus.NO_CONTENT);
		var mayNotDelete = new Api(this.mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		for (var path : List.of("", "/messages", "/history", "/mail")) {
			assertThat(this.alice.get("/tickets/" + ticket + path)).as(path).hasStatusOk();
			assertThat(mayNotDelete.get("/tickets/" + ticket + path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"priority\": \"low\"}"))
				.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
	}

	/** All that dora can ask about her ticket, with the headers that say something. */
	private List<String> answers(long ticket) {
		var id = "/tickets/" + ticket;
		return Stream
				.of(id, id + "/messages", "/tickets", "/tickets?q=quiet", "/tickets?q=pyromaniac", "/tickets?q=held",
						"/tickets?q=arson", "/tickets?q=has:attachment", "/tickets?q=quiet+has:attachment",
						"/tickets?q=-has:attachment", "/tickets?waitingOn=staff", "/tickets?tag=arson",
						"/tickets?assignee=none", "/tickets?sort=responseTime")
				.map(path -> {
					var answer = this.dora.get(path);
					assertThat(answer).hasStatusOk();
					return path + " " + answer.getResponse().getHeader(HttpHeaders.ETAG) + " " + text(answer);
				})
				.toList();
	}

	private String write(long ticket, String message) {
		return this.alice.post("/tickets/%d/messages".formatted(ticket), message).get("id").asString();
	}

	private void change(long ticket, String change) {
		assertThat(this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, change)).hasStatusOk();
	}

	private UUID upload() {
		var answer = this.mvc.perform(MockMvcRequestBuilders.post("/api/v1/attachments?filename=a.txt")
				.with(this.alice.caller())
				.contentType("application/octet-stream")
				.content("Held."));
		return UUID.fromString(Api.json(answer, HttpStatus.CREATED).get("id").asString());
	}

	private static String reply(String seenThrough) {
		return "{\"kind\": \"reply\", \"body\": \"x\", \"seenThrough\": \"%s\"}".formatted(seenThrough);
	}

	private static String etag(Api as, long ticket) {
		return as.get("/tickets/" + ticket).getResponse().getHeader(HttpHeaders.ETAG);
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
