package io.frontdesk.ticket.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.Person;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.events.UserChanged;
import io.frontdesk.http.documentation.WholeDocument;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

/**
 * Each field that a client sees or may send, by name. A field that is added is in none of these lists: whoever adds it
 * has to think about clients.
 */
@TicketServiceTest
class ClientFieldsIT {

	private static final Person FRED = Person.of("fred@fields.example", "Fred Fields");

	private static final Person ALICE = Person.of("alice@frontdesk.test", "");

	private final Api fred;

	private final Api alice;

	private final Organisation organisation;

	private final People people;

	private final UUID project = UUID.randomUUID();

	private final UUID task = UUID.randomUUID();

	@Autowired
	ClientFieldsIT(MockMvcTester mvc, Organisation organisation, People people) {
		this.fred = new Api(mvc, Callers.client(FRED.email()));
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.organisation = organisation;
		this.people = people;
	}

	@BeforeEach
	void putFredInACompany() {
		var company = UUID.randomUUID();
		this.organisation.update(new CompanyChanged(company, "Fields", List.of(), true, 0));
		this.organisation.update(new ProjectChanged(this.project, "Project", "", company, true, 0));
		this.organisation.update(new TaskChanged(this.task, "Task", "", this.project, true, 0));
		this.people.update(List.of(new UserChanged(FRED.id(), FRED.email(), "Fred", "Fields", company, false, true,
				System.nanoTime())));
	}

	@Test
	void ticketShowsTheseAndNoMore() {
		assertShows(this.fred.read("/tickets/" + furnished()),
				Set.of("assignee", "tags", "possibleFollowUpOf", "answerTo", "quiet", "proposed"),
				"id", "subject", "message", "requester", "company", "project", "task", "status", "priority",
				"requestTime", "responseTime", "waitingOn", "source", "active", "version");
	}

	@Test
	void rowOfAListShowsTheseAndNoMore() {
		var ticket = furnished();
		var row = this.fred.read("/tickets?q=furnished")
				.get("items")
				.valueStream()
				.filter(item -> item.get("id").asLong() == ticket)
				.findFirst()
				.orElseThrow();
		assertShows(row, Set.of("assignee", "tags", "lastActivity", "firstReplyAt"), "id", "subject", "snippet",
				"requester", "company", "project", "task", "status", "priority", "requestTime", "responseTime",
				"waitingOn", "source", "active", "version", "highlights");
	}

	@Test
	void messageShowsTheseAndNoMore() {
		var messages = this.fred.read("/tickets/%d/messages".formatted(furnished())).get("items");
		assertThat(messages).hasSize(1);
		assertShows(messages.get(0), Set.of("heldUntil", "delivery", "closing", "cc", "hasQuoted", "hasHtml"), "id",
				"kind",
				"author", "body", "attachments", "sentAt", "verified");
	}

	@Test
	void ticketIsRaisedWithTheseAndNoMore() {
		var taken = new HashMap<String, String>(Map.of("subject", "\"New\"", "message", "\"New\"", "project",
				quoted(this.project), "task", quoted(this.task), "attachments", "[]", "requester",
				"{\"email\": \"%s\"}".formatted(FRED.email())));
		var refused = Map.of("priority", "\"high\"", "assignee", quoted(ALICE.id()), "tags", "[\"vip\"]", "from",
				"\"client\"", "confirm", "true");
		assertThat(fields("/tickets", "post")).isEqualTo(union(taken.keySet(), refused.keySet()));
		var least = "{\"subject\": \"x\", \"message\": \"y\", \"%s\": %s}";
		taken.forEach((field, value) -> assertThat(
				this.fred.send(HttpMethod.POST, "/tickets", least.formatted(field, value))).as(field)
				.hasStatus(HttpStatus.CREATED));
		refused.forEach((field, value) -> assertThat(
				Api.json(this.fred.send(HttpMethod.POST, "/tickets", least.formatted(field, value)),
						HttpStatus.FORBIDDEN)
						.get("type")
						.asString())
				.as(field).isEqualTo("/problems/change-not-yours"));
	}

	@Test
	void ticketIsChangedInThisAndNoMore() {
		var refused = Map.of("priority", "\"high\"", "subject", "\"New\"", "assignee", quoted(ALICE.id()), "project",
				quoted(this.project), "task", quoted(this.task), "tags", "[\"vip\"]", "active", "false", "requester",
				"{\"email\": \"%s\"}".formatted(FRED.email()));
		assertThat(fields("/tickets/{id}", "patch")).isEqualTo(union(Set.of("status"), refused.keySet()));
		var path = "/tickets/" + this.fred.raise("Changed");
		assertThat(this.fred.send(HttpMethod.PATCH, path, "{\"status\": \"closed\"}")).hasStatusOk();
		refused.forEach((field, value) -> assertThat(
				Api.json(this.fred.send(HttpMethod.PATCH, path, "{\"%s\": %s}".formatted(field, value)),
						HttpStatus.FORBIDDEN)
						.get("type")
						.asString())
				.as(field).isEqualTo("/problems/change-not-yours"));
	}

	@Test
	void messageIsWrittenWithTheseAndNoMore() {
		assertThat(fields("/tickets/{ticket}/messages", "post")).containsExactlyInAnyOrder("kind", "body", "html", "to",
				"cc", "seenRecipients", "attachments", "close", "seenThrough", "hold");
	}

	/** With all that a ticket can have. */
	private long furnished() {
		var upload = this.fred.mvc()
				.perform(MockMvcRequestBuilders.post("/api/v1/attachments?filename=a.txt")
						.with(this.fred.caller())
						.contentType("application/octet-stream")
						.content("Mine."));
		var ticket = this.fred.post("/tickets",
				"{\"subject\": \"Furnished\", \"message\": \"Hm.\", \"task\": \"%s\", \"attachments\": [\"%s\"]}"
						.formatted(this.task, Api.json(upload, HttpStatus.CREATED).get("id").asString()))
				.get("id")
				.asLong();
		this.alice.raise("Alice is known");
		for (var change : List.of("{\"tags\": [\"vip\"]}", "{\"assignee\": \"%s\"}".formatted(ALICE.id()),
				"{\"status\": \"closed\"}")) {
			assertThat(this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, change)).hasStatusOk();
		}
		return ticket;
	}

	private static void assertShows(JsonNode answer, Set<String> empty, String... shown) {
		assertThat(answer.propertyNames()).containsExactlyInAnyOrderElementsOf(union(empty, Set.of(shown)));
		assertThat(answer.propertyNames().stream().filter(name -> isTold(answer.get(name))))
				.containsExactlyInAnyOrder(shown);
	}

	private static boolean isTold(JsonNode value) {
		return !value.isNull() && !(value.isArray() && value.isEmpty()) && !(value.isBoolean() && !value.asBoolean());
	}

	private static Set<String> fields(String path, String method) {
		var document = WholeDocument.committed().json();
		var schema = document.get("paths")
				.get("/api/v1" + path)
				.get(method)
				.at("/requestBody/content/application~1json/schema");
		return document.at(schema.get("$ref").asString().substring(1))
				.get("properties")
				.propertyStream()
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		var all = new java.util.HashSet<>(some);
		all.addAll(others);
		return all;
	}

	private static String quoted(UUID id) {
		return "\"" + id + "\"";
	}

}
