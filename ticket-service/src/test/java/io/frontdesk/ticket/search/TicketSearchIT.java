package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import tools.jackson.databind.JsonNode;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.listing.Desk;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

@TicketServiceTest
class TicketSearchIT {

	private static final RequestPostProcessor STAFF = Callers.admin(Features.TICKET_READ);

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final MockMvcTester api;

	private final Desk desk;

	private final Organisation organisation;

	private final People people;

	private final SearchIndex index;

	/** In every ticket of the test, so that it finds no other's. */
	private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

	@Autowired
	TicketSearchIT(MockMvcTester api, TicketDesk tickets, Conversation conversation, SearchIndex index,
			Organisation organisation, People people) {
		this.api = api;
		this.desk = new Desk(tickets, conversation, people);
		this.organisation = organisation;
		this.people = people;
		this.index = index;
	}

	@BeforeEach
	void hire() {
		this.desk.hire(Desk.ALICE);
	}

	@Test
	void idSubjectNamesAndTextAreFoundInThisOrder() {
		var name = "Zeb" + this.mark;
		var carol = person("Carol", name);
		var inText = raise(person("Bo", "Other"), "Something", "Ask " + name + " about it");
		var byName = raise(carol, "Something", "Nothing");
		var inSubject = raise(person("Bo", "Other"), "Call " + name, "Nothing");
		assertThat(Desk.ids(list(STAFF, name))).containsExactly(inSubject, byName, inText);
		assertThat(Desk.ids(list(STAFF, "#" + inText))).containsExactly(inText);
		var quoting = raise(carol, "Like " + inText, "Nothing");
		assertThat(Desk.ids(list(STAFF, "" + inText))).containsExactly(inText, quoting);
		assertThat(Desk.ids(list(STAFF, "carol " + name))).containsExactlyInAnyOrder(byName, quoting);
		assertThat(Desk.ids(list(STAFF, carol.email()))).containsExactlyInAnyOrder(byName, quoting);
	}

	@Test
	void allWordsMustBeThereInWhicheverMessage() {
		var requester = person("Bo", "Other");
		var ticket = raise(requester, "Müller prints", "The Printer smokes");
		this.desk.write(ticket, MessageKind.REPLY, Desk.ALICE, "Switch it off and buy toner", NOON.plusSeconds(60));
		raise(requester, "Scanner", "smokes, too");
		assertThat(found("smokes toner muller")).containsExactly(ticket);
		assertThat(found("SMOKES -scanner")).containsExactly(ticket);
		assertThat(found("\"printer smokes\"")).containsExactly(ticket);
		assertThat(found("\"smokes printer\"")).isEmpty();
		assertThat(found("toner status:open")).containsExactly(ticket);
		assertThat(found("toner status:closed")).isEmpty();
		assertThat(found("toner received:2026-03-01")).containsExactly(ticket);
		assertThat(found("toner received:<2026-03-01")).isEmpty();
	}

	@Test
	void hitsSayWhereTheWordsAre() {
		raise(person("Bo", "Other"), "Über die Straße", "line one ".repeat(30) + "then STRASSE at last");
		var row = list(STAFF, "strasse uber " + this.mark).get("items").get(0);
		assertThat(marked(row.get("subject").asString(), row.get("highlights").get("subject")))
				.containsExactly("Über", "Straße");
		assertThat(row.get("snippet").asString().length()).isLessThanOrEqualTo(140);
		assertThat(marked(row.get("snippet").asString(), row.get("highlights").get("snippet"))).contains("STRASSE");
	}

	@Test
	void renamedCompanyIsFoundByItsNewName() {
		var company = UUID.randomUUID();
		var old = "Oldname" + UUID.randomUUID().toString().substring(0, 8);
		this.organisation.update(new CompanyChanged(company, old, List.of(), true, 1));
		var carol = person("Carol", "Other");
		this.people
				.update(List.of(new UserChanged(carol.id(), carol.email(), "Carol", "Other", company, false, true, 1)));
		var ticket = raise(carol, "Something", "Nothing");
		assertThat(Desk.ids(list(STAFF, old))).containsExactly(ticket);
		this.organisation.update(new CompanyChanged(company, "Newname" + this.mark, List.of(), true, 2));
		assertThat(Desk.ids(list(STAFF, "newname" + this.mark))).containsExactly(ticket);
		assertThat(Desk.ids(list(STAFF, old))).doesNotContain(ticket);
		assertThat(Desk.ids(list(STAFF, "company:newname" + this.mark))).containsExactly(ticket);
	}

	@Test
	void personMovesToAnotherCompanyAndTakesTheirTicketsAlong() {
		var company = UUID.randomUUID();
		this.organisation.update(new CompanyChanged(company, "Target" + this.mark, List.of(), true, 1));
		var carol = person("Carol", "Other");
		var ticket = raise(carol, "Something", "Nothing");
		this.people
				.update(List.of(new UserChanged(carol.id(), carol.email(), "Carol", "Other", company, false, true, 1)));
		assertThat(Desk.ids(list(STAFF, "something company:target" + this.mark))).containsExactly(ticket);
	}

	@Test
	void misspeltNameIsFoundWithAHint() {
		var unusual = "Quetzalcoatlus" + this.mark.substring(4, 8);
		var ticket = raise(person("Carol", unusual), "Something", "Nothing");
		var typo = unusual.replace("tz", "zt");
		var answer = list(STAFF, typo);
		assertThat(Desk.ids(answer)).contains(ticket);
		assertThat(answer.get("hints")).hasSize(1);
		assertThat(list(STAFF, "requester:" + typo).get("hints")).hasSize(1);
	}

	@Test
	void partOfAWordFindsIt() {
		var bo = person("Bo", "Other");
		var ticket = raise(bo, "Farblaserdrucker", "zieht Papier schief ein");
		raise(bo, "Scanner", "zieht nichts ein");
		for (var part : List.of("laserdruck", "DRUCKER", "far", "farblaserdrucker", "papie", "schie ein",
				"-scann drucker")) {
			assertThat(found(part)).as(part).containsExactly(ticket);
		}
		for (var part : List.of("fa", "rbl", "\"laserdruck\"", "drucker schief-ei")) {
			assertThat(found(part)).as(part).isEmpty();
		}
		var row = list(STAFF, "laserdruck " + this.mark).get("items").get(0);
		assertThat(marked(row.get("subject").asString(), row.get("highlights").get("subject")))
				.containsExactly("Farblaserdrucker");
		assertThat(Desk.ids(list(Callers.client(bo.email()), "laserdruck"))).containsExactly(ticket);
	}

	@Test
	void partOfAWordInANoteFindsNothingForAClient() {
		var carol = person("Carol", "Other");
		var ticket = raise(carol, "Something", "Nothing");
		this.desk.write(ticket, MessageKind.NOTE, Desk.ALICE, "Zahlungsunwillig", NOON);
		assertThat(found("zahlungsun")).containsExactly(ticket);
		assertThat(Desk.ids(list(Callers.client(carol.email()), "zahlungsun"))).isEmpty();
	}

	@Test
	void tagsAndProjectsAreFound() {
		var project = UUID.randomUUID();
		this.organisation.update(new ProjectChanged(project, "Project" + this.mark, "", UUID.randomUUID(), true, 1));
		var ticket = this.desk.raise(person("Bo", "Other"), "Something", "Nothing", NOON, Priority.MID, null, project,
				null, List.of("Very Important"));
		assertThat(Desk.ids(list(STAFF, "project" + this.mark + " important"))).containsExactly(ticket);
		assertThat(Desk.ids(list(STAFF, "something tag:\"Very Important\" project:project" + this.mark)))
				.containsExactly(ticket);
	}

	@Test
	void clientFindsOwnPublicWordsOnly() {
		var carol = person("Carol", "Other");
		var ticket = this.desk.raise(carol, "Something", "public" + this.mark, NOON, Priority.MID, Desk.ALICE.id(),
				null, null, List.of("tag" + this.mark));
		this.desk.write(ticket, MessageKind.NOTE, Desk.ALICE, "secret" + this.mark + " public words", NOON);
		var others = raise(person("Dora", "Other"), "public" + this.mark, "public" + this.mark);
		var client = Callers.client(carol.email());
		assertThat(Desk.ids(list(client, "public" + this.mark))).containsExactly(ticket);
		assertThat(Desk.ids(list(STAFF, "secret" + this.mark))).containsExactly(ticket);
		for (var secret : List.of("secret" + this.mark, "tag" + this.mark, "public words", "\"public words\"", "alice",
				"assignee:me", "tag:tag" + this.mark + " secret" + this.mark, "" + others, "-something")) {
			assertThat(Desk.ids(list(client, secret))).as(secret).isEmpty();
		}
		var snippet = list(client, "something").get("items").get(0).get("snippet").asString();
		assertThat(snippet).doesNotContain("secret");
		assertThat(Desk.ids(list(client, "public" + this.mark + " -secret" + this.mark))).containsExactly(ticket);
	}

	@Test
	void searchPagesWithoutGapsOrRepeats() {
		var all = new ArrayList<Long>();
		for (var i = 0; i < 7; i++) {
			all.add(raise(person("Bo", "Other"), (i % 2 == 0) ? "Toner" : "Ink", "toner " + i));
		}
		for (var sort : List.of("", "-requestTime", "responseTime", "-priority", "id", "-lastActivity")) {
			var seen = new ArrayList<Long>();
			String cursor = "";
			for (var pages = 0; cursor != null && pages < 20; pages++) {
				var page = Desk.list(this.api, STAFF, "q", "toner " + this.mark, "limit", "2", "sort", sort, "cursor",
						cursor);
				assertThat(page.get("total").asInt()).isEqualTo(7);
				seen.addAll(Desk.ids(page));
				cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
			}
			assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(all);
		}
	}

	@ParameterizedTest
	@MethodSource("oddities")
	void nothingTypedIsAnErrorOrEmptyWithoutAReason(String typed) {
		for (var caller : List.of(STAFF, Callers.superAdmin(), Callers.client("nobody@example.org"))) {
			var answer = list(caller, typed);
			if (answer.get("items").isEmpty() && !typed.isBlank()) {
				assertThat(answer.get("hints").isEmpty() && caller == STAFF).as(typed).isFalse();
			}
		}
	}

	static List<String> oddities() {
		return List.of("", " ", "\"", "\"\"\"", "'", "''", "\\", "\\'", "a'b", "a\\b", "&", "|", "!", "!!a",
				"a & b | !c",
				"a <-> b", "<2> x", "(", "((a", ":*", "a:*", "a:A", "*", "%", "_", "% %", "$1", ":words", "?", "{}",
				"--",
				"-", "- a", "-a", "-\"", "-\"a b", "status:", "status:lost", "status:open:closed", ":open", "a:",
				"a:b:c",
				"is:", "is:archived", "-is:archived", "has:love", "has:attachment x", "received:", "received:x",
				"received:>", "received:2026-13-45", "received:..", "received:2026-01-01..", "received:..2026-01-01",
				"received:>=0001-01-01", "received:<9998-12-31 x", "received:>+999999999-01-01", "closed:2026-01-01 x",
				"assignee:", "assignee:🎉", "assignee:me", "assignee:none x", "company:\"", "tag:🎉", "tag:'",
				"tag:\u0000",
				"-tag:'\\ x", "\u0000", "a\u0000b", "🎉", "👩‍👩‍👧‍👦 family", "\uD83C", "the", "of the and",
				"שלום \u202Eabc",
				"مرحبا", "打印机", "ﷺ", "İ", "ß", "e\u0301", "\u0301", "½", "1e400", "0x10", "99999999999999999999",
				"#2233444", "#999999999999999999", "1'; drop table ticket; --", "x".repeat(1_000), "x ".repeat(500),
				"\" ".repeat(500), "-".repeat(1_000), "a:".repeat(500), "é".repeat(1_000), "word-".repeat(200),
				"has:attachment -has:attachment tag:a -tag:b company:nobody -company:no task:x requester:y assignee:z is:open",
				"\t\n\r", "http://user:pw@host/?q=1#x", "mailto:a@b.c", "C:\\Windows\\x", "a@b",
				"<script>alert(1)</script>");
	}

	/** 8 KB of them kept the database busy for seconds. */
	@ParameterizedTest
	@ValueSource(strings = {"tag:a ", "company:no ", "-has:attachment ", "requester:smith ", "received:2026-11-01 "})
	void searchWithTooManyQualifiersIsAProblemThatSaysHowManyMayBe(String qualifier) {
		var staffOnly = !qualifier.matches("(-has|received).*");
		for (var caller : staffOnly ? List.of(STAFF) : List.of(STAFF, Callers.client("dora@example.org"))) {
			for (var times : new int[]{8_192 / qualifier.length(), 990 / qualifier.length()}) {
				assertThat(this.api.perform(get("/api/v1/tickets").param("q", qualifier.repeat(times)).with(caller)))
						.hasStatus(HttpStatus.BAD_REQUEST)
						.bodyJson()
						.hasPathSatisfying("$.errors[0].field", field -> field.assertThat().isEqualTo("q"))
						.hasPathSatisfying("$.errors[0].message",
								message -> message.assertThat().asString().contains("at most"));
			}
		}
	}

	private List<Long> found(String typed) {
		return Desk.ids(list(STAFF, typed + " " + this.mark));
	}

	private JsonNode list(RequestPostProcessor caller, String typed) {
		return Desk.list(this.api, caller, "q", typed);
	}

	private long raise(Person requester, String subject, String text) {
		return this.desk.raise(requester, subject, text + " " + this.mark, NOON);
	}

	private static Person person(String first, String last) {
		return Person.of(UUID.randomUUID().toString().replace("-", "") + "@example.org", first + " " + last);
	}

	private static List<String> marked(String text, JsonNode ranges) {
		var marked = new ArrayList<String>();
		ranges.forEach(range -> marked.add(text.substring(range.get(0).asInt(), range.get(1).asInt())));
		return marked;
	}

}
