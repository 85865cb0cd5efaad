package io.frontdesk.ticket.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

@TicketServiceTest
class DashboardIT {

	private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

	private final MockMvcTester mvc;

	private final Api root;

	private final JdbcClient jdbc;

	private final Dashboard dashboard;

	private final Bookkeeper bookkeeper;

	private final TicketRows tickets;

	private final UUID company;

	@Autowired
	DashboardIT(MockMvcTester mvc, JdbcClient jdbc, Dashboard dashboard, Bookkeeper bookkeeper) {
		this.mvc = mvc;
		this.root = new Api(mvc, Callers.superAdmin());
		this.jdbc = jdbc;
		this.dashboard = dashboard;
		this.bookkeeper = bookkeeper;
		this.tickets = new TicketRows(jdbc);
		this.company = this.tickets.company("Acme");
	}

	@Test
	void countsATicketAsItGoesThroughTheDesk() {
		var before = this.root.read("/dashboard").get("counters");
		var ticket = this.root.raise("Printer on fire");
		var raised = this.root.read("/dashboard").get("counters");
		for (var counter : List.of("open", "waitingOnStaff", "unassigned", "received")) {
			assertThat(raised.get(counter).asInt()).as(counter).isEqualTo(before.get(counter).asInt() + 1);
		}
		this.bookkeeper.foldPending();
		change(ticket, "{\"priority\": \"high\"}");
		assertThat(counter("highOpen")).isEqualTo(before.get("highOpen").asInt() + 1);
		change(ticket, "{\"status\": \"closed\"}");
		this.bookkeeper.foldPending();
		assertThat(counter("open")).isEqualTo(before.get("open").asInt());
		assertThat(counter("highOpen")).isEqualTo(before.get("highOpen").asInt());
		assertThat(counter("closed")).isEqualTo(before.get("closed").asInt() + 1);
		change(ticket, "{\"status\": \"open\"}");
		assertThat(counter("closed")).isEqualTo(before.get("closed").asInt());
		assertThat(this.root.send(HttpMethod.DELETE, "/tickets/" + ticket, "")).hasStatus2xxSuccessful();
		assertThat(counter("open")).isEqualTo(before.get("open").asInt());
		assertThat(counter("received")).isEqualTo(before.get("received").asInt());
	}

	@ParameterizedTest
	@ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata", "Pacific/Chatham"})
	void dayIsTheZonesOwn(String tz) {
		var zone = ZoneId.of(tz);
		// Clocks go forward in New York on 8 March and back in Chatham on 5 April: days of 23 and 25 hours.
		for (var day : List.of(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 4, 5))) {
			var midnight = day.atStartOfDay(zone).toInstant();
			var next = day.plusDays(1).atStartOfDay(zone).toInstant();
			received(midnight.minusMillis(1), midnight, next.minusMillis(1), next);
			var view = view(day, day, tz);
			assertThat(view.days()).extracting(DashboardView.Day::received).containsExactly(2L);
			agrees(day.minusDays(2), day.plusDays(2), tz);
			this.bookkeeper.foldPending();
			assertThat(view(day, day, tz)).usingRecursiveComparison().ignoringFields("at").isEqualTo(view);
			agrees(day.minusDays(2), day.plusDays(2), tz);
		}
	}

	@Test
	void quantilesAreRightToThreePercent() {
		IntStream.rangeClosed(1, 101)
				.forEach(i -> this.tickets.add(this.company, null, "MID", NOON.minusSeconds(i * i * 97L), NOON,
						NOON.minusSeconds(i)));
		var counters = view(DAY, DAY, "UTC").counters();
		assertThat(counters.closed()).isEqualTo(101);
		assertThat(counters.timeToClose()).isNotNull();
		assertThat(counters.timeToClose().medianSeconds()).isCloseTo(51 * 51 * 97L, withPercentage(3.2));
		assertThat(counters.timeToClose().p90Seconds()).isCloseTo(91 * 91 * 97L, withPercentage(3.2));
	}

	@Test
	void clockThatStepsBackMakesNoNegativeDuration() {
		this.tickets.add(this.company, null, "MID", NOON, NOON.minusSeconds(100), null);
		assertThat(view(DAY, DAY, "UTC").counters().timeToClose()).isEqualTo(new Durations.Quantiles(0, 0));
	}

	@Test
	void ageGroupsNameTheirBounds() {
		var now = Instant.now();
		for (var hours : List.of(0, 3, 5, 23, 25, 71, 73, 167, 169, 10_000)) {
			this.tickets.open(this.company, null, "LOW", now.minus(Duration.ofHours(hours)).minusSeconds(1));
		}
		var groups = view(DAY, DAY, "UTC").openByAge();
		assertThat(groups).extracting(DashboardView.AgeGroup::age).containsExactly("4h", "1d", "3d", "7d", "older");
		assertThat(groups).extracting(DashboardView.AgeGroup::open).containsExactly(2L, 2L, 2L, 2L, 2L);
		agrees(DAY, DAY, "UTC");
	}

	@Test
	void ranksEightAndSumsUpTheOthersEvenWhilePending() {
		var projects = new ArrayList<UUID>();
		for (var i = 1; i <= 12; i++) {
			var project = this.tickets.project("Project " + i);
			projects.add(project);
			IntStream.range(0, i).forEach(_ -> this.tickets.open(this.company, project, "MID", NOON));
		}
		this.bookkeeper.foldPending();
		assertThat(view(DAY, DAY, "UTC").openByProject().others()).isEqualTo(1 + 2 + 3 + 4);
		// The last overtakes all, the first falls out, and nothing of it is folded.
		IntStream.range(0, 20).forEach(_ -> this.tickets.open(this.company, projects.getFirst(), "MID", NOON));
		this.jdbc.sql("update ticket set active = false where project_id = ?").param(projects.getLast()).update();
		this.tickets.open(this.company, null, "MID", NOON);
		var ranking = view(DAY, DAY, "UTC").openByProject();
		assertThat(ranking.items()).extracting(DashboardView.Rank::open).containsExactly(21L, 11L, 10L, 9L, 8L, 7L, 6L,
				5L);
		assertThat(ranking.items().getFirst().of()).isNotNull();
		assertThat(ranking.items().getFirst().of().name()).isEqualTo("Project 1");
		assertThat(ranking.others()).isEqualTo(2 + 3 + 4 + 1);
		agrees(DAY, DAY, "UTC");
	}

	@Test
	void filtersByCompanyAndProjectTogether() {
		var project = this.tickets.project("Move");
		this.tickets.open(this.company, project, "HIGH", NOON);
		this.tickets.open(this.company, null, "HIGH", NOON);
		this.tickets.open(this.tickets.company("Other"), project, "HIGH", NOON);
		this.bookkeeper.foldPending();
		assertThat(
				this.root.read("/dashboard?from=2026-03-10&to=2026-03-10&company=%s&project=%s".formatted(this.company,
						project)).at("/counters/open").asInt())
				.isOne();
		assertThat(this.root.read("/dashboard?project=" + project).at("/counters/open").asInt()).isEqualTo(2);
		assertThat(this.root.read("/dashboard?company=" + this.company).at("/counters/open").asInt()).isEqualTo(2);
	}

	@Test
	void rebuildingRightsWrongCounts() {
		this.tickets.add(this.company, this.tickets.project("Move"), "HIGH", NOON, NOON.plusSeconds(4_000), null);
		this.bookkeeper.foldPending();
		this.jdbc.sql("update dashboard_open set high = high + 3").update();
		this.jdbc.sql("update dashboard_day set counts = array_fill(5, array[cardinality(counts)])").update();
		this.jdbc.sql("delete from dashboard_age").update();
		assertThat(Api.json(this.root.send(HttpMethod.POST, "/dashboard/rebuild", ""), HttpStatus.OK).get("took")
				.asString())
				.startsWith("PT");
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> agrees(DAY, DAY, "UTC"));
		everythingAgrees();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			from=yesterday                        , from
			from=2026-02-30                       , from
			from=300000-01-01                     , from
			from=%2B300000-01-01                  , from
			to=%2B300000-01-01T00:00:00Z          , to
			to=%2B999999999-12-31T23:59:59-18:00  , to
			from=1969-12-31                       , from
			from=2026-11-02&to=2026-11-01         , to
			from=2025-01-01&to=2026-02-05         , to
			tz=Mars/Olympus                       , tz
			company=Acme                          , company
			project=7                             , project
			""")
	void badInputIsAProblemThatNamesTheField(String query, String field) {
		var answer = this.root.get("/dashboard?" + query);
		assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		var problem = Api.json(answer, HttpStatus.BAD_REQUEST);
		assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-request");
		assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
	}

	@Test
	void fourHundredDaysAreTheMost() {
		assertThat(this.root.read("/dashboard?from=2025-01-01&to=2026-02-04").get("days").size()).isEqualTo(400);
	}

	@Test
	void onlyWhoReadsReportsSeesItAndOnlyASuperAdminRebuilds() {
		assertThat(new Api(this.mvc, Callers.admin(Features.REPORT_READ)).get("/dashboard")).hasStatusOk();
		var others = new Api(this.mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		assertThat(others.get("/dashboard")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(new Api(this.mvc, Callers.client("dora@example.org")).get("/dashboard"))
				.hasStatus(HttpStatus.FORBIDDEN);
		var reader = new Api(this.mvc, Callers.admin(Features.REPORT_READ));
		assertThat(reader.send(HttpMethod.POST, "/dashboard/rebuild", "")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private void received(Instant... times) {
		for (var time : times) {
			this.tickets.open(this.company, null, "MID", time);
		}
	}

	private int counter(String name) {
		return this.root.read("/dashboard").at("/counters/" + name).asInt();
	}

	private void change(long ticket, String change) {
		assertThat(this.root.send(HttpMethod.PATCH, "/tickets/" + ticket, change)).hasStatusOk();
	}

	private DashboardView view(LocalDate from, LocalDate to, String tz) {
		return this.dashboard.show(query(from, to, tz, this.company));
	}

	private void agrees(LocalDate from, LocalDate to, String tz) {
		var query = query(from, to, tz, this.company);
		new FullCount(this.jdbc, query).agreesWith(this.dashboard.show(query));
	}

	private void everythingAgrees() {
		var query = query(DAY.minusDays(1), DAY.plusDays(1), "UTC", null);
		new FullCount(this.jdbc, query).agreesWith(this.dashboard.show(query));
	}

	private static DashboardQuery query(LocalDate from, LocalDate to, String tz, @Nullable UUID company) {
		return new DashboardQuery(from, to, ZoneId.of(tz), company, null);
	}

}
