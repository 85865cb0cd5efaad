package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** What is written and not sent yet, and that it is sent once. */
@TicketServiceTest
class DraftIT {

	private static final String NONE_YET = "*";

	private final MockMvcTester mvc;

	private final People people;

	private final Api alice;

	private final Api root;

	private final Api dora;

	private final Api carol;

	@Autowired
	DraftIT(MockMvcTester mvc, People people) {
		this.mvc = mvc;
		this.people = people;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.root = new Api(mvc, Callers.superAdmin());
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
		this.carol = new Api(mvc, Callers.client("carol@example.com"));
	}

	@Test
	void draftIsItsAuthorsAloneAndOfOneKind() {
		var ticket = this.dora.raise("Printer on fire");
		var seen = this.dora.read("/tickets/%d/messages".formatted(ticket)).at("/items/0/id").asString();
		var saved = Api.json(this.alice.send(HttpMethod.PUT, reply(ticket),
				"""
						{"body": "Dear Dora", "html": "<b>Dear</b> Dora", "to": "dora@example.org", "cc": ["otto@example.net"], "seenThrough": "%s",
						 "idempotencyKey": "k-1"}"""
						.formatted(seen)),
				HttpStatus.OK);
		assertThat(this.alice.read(reply(ticket))).isEqualTo(saved);
		assertThat(saved.get("to").asString()).isEqualTo("dora@example.org");
		assertThat(saved.at("/cc/0").asString()).isEqualTo("otto@example.net");
		assertThat(saved.get("html").asString()).isEqualTo("<b>Dear</b> Dora");
		assertThat(saved.get("seenThrough").asString()).isEqualTo(seen);
		assertThat(saved.get("idempotencyKey").asString()).isEqualTo("k-1");
		assertThat(saved.get("attachments")).isEmpty();
		assertThat(saved.propertyNames()).containsExactlyInAnyOrder("body", "html", "to", "cc", "attachments",
				"seenThrough",
				"idempotencyKey", "version", "savedAt");
		for (var others : List.of(this.root, this.dora)) {
			assertThat(others.get(reply(ticket))).hasStatus(HttpStatus.NO_CONTENT);
		}
		assertThat(this.alice.get(note(ticket))).hasStatus(HttpStatus.NO_CONTENT);
		save(this.alice, note(ticket), "She is angry", "k-2");
		save(this.dora, reply(ticket), "Never mind", "k-1");
		assertThat(words(this.alice, reply(ticket))).isEqualTo("Dear Dora");
		assertThat(words(this.alice, note(ticket))).isEqualTo("She is angry");
		assertThat(words(this.dora, reply(ticket))).isEqualTo("Never mind");
	}

	@Test
	void saveOfWhatIsOlderIsRefusedAndNothingIsLost() {
		var draft = reply(this.dora.raise("Printer on fire"));
		var first = etag(saveNew(draft, "One", "k"));
		var second = etag(saveOn(first, draft, "One, two", "k"));
		assertThat(second).isNotEqualTo(first).isEqualTo(etag(this.alice.get(draft)));
		assertProblem(saveOn(first, draft, "One, too", "k"), HttpStatus.PRECONDITION_FAILED, "draft-changed");
		assertProblem(saveNew(draft, "Another", "k"), HttpStatus.PRECONDITION_FAILED, "draft-changed");
		assertProblem(this.alice.send(HttpMethod.DELETE, draft, "", HttpHeaders.IF_MATCH, first),
				HttpStatus.PRECONDITION_FAILED, "draft-changed");
		assertThat(words(this.alice, draft)).isEqualTo("One, two");
		assertThat(saveOn("W/" + second, draft, "Three", "k")).hasStatusOk();
		assertThat(saveOn("*", draft, "Four", "k")).hasStatusOk();
	}

	@Test
	void sameWordsAreSavedHoweverOftenTheyAreSent() {
		var draft = reply(this.dora.raise("Printer on fire"));
		var once = saveNew(draft, "One", "k");
		assertThat(etag(saveNew(draft, "One", "k"))).isEqualTo(etag(once));
		assertThat(etag(saveOn("\"1\"", draft, "One", "k"))).isEqualTo(etag(once));
		assertThat(etag(saveOn(etag(once), draft, "One", "another"))).isNotEqualTo(etag(once));
	}

	@Test
	void draftThatIsGoneIsNotTakenForTheNextOne() {
		var draft = note(this.dora.raise("Printer on fire"));
		var gone = etag(saveNew(draft, "Gone", "k"));
		assertThat(this.alice.send(HttpMethod.DELETE, draft, "", HttpHeaders.IF_MATCH, gone))
				.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.alice.get(draft)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.alice.send(HttpMethod.DELETE, draft, "", HttpHeaders.IF_MATCH, gone))
				.hasStatus(HttpStatus.NO_CONTENT);
		assertProblem(saveOn(gone, draft, "Gone on", "k"), HttpStatus.PRECONDITION_FAILED, "draft-changed");
		saveNew(draft, "Next", "k-2");
		assertProblem(saveOn(gone, draft, "Gone on", "k"), HttpStatus.PRECONDITION_FAILED, "draft-changed");
		assertThat(words(this.alice, draft)).isEqualTo("Next");
	}

	@Test
	void ofManyWhoSaveAtOnceOneDoes() throws Exception {
		var draft = reply(this.dora.raise("Printer on fire"));
		var begun = together(8, i -> saveNew(draft, "Tab " + i, "k-" + i));
		assertThat(begun).filteredOn(answer -> answer.getResponse().getStatus() == 200).hasSize(1);
		var version = etag(this.alice.get(draft));
		var changed = together(8, i -> saveOn(version, draft, "Window " + i, "k"));
		var saved = changed.stream().filter(answer -> answer.getResponse().getStatus() == 200).toList();
		assertThat(saved).hasSize(1);
		assertThat(Stream.concat(begun.stream(), changed.stream()).map(answer -> answer.getResponse().getStatus()))
				.containsOnly(200, 412);
		assertThat(etag(this.alice.get(draft))).isEqualTo(etag(saved.getFirst()));
	}

	@Test
	void messageEndsTheDraftThatHasItsKeyAndNoOther() {
		var ticket = this.dora.raise("Printer on fire");
		save(this.alice, reply(ticket), "Dear Dora", "r");
		save(this.alice, note(ticket), "Hm", "n");
		save(this.dora, reply(ticket), "Hello?", "r");
		assertThat(send(ticket, "reply", "Without a key", null)).hasStatus(HttpStatus.CREATED);
		assertThat(words(this.alice, reply(ticket))).isEqualTo("Dear Dora");
		assertThat(send(ticket, "reply", "Dear Dora, here.", "r")).hasStatus(HttpStatus.CREATED);
		assertThat(this.alice.get(reply(ticket))).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(words(this.alice, note(ticket))).isEqualTo("Hm");
		assertThat(words(this.dora, reply(ticket))).isEqualTo("Hello?");
		assertProblem(save(this.alice, reply(ticket), "Dear Dora", "r"), HttpStatus.CONFLICT, "draft-sent");
		assertThat(this.alice.get(reply(ticket))).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(save(this.alice, reply(ticket), "What is more", "r-2")).hasStatusOk();
	}

	@Test
	void refusedMessageLeavesTheDraft() {
		var ticket = this.dora.raise("Printer on fire");
		save(this.alice, reply(ticket), "See attached", "refused");
		assertThat(this.alice.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"x\", \"attachments\": [\"%s\"]}".formatted(UUID.randomUUID()),
				"Idempotency-Key", "refused")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(words(this.alice, reply(ticket))).isEqualTo("See attached");
		assertThat(send(ticket, "reply", "x", "refused")).as("the key is still to be had")
				.hasStatus(HttpStatus.CREATED);
	}

	@Test
	void savesThatRaceTheSendBringNothingBack() throws Exception {
		for (var round = 0; round < 10; round++) {
			var ticket = this.dora.raise("Race " + round);
			var key = "race-" + ticket;
			var answers = together(6, i -> (i == 3)
					? send(ticket, "note", "Sent", key)
					: save(this.alice, note(ticket), "Saved " + i, key));
			assertThat(answers).extracting(answer -> answer.getResponse().getStatus()).contains(201)
					.allMatch(status -> List.of(200, 201, 409).contains(status));
			assertThat(this.alice.get(note(ticket))).hasStatus(HttpStatus.NO_CONTENT);
		}
	}

	@Test
	void messageIsWrittenOnceHoweverOftenItIsSent() throws Exception {
		var ticket = this.dora.raise("Printer on fire");
		var answers = together(12, _ -> send(ticket, "note", "Once", "once"));
		var ids = answers.stream().map(answer -> Api.json(answer, HttpStatus.CREATED).get("id").asString()).distinct();
		assertThat(ids).hasSize(1);
		var messages = this.alice.read("/tickets/%d/messages".formatted(ticket));
		assertThat(messages.get("total").asInt()).isEqualTo(2);
		var again = Api.json(send(ticket, "note", "Once", "once"), HttpStatus.CREATED);
		assertThat(again).isEqualTo(messages.at("/items/1"));
	}

	@Test
	void keyOfAnotherMessageOrTicketIsRefused() {
		var ticket = this.dora.raise("Printer on fire");
		assertThat(send(ticket, "note", "One", "taken")).hasStatus(HttpStatus.CREATED);
		assertProblem(send(ticket, "note", "Two", "taken"), HttpStatus.UNPROCESSABLE_CONTENT, "key-used-otherwise");
		assertProblem(send(this.dora.raise("Another"), "note", "One", "taken"), HttpStatus.UNPROCESSABLE_CONTENT,
				"key-used-otherwise");
		assertProblem(this.alice.send(HttpMethod.POST, "/tickets", "{\"subject\": \"One\", \"message\": \"x\"}",
				"Idempotency-Key", "taken"), HttpStatus.UNPROCESSABLE_CONTENT, "key-used-otherwise");
		assertThat(send(ticket, "note", "Two", "bad key")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.dora.send(HttpMethod.POST, "/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"One\"}", "Idempotency-Key", "taken")).as("somebody else's key")
				.hasStatus(HttpStatus.CREATED);
	}

	@Test
	void messageThatWasTakenBackIsNotWrittenByItsRequest() {
		var ticket = this.dora.raise("Printer on fire");
		var held = Api.json(send(ticket, "reply", "Oops", "oops"), HttpStatus.CREATED).get("id").asString();
		assertThat(this.alice.send(HttpMethod.DELETE, "/tickets/%d/messages/%s".formatted(ticket, held), ""))
				.hasStatus(HttpStatus.NO_CONTENT);
		assertProblem(send(ticket, "reply", "Oops", "oops"), HttpStatus.CONFLICT, "taken-back");
		assertThat(this.alice.read("/tickets/%d/messages".formatted(ticket)).get("total").asInt()).isOne();
	}

	@Test
	void filesAreOnesOwnAndInNoMessage() {
		var ticket = this.dora.raise("Printer on fire");
		var mine = upload(this.alice);
		var hers = upload(this.dora);
		var both = "{\"body\": \"\", \"attachments\": [\"%s\", \"%s\"], \"idempotencyKey\": \"f\"}";
		assertProblem(this.alice.send(HttpMethod.PUT, note(ticket), both.formatted(mine, hers)),
				HttpStatus.UNPROCESSABLE_CONTENT, "attachment-unknown");
		assertProblem(this.alice.send(HttpMethod.PUT, note(ticket), both.formatted(mine, mine)),
				HttpStatus.UNPROCESSABLE_CONTENT, "attachment-unknown");
		assertThat(this.alice.get(note(ticket))).as("nothing of it is kept").hasStatus(HttpStatus.NO_CONTENT);
		var another = upload(this.alice);
		var saved = Api.json(this.alice.send(HttpMethod.PUT, note(ticket), both.formatted(another, mine)),
				HttpStatus.OK);
		assertThat(saved.get("attachments")).extracting(file -> file.get("id").asString())
				.containsExactly(another, mine);
		this.alice.post("/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"note\", \"body\": \"x\", \"attachments\": [\"%s\"]}".formatted(another));
		assertThat(this.alice.read(note(ticket)).get("attachments")).extracting(file -> file.get("id").asString())
				.as("what went with another message").containsExactly(mine);
	}

	@Test
	void draftsGoWithTheTicketAndWithWhoIsDeactivated() {
		var ticket = this.dora.raise("Gone");
		save(this.alice, reply(ticket), "To nobody", "g");
		assertThat(this.root.send(HttpMethod.DELETE, "/tickets/" + ticket, "")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.alice.get(reply(ticket))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(save(this.alice, reply(ticket), "To nobody", "g")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.root.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"active\": true}")).hasStatusOk();
		assertThat(this.alice.get(reply(ticket))).hasStatus(HttpStatus.NO_CONTENT);

		var leaver = new Api(this.mvc, Callers.client("leaver@example.org"));
		var own = reply(leaver.raise("I leave"));
		save(leaver, own, "My last words", "l");
		var id = Person.idOf("leaver@example.org");
		this.people.update(List.of(new UserChanged(id, "leaver@example.org", "", "", null, false, true, 1)));
		assertThat(words(leaver, own)).isEqualTo("My last words");
		this.people.update(List.of(new UserChanged(id, "leaver@example.org", "", "", null, false, false, 2)));
		assertThat(leaver.get(own)).hasStatus(HttpStatus.NO_CONTENT);
	}

	@Test
	void whoMayNotWriteToTheTicketHasNoDraftThere() {
		var ticket = this.dora.raise("Printer on fire");
		var reader = new Api(this.mvc, Callers.admin(Features.TICKET_READ));
		for (var path : List.of(reply(ticket), note(ticket))) {
			assertThat(reader.get(path)).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(save(reader, path, "x", "k")).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(reader.send(HttpMethod.DELETE, path, "")).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.carol.get(path)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(save(this.carol, path, "x", "k")).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(this.carol.send(HttpMethod.DELETE, path, "")).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertProblem(save(this.dora, note(ticket), "x", "k"), HttpStatus.FORBIDDEN, "note-not-yours");
		assertProblem(this.dora.get(note(ticket)), HttpStatus.FORBIDDEN, "note-not-yours");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"body\": \"x\"}", "{\"body\": null, \"idempotencyKey\": \"k\"}",
			"{\"body\": \"x\", \"idempotencyKey\": \"two words\"}",
			"{\"body\": \"x\", \"idempotencyKey\": \"\"}",
			"{\"body\": \"x\", \"idempotencyKey\": \"k\", \"to\": \"a\\nb\"}",
			"{\"body\": \"x\", \"idempotencyKey\": \"k\", \"cc\": [\"no address\"]}",
			"{\"body\": \"x\", \"idempotencyKey\": \"k\", \"attachments\": [null]}",
			"{\"body\": \"x\", \"idempotencyKey\": \"k\", \"attachments\": [\"00000000-0000-0000-0000-000000000001\"]}",
			"{\"body\": \"x\", \"idempotencyKey\": \"k\", \"seenThrough\": \"00000000-0000-0000-0000-000000000001\"}",
			"{\"body\": \"x\", \"idempotencyKey\": \"k\", \"author\": \"x\"}", "[1"})
	void badDraftIsAProblem(String body) {
		var draft = reply(this.dora.raise("Printer on fire"));
		assertThat(this.alice.send(HttpMethod.PUT, draft, body)).hasStatus4xxClientError()
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.alice.get(draft)).hasStatus(HttpStatus.NO_CONTENT);
	}

	@Test
	void draftIsAsLargeAsAMessageAndNoLarger() {
		var draft = reply(this.dora.raise("Printer on fire"));
		assertThat(save(this.alice, draft, "x".repeat(200_000), "k")).hasStatusOk();
		assertThat(save(this.alice, draft, "x".repeat(200_001), "k")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(save(this.alice, draft.replace("reply", "song"), "x", "k")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.alice.send(HttpMethod.PUT, draft, words("x", "k"), HttpHeaders.IF_NONE_MATCH, "\"1\""))
				.hasStatus(HttpStatus.BAD_REQUEST);
	}

	private static String reply(long ticket) {
		return "/tickets/%d/drafts/reply".formatted(ticket);
	}

	private static String note(long ticket) {
		return "/tickets/%d/drafts/note".formatted(ticket);
	}

	private static String words(String body, String key) {
		return "{\"body\": \"%s\", \"idempotencyKey\": \"%s\"}".formatted(body, key);
	}

	private static String words(Api as, String draft) {
		return as.read(draft).get("body").asString();
	}

	private static MvcTestResult save(Api as, String draft, String body, String key) {
		return as.send(HttpMethod.PUT, draft, words(body, key));
	}

	private MvcTestResult saveNew(String draft, String body, String key) {
		return this.alice.send(HttpMethod.PUT, draft, words(body, key), HttpHeaders.IF_NONE_MATCH, NONE_YET);
	}

	private MvcTestResult saveOn(String version, String draft, String body, String key) {
		return this.alice.send(HttpMethod.PUT, draft, words(body, key), HttpHeaders.IF_MATCH, version);
	}

	private MvcTestResult send(long ticket, String kind, String body, @Nullable String key) {
		var path = "/tickets/%d/messages".formatted(ticket);
		var message = "{\"kind\": \"%s\", \"body\": \"%s\"}".formatted(kind, body);
		return (key == null)
				? this.alice.send(HttpMethod.POST, path, message)
				: this.alice.send(HttpMethod.POST, path, message, "Idempotency-Key", key);
	}

	private String upload(Api as) {
		return Api.json(this.mvc.perform(MockMvcRequestBuilders.post("/api/v1/attachments?filename=a.txt")
				.with(as.caller())
				.contentType(MediaType.APPLICATION_OCTET_STREAM)
				.content("Words.")), HttpStatus.CREATED).get("id").asString();
	}

	private static String etag(MvcTestResult answer) {
		assertThat(answer).hasStatusOk();
		return String.valueOf(answer.getResponse().getHeader(HttpHeaders.ETAG));
	}

	private static void assertProblem(MvcTestResult answer, HttpStatus status, String type) {
		assertThat(Api.json(answer, status).get("type").asString()).isEqualTo("/problems/" + type);
	}

	private static List<MvcTestResult> together(int callers, Call call) throws Exception {
		try (var threads = Executors.newFixedThreadPool(callers)) {
			var answers = threads.invokeAll(IntStream.range(0, callers)
					.<Callable<MvcTestResult>>mapToObj(i -> () -> call.by(i))
					.toList());
			return answers.stream().map(answer -> answer.resultNow()).toList();
		}
	}

	private interface Call {

		MvcTestResult by(int caller);

	}

}
