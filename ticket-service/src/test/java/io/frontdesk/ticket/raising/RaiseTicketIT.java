package io.frontdesk.ticket.raising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import tools.jackson.databind.JsonNode;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.organisation.Organisation;

@TicketServiceTest
class RaiseTicketIT {

	private static final RequestPostProcessor ALICE = Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE,
			Features.TICKET_DELETE);

	private final Api alice;

	private final Api dora;

	private final Organisation organisation;

	@Autowired
	RaiseTicketIT(MockMvcTester mvc, Organisation organisation) {
		this.alice = new Api(mvc, ALICE);
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
		this.organisation = organisation;
	}

	@Test
	void staffRaiseForAClientWhoThenSeesIt() {
		var ticket = this.alice.post("/tickets", """
				{"requester": {"email": "Dora@example.org", "firstName": "Dora"}, "subject": "By phone",
				 "message": "It rings.", "priority": "high", "tags": ["phone"]}""");
		assertThat(ticket.get("requester").get("email").asString()).isEqualTo("dora@example.org");
		assertThat(ticket.get("tags").get(0).asString()).isEqualTo("phone");
		var seen = this.dora.read("/tickets/" + ticket.get("id").asLong());
		assertThat(seen.get("tags")).isEmpty();
		assertThat(seen.get("priority").asString()).isEqualTo("high");
	}

	@Test
	void clientRaisesForThemselvesOnly() {
		assertThat(this.dora.send(HttpMethod.POST, "/tickets",
				"{\"requester\": {\"email\": \"carol@example.com\"}, \"subject\": \"x\", \"message\": \"y\"}"))
				.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.dora.send(HttpMethod.POST, "/tickets",
				"{\"subject\": \"x\", \"message\": \"y\", \"tags\": [\"vip\"]}")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void thousandRequestsWithHundredKeysMakeHundredTickets() throws Exception {
		var ids = new HashSet<String>();
		try (var callers = Executors.newFixedThreadPool(16)) {
			var answers = callers.invokeAll(IntStream.range(0, 1_000)
					.<Callable<String>>mapToObj(i -> () -> raise("key-" + i % 100, "Ticket " + i % 100).getResponse()
							.getHeader("Location"))
					.toList());
			for (var answer : answers) {
				ids.add(answer.get());
			}
		}
		assertThat(ids).hasSize(100).doesNotContainNull();
	}

	@Test
	void keyOfAnotherRequestIsRefused() {
		assertThat(raise("other", "One")).hasStatus(HttpStatus.CREATED);
		assertThat(raise("other", "Two")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(raise("bad key", "Three")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void projectAndTaskGoTogether() {
		var company = UUID.randomUUID();
		var project = UUID.randomUUID();
		var other = UUID.randomUUID();
		var task = UUID.randomUUID();
		this.organisation.update(new CompanyChanged(company, "Acme", List.of(), true, 0));
		this.organisation.update(new ProjectChanged(project, "Website", "", company, true, 0));
		this.organisation.update(new ProjectChanged(other, "Shop", "", company, true, 0));
		this.organisation.update(new TaskChanged(task, "Relaunch", "", project, true, 0));
		var ticket = this.alice.raise("Placed");
		var path = "/tickets/" + ticket;
		var placed = patch(path, "{\"task\": \"%s\"}".formatted(task), HttpStatus.OK);
		assertThat(placed.get("project").get("name").asString()).isEqualTo("Website");
		assertThat(placed.get("task").get("name").asString()).isEqualTo("Relaunch");
		patch(path, "{\"task\": \"%s\", \"project\": \"%s\"}".formatted(task, other), HttpStatus.UNPROCESSABLE_CONTENT);
		var moved = patch(path, "{\"project\": \"%s\"}".formatted(other), HttpStatus.OK);
		assertThat(moved.get("task").isNull()).isTrue();
		assertThat(patch(path, "{\"project\": null}", HttpStatus.OK).get("project").isNull()).isTrue();
		patch(path, "{\"project\": \"%s\"}".formatted(UUID.randomUUID()), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void assigneeIsActiveStaffAndCanBeTakenAway() {
		var ticket = this.alice.raise("Assigned");
		var alice = this.alice.read("/tickets/" + ticket).get("requester").get("id").asString();
		assertThat(patch("/tickets/" + ticket, "{\"assignee\": \"%s\"}".formatted(alice), HttpStatus.OK).get("assignee")
				.get("id")
				.asString()).isEqualTo(alice);
		assertThat(patch("/tickets/" + ticket, "{\"priority\": \"low\"}", HttpStatus.OK).get("assignee").isNull())
				.isFalse();
		assertThat(patch("/tickets/" + ticket, "{\"assignee\": null}", HttpStatus.OK).get("assignee").isNull())
				.isTrue();
		patch("/tickets/" + ticket, "{\"assignee\": \"%s\"}".formatted(UUID.randomUUID()),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void deletedTicketIsGoneForClientsAndCanBeBroughtBack() {
		var ticket = this.dora.raise("Gone");
		var path = "/tickets/" + ticket;
		assertThat(this.alice.send(HttpMethod.DELETE, path, "")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.dora.get(path)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.alice.read(path).get("active").asBoolean()).isFalse();
		assertThat(this.dora.send(HttpMethod.PATCH, path, "{\"active\": true}")).hasStatus4xxClientError();
		assertThat(patch(path, "{\"active\": true}", HttpStatus.OK).get("active").asBoolean()).isTrue();
		assertThat(this.dora.get(path)).hasStatusOk();
	}

	@Test
	void historyTellsWhoChangedWhat() {
		var ticket = this.dora.raise("Remembered");
		patch("/tickets/" + ticket, "{\"priority\": \"high\", \"status\": \"closed\"}", HttpStatus.OK);
		var history = this.alice.read("/tickets/%d/history".formatted(ticket)).get("items");
		assertThat(history).extracting(entry -> entry.get("field").asString())
				.containsExactly("created", "priority", "status");
		assertThat(history.get(0).get("actor").get("email").asString()).isEqualTo("dora@example.org");
		assertThat(history.get(1).get("actor").get("email").asString()).isEqualTo("alice@frontdesk.test");
		assertThat(history.get(1).get("after").asString()).isEqualTo("high");
		assertThat(this.dora.get("/tickets/%d/history".formatted(ticket))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"subject\": \"x\"}", "{\"subject\": \" \", \"message\": \"y\"}",
			"{\"subject\": \"x\", \"message\": \"y\", \"requester\": {\"email\": \"nobody\"}}",
			"{\"subject\": \"x\", \"message\": \"y\", \"requester\": {\"id\": \"00000000-0000-0000-0000-000000000001\"}}",
			"{\"subject\": \"x\", \"message\": \"y\", \"priority\": \"urgent\"}",
			"{\"subject\": \"x\", \"message\": \"y\", \"project\": \"website\"}",
			"{\"subject\": \"x\", \"message\": \"y\", \"tags\": [null]}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]"})
	void badTicketIsAProblem(String body) {
		assertThat(this.alice.send(HttpMethod.POST, "/tickets", body)).hasStatus4xxClientError()
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private JsonNode patch(String path, String body, HttpStatus expected) {
		return Api.json(this.alice.send(HttpMethod.PATCH, path, body), expected);
	}

	private MvcTestResult raise(String key, String subject) {
		return this.alice.send(HttpMethod.POST, "/tickets",
				"{\"subject\": \"%s\", \"message\": \"x\"}".formatted(subject), "Idempotency-Key", key);
	}

}
