package io.frontdesk.ticket.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

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
import io.frontdesk.ticket.listing.Desk;
import io.frontdesk.ticket.listing.TicketFilter;
import io.frontdesk.ticket.listing.TicketList;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.search.Asker;

@TicketServiceTest
class TicketExportIT {

	private static final RequestPostProcessor EXPORTER = Callers.admin(Features.TICKET_READ,
			Features.TICKET_EXPORT);

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final MockMvcTester api;

	private final Desk desk;

	private final TicketDesk tickets;

	private final Organisation organisation;

	private final People people;

	private final JdbcClient jdbc;

	private final TicketList list;

	private final TicketExport exports;

	private final Person requester = Person.of(UUID.randomUUID() + "@example.org", "Some Body");

	@Autowired
	TicketExportIT(MockMvcTester api, TicketDesk tickets, Conversation conversation,
			Organisation organisation, People people, JdbcClient jdbc, TicketList list, TicketExport exports) {
		this.api = api;
		this.desk = new Desk(tickets, conversation, people);
		this.tickets = tickets;
		this.organisation = organisation;
		this.people = people;
		this.jdbc = jdbc;
		this.list = list;
		this.exports = exports;
	}

	@BeforeEach
	void hire() {
		this.desk.hire(Desk.ALICE);
	}

	@Test
	void rowTellsAllThatTheListDoes() throws IOException {
		var company = UUID.randomUUID();
		this.organisation.update(new CompanyChanged(company, "Acme", List.of(), true, 1));
		var project = UUID.randomUUID();
		this.organisation.update(new ProjectChanged(project, "Website", "", company, true, 1));
		var task = UUID.randomUUID();
		this.organisation.update(new TaskChanged(task, "Relaunch", "", project, true, 1));
		this.people
				.update(List.of(new UserChanged(this.requester.id(), this.requester.email(), this.requester.firstName(),
						this.requester.lastName(), company, false, true, 1)));
		var ticket = this.desk.raise(this.requester, "Drucker brennt", "Text", NOON, Priority.HIGH, Desk.ALICE.id(),
				project, task, List.of("printer", "fire"));
		var answer = export("requester", this.requester.id().toString());
		assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(answer.getHeader("Content-Disposition"))
				.matches("attachment; filename=\"tickets-\\d{4}-\\d{2}-\\d{2}\\.csv\"");
		var text = answer.getContentAsString(StandardCharsets.UTF_8);
		assertThat(text).as("as UTF-8, also to Excel").startsWith("\uFEFF");
		var lines = text.substring(1).split("\r\n", -1);
		assertThat(lines[0]).isEqualTo("id,subject,status,priority,requesterEmail,requesterName,company,assigneeEmail,"
				+ "assigneeName,project,task,tags,source,waitingOn,requestTime,firstReplyAt,responseTime,lastActivity");
		assertThat(lines[1]).startsWith(
				"%d,Drucker brennt,open,high,%s,Some Body,Acme,alice@frontdesk.test,Alice Adams,Website,Relaunch,\"printer, fire\",api,staff,2026-03-01T12:00:00Z,,,"
						.formatted(ticket, this.requester.email()));
		assertThat(lines).hasSize(3).endsWith("");
	}

	@Test
	void filtersSortAndSearchAreTheLists() throws IOException {
		var mark = "m" + UUID.randomUUID().toString().replace("-", "");
		var first = this.desk.raise(this.requester, "First " + mark, "Text", NOON);
		var second = this.desk.raise(this.requester, "Second " + mark, "Text", NOON.plusSeconds(60));
		this.tickets.change(second, TicketChange.status(TicketStatus.CLOSED), Desk.STAFF);
		var requester = this.requester.id().toString();
		assertThat(ids("requester", requester)).containsExactly(second, first);
		assertThat(ids("requester", requester, "sort", "requestTime")).containsExactly(first, second);
		assertThat(ids("requester", requester, "status", "open")).containsExactly(first);
		assertThat(ids("q", mark, "sort", "requestTime")).containsExactly(first, second);
		assertThat(ids("q", mark + " second")).containsExactly(second);
		assertThat(ids("q", mark + " is:open")).containsExactly(first);
		assertThat(ids("q", mark + " nothing")).isEmpty();
		assertThat(rows("requester", requester, "status", "closed").getFirst().get("responseTime")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Two\nlines", "Two\r\nlines", "Says \"no\", twice", "abc\u202Egnp.exe", "ends with \"",
			"a,b;c",
			"emoji 🎉", "שלום", "'=quoted already"})
	void subjectComesThroughAsItIs(String subject) throws IOException {
		this.desk.raise(this.requester, subject, "Text", NOON);
		assertThat(rows("requester", this.requester.id().toString())).singleElement()
				.satisfies(row -> assertThat(row.get("subject")).isEqualTo(subject));
	}

	@ParameterizedTest
	@ValueSource(strings = {"=1+1", "+49 30 1234", "-2", "@SUM(A1:A9)", "\u200B=1+1", "\u0001=1+1", "＝1+1", "＋1", "－1",
			"＠SUM(A1)",
			"\u202E=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.org\",\"a,b\")\nmore"})
	void formulaIsText(String subject) throws IOException {
		this.desk.raise(this.requester, subject, "Text", NOON, Priority.MID, null, null, null, List.of("=1+1"));
		var row = rows("requester", this.requester.id().toString()).getFirst();
		assertThat(row.get("subject")).isEqualTo("'" + subject);
		assertThat(row.get("tags")).isEqualTo("'=1+1");
	}

	@Test
	void noTicketsAreAHeaderAlone() throws IOException {
		var answer = export("requester", UUID.randomUUID().toString());
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).startsWith("\uFEFFid,subject,")
				.endsWith("lastActivity\r\n");
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(1);
	}

	@Test
	void allPagesAreInOneFile() throws IOException {
		fill(2_500);
		var exported = ids("requester", this.requester.id().toString());
		assertThat(exported).hasSize(2_500).doesNotHaveDuplicates();
		assertThat(exported).isEqualTo(
				this.jdbc.sql("select id from ticket where requester_id = ? order by request_time desc, id desc")
						.param(this.requester.id())
						.query(Long.class)
						.list());
	}

	@Test
	void noMorePagesAreReadWhenTheCallerIsGone() {
		fill(2_500);
		var token = Jwt.withTokenValue("test").header("alg", "none").subject("alice").build();
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("alice", token));
		var export = this.exports.begin(this.list.query(
				new TicketFilter(null, null, null, null, this.requester.id(), null, null, null, null, null, null, null,
						null, null),
				Asker.of(Desk.STAFF)));
		Assertions.assertThatIOException().isThrownBy(() -> export.writeTo(new OutputStream() {

			@Override
			public void write(int character) throws IOException {
				throw new IOException("gone");
			}

		})).withMessage("gone");
	}

	@Test
	void onlyWhoMayExportDoes() {
		for (var caller : List.of(Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE, Features.TICKET_DELETE),
				Callers.admin(), Callers.client("dora@example.org"))) {
			assertThat(this.api.perform(get("/api/v1/tickets/export").with(caller))).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.api.perform(get("/api/v1/tickets/export?active=false").with(EXPORTER)))
				.hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = {"sort=relevance", "assignee=alice", "createdFrom=yesterday", "priority=urgent"})
	void badFilterIsAProblemAndNoFile(String query) {
		assertThat(this.api.perform(get("/api/v1/tickets/export?" + query).with(EXPORTER)))
				.hasStatus(HttpStatus.BAD_REQUEST)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
				.doesNotContainHeader("Content-Disposition");
	}

	private void fill(int tickets) {
		var first = this.desk.raise(this.requester, "Ticket", "Text", NOON);
		this.jdbc
				.sql("""
						with number as (insert into ticket_number select 200000000 + :first * 10000 + n from generate_series(2, :tickets) n
						                returning id)
						insert into ticket (id, subject, message, status, priority, source, waiting_on, requester_id, request_time,
						                    last_activity, version)
						select id, 'Ticket', 'Text', 'OPEN', 'MID', 'API', 'STAFF', :requester,
						       timestamptz '2026-03-01 12:00:00Z' + (id / 3) % 10000 * interval '1 second', now(), 0
						from number
						""")
				.param("first", first)
				.param("tickets", tickets)
				.param("requester", this.requester.id())
				.update();
	}

	private List<Long> ids(String... parameters) throws IOException {
		return rows(parameters).stream().map(row -> Long.valueOf(row.get("id"))).toList();
	}

	private List<CSVRecord> rows(String... parameters) throws IOException {
		var text = export(parameters).getContentAsString(StandardCharsets.UTF_8).substring(1);
		return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(text))
				.getRecords();
	}

	private MockHttpServletResponse export(String... parameters) {
		var request = get("/api/v1/tickets/export").with(EXPORTER);
		for (var i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		var answer = this.api.perform(request);
		assertThat(answer).hasStatusOk();
		return answer.getResponse();
	}

}
