package io.frontdesk.ticket.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import tools.jackson.databind.JsonNode;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

@TicketServiceTest
class TicketListIT {

	private static final RequestPostProcessor STAFF = Callers.admin(Features.TICKET_READ);

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final MockMvcTester api;

	private final Desk desk;

	private final TicketDesk tickets;

	private final Organisation organisation;

	private final People people;

	private final JdbcClient jdbc;

	@Autowired
	TicketListIT(MockMvcTester api, TicketDesk tickets, Conversation conversation,
			Organisation organisation, People people, JdbcClient jdbc) {
		this.api = api;
		this.desk = new Desk(tickets, conversation, people);
		this.tickets = tickets;
		this.organisation = organisation;
		this.people = people;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void hire() {
		this.desk.hire(Desk.ALICE);
	}

	@ParameterizedTest
	@ValueSource(strings = {"requestTime", "-requestTime", "responseTime", "-responseTime", "lastActivity",
			"-lastActivity", "priority", "-priority", "id", "-id"})
	void eachSortPagesWithoutGapsOrRepeats(String sort) {
		var requester = somebody();
		for (var i = 0; i < 9; i++) {
			// two of each time: the id decides
			var ticket = this.desk.raise(requester, "Ticket " + i, "Text", NOON.plusSeconds(i / 2),
					Priority.values()[i % 3], null, null, null, List.of());
			if (i % 2 == 0) {
				this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), Desk.STAFF);
			}
		}
		var whole = Desk.ids(list("requester", requester.id().toString(), "sort", sort));
		assertThat(whole).hasSize(9).doesNotHaveDuplicates();
		assertThat(pages(2, "requester", requester.id().toString(), "sort", sort)).isEqualTo(whole);
		assertThat(whole).isEqualTo(expected(requester, sort));
	}

	private List<Long> expected(Person requester, String sort) {
		var direction = sort.startsWith("-") ? " desc" : "";
		var order = switch (sort.replace("-", "")) {
			case "responseTime" -> "response_time is null, response_time%1$s, request_time%1$s, id%1$s";
			case "lastActivity" -> "last_activity%1$s, id%1$s";
			case "priority" -> "array_position(array['LOW', 'MID', 'HIGH'], priority)%1$s, request_time%1$s, id%1$s";
			case "id" -> "id%1$s";
			default -> "request_time%1$s, id%1$s";
		};
		return this.jdbc.sql("select id from ticket where requester_id = ? order by " + order.formatted(direction))
				.param(requester.id())
				.query(Long.class)
				.list();
	}

	@Test
	void listOfATagFollowsTheTicketsAndIgnoresCase() {
		var tag = "T" + UUID.randomUUID();
		var tickets = new ArrayList<Long>();
		for (var i = 0; i < 9; i++) {
			tickets.add(this.desk.raise(somebody(), "Ticket " + i, "Text", NOON.plusSeconds(i / 2), Priority.MID, null,
					null, null, List.of(tag, tag.toLowerCase(Locale.ROOT), "other")));
		}
		var whole = Desk.ids(list("tag", tag.toLowerCase(Locale.ROOT)));
		assertThat(whole).containsExactlyInAnyOrderElementsOf(tickets);
		assertThat(pages(2, "tag", tag)).isEqualTo(whole);
		this.tickets.change(tickets.getFirst(), tagged("other"), Desk.STAFF);
		this.tickets.change(tickets.getLast(), TicketChange.active(false), Desk.STAFF);
		assertThat(Desk.ids(list("tag", tag))).containsExactlyInAnyOrderElementsOf(tickets.subList(1, 8));
		this.tickets.change(tickets.getFirst(), tagged(tag), Desk.STAFF);
		assertThat(Desk.ids(list("tag", tag))).containsExactlyInAnyOrderElementsOf(tickets.subList(0, 8));
	}

	private static TicketChange tagged(String tag) {
		return new TicketChange(null, null, null, null, null, null, List.of(tag), null, null);
	}

	@Test
	void eachFilterLeavesOutTheOthers() {
		var company = UUID.randomUUID();
		this.organisation.update(new CompanyChanged(company, "Acme", List.of(), true, 1));
		var project = UUID.randomUUID();
		this.organisation.update(new ProjectChanged(project, "Website", "", company, true, 1));
		var task = UUID.randomUUID();
		this.organisation.update(new TaskChanged(task, "Relaunch", "", project, true, 1));
		var requester = somebody();
		this.people.update(List.of(new UserChanged(requester.id(), requester.email(), requester.firstName(),
				requester.lastName(), company, false, true, 1)));
		var tag = "t" + UUID.randomUUID();
		var wanted = this.desk.raise(requester, "Wanted", "Text", NOON, Priority.HIGH, Desk.ALICE.id(), project, task,
				List.of(tag));
		var other = this.desk.raise(somebody(), "Other", "Text", NOON.plusSeconds(90_000));
		this.tickets.change(other, TicketChange.status(TicketStatus.CLOSED), Desk.STAFF);
		for (var filter : List.of("company=" + company, "project=" + project, "task=" + task, "tag=" + tag,
				"requester=" + requester.id(), "q=requester:" + requester.email(), "q=company:acme",
				"q=tag:" + tag)) {
			var parts = filter.split("=");
			var found = list(parts[0], parts[1]);
			assertThat(Desk.ids(found)).as(filter).containsExactly(wanted);
			assertThat(found.get("total").asInt()).isEqualTo(1);
			assertThat(found.get("totalCapped").asBoolean()).isFalse();
		}
		for (var filter : List.of("assignee=me", "assignee=" + Desk.ALICE.id(), "priority=high", "status=open",
				"waitingOn=staff", "createdTo=2026-03-01", "createdFrom=2026-03-01T12:00:00Z", "q=assignee:me",
				"q=status:open", "q=-status:closed", "q=received:2026-03-01", "q=received:<2026-03-02",
				"q=received:2026-02-01..2026-03-01")) {
			var parts = filter.split("=");
			assertThat(Desk.ids(list(parts[0], parts[1], "limit", "200"))).as(filter).contains(wanted);
		}
		for (var filter : List.of("assignee=none", "priority=low", "status=closed", "waitingOn=client",
				"createdFrom=2026-03-02", "createdTo=2026-03-01T12:00:00Z", "q=assignee:none", "q=is:closed",
				"q=received:>2026-03-01", "q=has:attachment")) {
			var parts = filter.split("=");
			assertThat(Desk.ids(list(parts[0], parts[1], "limit", "200"))).as(filter).doesNotContain(wanted);
		}
		var row = list("tag", tag).get("items").get(0);
		assertThat(row.get("company").get("name").asString()).isEqualTo("Acme");
		assertThat(row.get("project").get("name").asString()).isEqualTo("Website");
		assertThat(row.get("task").get("name").asString()).isEqualTo("Relaunch");
		assertThat(row.get("requester").get("company").get("name").asString()).isEqualTo("Acme");
		assertThat(row.get("snippet").asString()).isEqualTo("Text");
		assertThat(row.get("highlights").isNull()).isTrue();
	}

	@Test
	void deletedTicketsAreShownToWhoMayDelete() {
		var ticket = this.desk.raise(somebody(), "Deleted", "Text", NOON);
		this.tickets.change(ticket, TicketChange.active(false), Desk.STAFF);
		var deleter = Callers.admin(Features.TICKET_READ, Features.TICKET_DELETE);
		assertThat(Desk.ids(list("limit", "200"))).doesNotContain(ticket);
		assertThat(Desk.ids(Desk.list(this.api, deleter, "active", "false"))).contains(ticket);
		assertThat(Desk.ids(Desk.list(this.api, deleter, "q", "is:archived"))).contains(ticket);
		assertThat(this.api.perform(get("/api/v1/tickets?active=false").with(STAFF))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(Desk.ids(list("q", "is:archived", "limit", "200"))).doesNotContain(ticket);
		assertThat(list("q", "is:archived").get("hints")).hasSize(1);
	}

	@Test
	void clientSeesOwnTicketsWithoutWhatIsForStaff() {
		var requester = somebody();
		var ticket = this.desk.raise(requester, "Mine", "Text", NOON, Priority.MID, Desk.ALICE.id(), null, null,
				List.of("difficult"));
		var other = this.desk.raise(somebody(), "Not mine", "Text", NOON);
		var client = Callers.client(requester.email());
		for (var query : List.of("", "requester:me", "difficult:tag", "assignee:none")) {
			assertThat(Desk.ids(Desk.list(this.api, client, "q", query, "requester", Person.idOf("x@y.z").toString())))
					.as(query)
					.doesNotContain(other);
		}
		var row = Desk.list(this.api, client, "tag", "easy", "assignee", "none").get("items").get(0);
		assertThat(row.get("id").asLong()).isEqualTo(ticket);
		assertThat(row.get("assignee").isNull()).isTrue();
		assertThat(row.get("tags")).isEmpty();
		assertThat(row.get("lastActivity").isNull()).isTrue();
	}

	@Test
	void cursorOfAnotherListIsRefused() {
		var requester = somebody();
		for (var i = 0; i < 3; i++) {
			this.desk.raise(requester, "Ticket", "Text", NOON);
		}
		var cursor = list("requester", requester.id().toString(), "limit", "1").get("nextCursor").asString();
		for (var other : List.of("", "&status=open", "&sort=id&requester=" + requester.id(), "&q=text")) {
			assertThat(this.api.perform(get("/api/v1/tickets?limit=1&cursor=" + cursor + other).with(STAFF)))
					.as(other)
					.hasStatus(HttpStatus.BAD_REQUEST)
					.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
					.bodyJson()
					.hasPathSatisfying("$.type",
							type -> type.assertThat().isEqualTo("/problems/bad-cursor"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"sort=", "tag=%00", "q=%00", "createdFrom=", "assignee="})
	void emptyIsAsGoodAsMissing(String query) {
		assertThat(this.api.perform(get("/api/v1/tickets?" + query).with(STAFF))).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = {"sort=relevance", "sort=--id", "company=acme", "assignee=alice", "createdFrom=yesterday",
			"createdTo=+999999999-12-31", "createdTo=99999-01-01T00:00:00Z", "priority=urgent", "limit=1000",
			"cursor=x", "active=maybe"})
	void badFilterIsAProblemThatSaysSo(String query) {
		assertThat(this.api.perform(get("/api/v1/tickets?" + query).with(STAFF))).hasStatus(HttpStatus.BAD_REQUEST)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private List<Long> pages(int size, String... parameters) {
		var all = new ArrayList<Long>();
		String cursor = "";
		for (var pages = 0; cursor != null && pages < 50; pages++) {
			var asked = new ArrayList<>(List.of(parameters));
			asked.addAll(List.of("limit", Integer.toString(size)));
			if (!cursor.isEmpty()) {
				asked.addAll(List.of("cursor", cursor));
			}
			var page = list(asked.toArray(String[]::new));
			assertThat(page.get("total").asInt()).isEqualTo(9);
			all.addAll(Desk.ids(page));
			cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
		}
		return all;
	}

	private JsonNode list(String... parameters) {
		return Desk.list(this.api, STAFF, parameters);
	}

	private static Person somebody() {
		return Person.of(UUID.randomUUID() + "@example.org", "Some Body");
	}

}
