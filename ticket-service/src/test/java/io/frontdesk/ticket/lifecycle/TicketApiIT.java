package io.frontdesk.ticket.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.intake.MailDesk;

@TicketServiceTest
class TicketApiIT {

	private static final RequestPostProcessor ALICE = Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE);

	private static final RequestPostProcessor DORA = Callers.client("dora@example.org");

	private static final RequestPostProcessor CAROL = Callers.client("carol@example.com");

	private static final String CLOSE = "{\"status\": \"closed\"}";

	private final MockMvcTester api;

	private final MailDesk mails;

	@Autowired
	TicketApiIT(MockMvcTester api, MailDesk mails) {
		this.api = api;
		this.mails = mails;
	}

	@Test
	void closingSetsTheResponseTimeAndReopeningTakesItAway() {
		var ticket = ticketOf("dora@example.org");
		assertThat(change(ticket, CLOSE, ALICE)).hasStatusOk().bodyJson()
				.hasPathSatisfying("$.status", status -> status.assertThat().isEqualTo("closed"))
				.hasPathSatisfying("$.responseTime", time -> time.assertThat().isNotNull());
		assertThat(change(ticket, "{\"status\": \"open\"}", ALICE)).hasStatusOk().bodyJson()
				.hasPathSatisfying("$.responseTime", time -> time.assertThat().isNull());
	}

	@Test
	void changeBasedOnAnOldVersionIsRefused() {
		var ticket = ticketOf("dora@example.org");
		var seen = read(ticket, ALICE).getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(change(ticket, "{\"priority\": \"high\"}", ALICE, seen)).hasStatusOk();
		assertThat(change(ticket, CLOSE, ALICE, seen)).hasStatus(HttpStatus.PRECONDITION_FAILED)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
				.bodyJson()
				.hasPathSatisfying("$.type", type -> type.assertThat().isEqualTo("/problems/ticket-changed"));
		assertThat(change(ticket, CLOSE, ALICE, "\"nonsense\"")).hasStatus(HttpStatus.PRECONDITION_FAILED);
		assertThat(read(ticket, ALICE)).bodyJson()
				.hasPathSatisfying("$.status", status -> status.assertThat().isEqualTo("open"));
	}

	@Test
	void ofTwoChangesAtOnceOneIsRefusedAndNoneIsLost() throws Exception {
		var ticket = ticketOf("dora@example.org");
		var seen = read(ticket, ALICE).getResponse().getHeader(HttpHeaders.ETAG);
		var together = new CountDownLatch(2);
		try (var callers = Executors.newFixedThreadPool(2)) {
			var answers = Stream.of(CLOSE, "{\"priority\": \"high\"}").map(wanted -> callers.submit(() -> {
				together.countDown();
				together.await();
				return change(ticket, wanted, ALICE, seen).getResponse().getStatus();
			})).toList();
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
		}
	}

	@Test
	void changesAndNotesAtOnceWaitForEachOther() throws Exception {
		var ticket = ticketOf("dora@example.org");
		var wanted = List.<IntFunction<MockHttpServletRequestBuilder>>of(
				number -> patch("/api/v1/tickets/{id}", ticket)
						.content("{\"subject\": \"Subject %d\"}".formatted(number)),
				number -> post("/api/v1/tickets/{id}/messages", ticket)
						.content("{\"kind\": \"note\", \"body\": \"Note %d\"}".formatted(number)));
		var together = new CountDownLatch(8);
		try (var callers = Executors.newFixedThreadPool(8)) {
			var answers = IntStream.range(0, 8).mapToObj(number -> callers.submit(() -> {
				together.countDown();
				together.await();
				return this.api
						.perform(wanted.get(number % 2).apply(number).contentType(MediaType.APPLICATION_JSON)
								.with(ALICE))
						.getResponse()
						.getStatus();
			})).toList();
			for (var answer : answers) {
				assertThat(answer.get()).isIn(200, 201);
			}
		}
		assertThat(this.api.perform(get("/api/v1/tickets/{id}/messages", ticket).with(ALICE))).bodyJson()
				.hasPathSatisfying("$.total", total -> total.assertThat().isEqualTo(5));
	}

	@Test
	void clientSeesOwnTicketsAndNobodyElses() {
		var dorasTicket = ticketOf("dora@example.org");
		assertThat(read(dorasTicket, DORA)).hasStatusOk();
		assertThat(read(dorasTicket, CAROL)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(change(dorasTicket, CLOSE, CAROL)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.perform(get("/api/v1/tickets/{id}/messages", dorasTicket).with(CAROL)))
				.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.perform(get("/api/v1/tickets?limit=200").with(CAROL))).hasStatusOk().bodyJson()
				.hasPathSatisfying("$.items", items -> items.assertThat().asArray().isEmpty())
				.hasPathSatisfying("$.total", total -> total.assertThat().isEqualTo(0));
	}

	@Test
	void clientMayCloseAndReopenButChangeNothingElse() {
		var ticket = ticketOf("dora@example.org");
		assertThat(change(ticket, CLOSE, DORA)).hasStatusOk();
		assertThat(change(ticket, "{\"priority\": \"high\"}", DORA)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void adminNeedsTheFeature() {
		var ticket = ticketOf("dora@example.org");
		assertThat(read(ticket, Callers.admin(Features.TICKET_WRITE))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(change(ticket, CLOSE, Callers.admin(Features.TICKET_READ))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.api.perform(get("/api/v1/tickets").with(Callers.admin()))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void nobodyGetsNothing() {
		var ticket = ticketOf("dora@example.org");
		for (var path : List.of("/api/v1/tickets", "/api/v1/tickets/" + ticket,
				"/api/v1/tickets/" + ticket + "/messages")) {
			assertThat(this.api.perform(get(path))).hasStatus(HttpStatus.UNAUTHORIZED)
					.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		}
		assertThat(this.api.perform(get("/api/v1/tickets").header("Authorization", "Bearer rubbish")))
				.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void listShowsOneStatusOnly() {
		change(ticketOf("kim@example.org"), CLOSE, ALICE);
		ticketOf("kim@example.org");
		var kim = Callers.client("kim@example.org");
		for (var status : List.of("open", "closed")) {
			assertThat(this.api.perform(get("/api/v1/tickets?status=" + status).with(kim))).hasStatusOk().bodyJson()
					.hasPathSatisfying("$.total", total -> total.assertThat().isEqualTo(1))
					.hasPathSatisfying("$.items[0].status", shown -> shown.assertThat().isEqualTo(status));
		}
	}

	@Test
	void listPagesWithoutGapsOrRepeats() {
		for (var i = 0; i < 7; i++) {
			ticketOf("eve@example.org");
		}
		var eve = Callers.client("eve@example.org");
		var seen = new ArrayList<Integer>();
		String cursor = "";
		for (var pages = 0; cursor != null && pages < 10; pages++) {
			var page = this.api.perform(get("/api/v1/tickets?limit=3&sort=requestTime" + cursor).with(eve));
			assertThat(page).hasStatusOk();
			var body = new JsonMapper().readTree(page.getResponse().getContentAsByteArray());
			body.get("items").forEach(item -> seen.add(item.get("id").asInt()));
			assertThat(body.get("total").asInt()).isEqualTo(7);
			cursor = body.get("nextCursor").isNull() ? null : "&cursor=" + body.get("nextCursor").asString();
		}
		assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
	}

	@ParameterizedTest
	@ValueSource(strings = {"?sort=shoeSize", "?cursor=%00", "?cursor=LXJlcXVlc3RUaW1lIDEgMQ&sort=requestTime",
			"?limit=0", "?limit=201", "?limit=x", "?status=lost", "/x", "/1e9", "/99999999999999999999"})
	void badInputIsAProblemThatSaysSo(String query) {
		assertThat(this.api.perform(get("/api/v1/tickets" + query).with(ALICE))).hasStatus4xxClientError()
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{", "[]", "{\"status\": \"lost\"}", "{\"subject\": \"\"}", "{\"priority\": 7}",
			"{\"subject\": \"a\\u0000b\"}", "{\"subject\": \"\\ud800\"}", "{\"shoeSize\": 43}"})
	void badChangeIsAProblemThatSaysSo(String body) {
		assertThat(change(ticketOf("dora@example.org"), body, ALICE)).hasStatus(HttpStatus.BAD_REQUEST)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private long ticketOf(String sender) {
		return Mails.receive(this.mails, Mails.from(sender).mail()).ticket();
	}

	private MvcTestResult read(long ticket, RequestPostProcessor caller) {
		return this.api.perform(get("/api/v1/tickets/{id}", ticket).with(caller));
	}

	private MvcTestResult change(long ticket, String body, RequestPostProcessor caller) {
		return this.api.perform(patch("/api/v1/tickets/{id}", ticket).with(caller)
				.contentType(MediaType.APPLICATION_JSON)
				.content(body));
	}

	private MvcTestResult change(long ticket, String body, RequestPostProcessor caller, String version) {
		return this.api.perform(patch("/api/v1/tickets/{id}", ticket).with(caller)
				.header(HttpHeaders.IF_MATCH, version)
				.contentType(MediaType.APPLICATION_JSON)
				.content(body));
	}

}
