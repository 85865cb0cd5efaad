package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;

@NotificationServiceTest
class CannedReplyApiIT {

	private static final String PATH = "/canned-replies";

	private static final String GREETING = """
			{"name": " Greeting ", "text": "Hello {{firstName}},\\r\\nthis is about {{ ticket }}.", "language": "en"}""";

	private final Api keeper;

	private final Api writer;

	@Autowired
	CannedReplyApiIT(MockMvcTester mvc) {
		this.keeper = new Api(mvc, Callers.adminOf("kim@frontdesk.test", Features.TEMPLATE_MANAGE));
		this.writer = new Api(mvc, Callers.admin(Features.TICKET_WRITE));
	}

	@AfterEach
	void forgetAll() {
		items(this.keeper.get(PATH + "?limit=200"))
				.forEach(reply -> this.keeper.delete(PATH + "/" + reply.get("id").asString()));
	}

	@Test
	void whatOneKeepsIsReadByThoseWhoWrite() {
		var answer = this.keeper.post(PATH, GREETING);
		assertThat(answer).hasStatus(201);
		var made = Api.json(answer);
		assertThat(answer).headers().hasValue("Location", "/api/v1/canned-replies/" + made.get("id").asString());
		assertThat(made.get("name").asString()).isEqualTo("Greeting");
		assertThat(made.get("text").asString()).isEqualTo("Hello {{firstName}},\nthis is about {{ ticket }}.");
		assertThat(made.get("language").asString()).isEqualTo("en");
		assertThat(made.get("changedBy").asString()).isEqualTo("kim@frontdesk.test");
		var list = Api.json(this.writer.get(PATH));
		assertThat(list.propertyNames()).containsExactly("items", "nextCursor", "total", "totalCapped");
		assertThat(list.get("items")).containsExactly(made);
		assertThat(list.get("total").asInt()).isOne();
		assertThat(list.get("totalCapped").asBoolean()).isFalse();
		assertThat(Api.json(this.writer.get(path(made)))).isEqualTo(made);
	}

	@Test
	void changeKeepsWhatItLeavesOut() {
		var made = Api.json(this.keeper.post(PATH, GREETING));
		var renamed = Api.json(patch(made, "{\"name\": \"Salutation\"}"));
		assertThat(renamed.get("name").asString()).isEqualTo("Salutation");
		assertThat(renamed.get("text")).isEqualTo(made.get("text"));
		assertThat(renamed.get("language").asString()).isEqualTo("en");
		var forAny = Api.json(patch(made, "{\"text\": \"Bye\", \"language\": null}"));
		assertThat(forAny.get("name").asString()).isEqualTo("Salutation");
		assertThat(forAny.get("text").asString()).isEqualTo("Bye");
		assertThat(forAny.get("language").isNull()).isTrue();
		assertThat(Api.json(this.writer.get(path(made)))).isEqualTo(forAny);
	}

	@Test
	void whatWasDeletedIsGone() {
		var made = Api.json(this.keeper.post(PATH, GREETING));
		assertThat(this.keeper.delete(path(made))).hasStatus(204);
		assertNotFound(this.keeper.delete(path(made)));
		assertNotFound(this.writer.get(path(made)));
		assertNotFound(patch(made, "{\"name\": \"x\"}"));
		assertThat(items(this.writer.get(PATH))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Greeting", "GREETING", "  greeting "})
	void nameIsThereOnce(String name) {
		this.keeper.post(PATH, GREETING);
		var other = Api.json(this.keeper.post(PATH, "{\"name\": \"Other\", \"text\": \"x\"}"));
		var body = "{\"name\": \"%s\", \"text\": \"x\"}".formatted(name);
		for (var answer : List.of(this.keeper.post(PATH, body), patch(other, body))) {
			assertThat(answer).hasStatus(409).bodyJson().extractingPath("$.type")
					.isEqualTo("/problems/canned-reply-name-taken");
			assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("name");
		}
		assertThat(Api.json(this.writer.get(path(other))).get("name").asString()).isEqualTo("Other");
	}

	@Test
	void ownNameMayBeWrittenOtherwise() {
		var made = Api.json(this.keeper.post(PATH, GREETING));
		assertThat(Api.json(patch(made, "{\"name\": \"GREETING\"}")).get("name").asString()).isEqualTo("GREETING");
	}

	@Test
	void oneOfManyAtOnceGetsTheName() throws Exception {
		try (var callers = Executors.newFixedThreadPool(4)) {
			var statuses = new ArrayList<Integer>();
			for (var answer : callers.invokeAll(IntStream.range(0, 8)
					.<Callable<Integer>>mapToObj(_ -> () -> this.keeper.post(PATH, GREETING).getResponse().getStatus())
					.toList())) {
				statuses.add(answer.get());
			}
			assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
		}
	}

	@Test
	void listIsReadPageByPageByName() {
		var names = List.of("alpha", "Beta", "delta", "Gamma", "OMEGA");
		for (var name : names.reversed()) {
			this.keeper.post(PATH, "{\"name\": \"%s\", \"text\": \"x\"}".formatted(name));
		}
		var seen = new ArrayList<String>();
		var cursor = "";
		do {
			var page = Api.json(this.writer.get(PATH + "?limit=2&cursor=" + cursor));
			assertThat(page.get("total").asInt()).isEqualTo(names.size());
			page.get("items").forEach(reply -> seen.add(reply.get("name").asString()));
			cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asString();
		} while (!cursor.isEmpty());
		assertThat(seen).containsExactlyElementsOf(names);
	}

	@Test
	void partOfTheNameFindsIt() {
		for (var name : List.of("Reset 100 %", "Reset_done", "Closing")) {
			this.keeper.post(PATH, "{\"name\": \"%s\", \"text\": \"x\"}".formatted(name));
		}
		assertThat(named("reset")).containsExactlyInAnyOrder("Reset 100 %", "Reset_done");
		assertThat(named("SING")).containsExactly("Closing");
		assertThat(named("%25")).containsExactly("Reset 100 %");
		assertThat(named("_")).containsExactly("Reset_done");
		assertThat(named("nothing")).isEmpty();
	}

	@Test
	void cursorOfAnotherSearchIsNone() {
		for (var name : List.of("a1", "a2")) {
			this.keeper.post(PATH, "{\"name\": \"%s\", \"text\": \"x\"}".formatted(name));
		}
		var cursor = Api.json(this.writer.get(PATH + "?limit=1&q=a")).get("nextCursor").asString();
		assertThat(this.writer.get(PATH + "?limit=1&q=a&cursor=" + cursor)).hasStatusOk();
		for (var other : List.of("?cursor=" + cursor, "?q=b&cursor=" + cursor, "?cursor=x")) {
			assertThat(this.writer.get(PATH + other)).hasStatus(400).bodyJson().extractingPath("$.type")
					.isEqualTo("/problems/bad-cursor");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?q=%00", "?q=a%0Ab"})
	void badQuestionIsAProblem(String query) {
		assertThat(this.writer.get(PATH + query)).hasStatus(400).bodyJson().extractingPath("$.type")
				.isEqualTo("/problems/invalid-request");
	}

	@Test
	void unknownVariableIsRefusedWithThoseThatAreKnown() {
		assertThat(this.keeper.post(PATH, "{\"name\": \"x\", \"text\": \"{{shoeSize}}\"}")).hasStatus(400)
				.bodyJson().extractingPath("$.errors[*].message").asArray()
				.containsExactly("{{shoeSize}} is not known here; known are author, company, firstName, fullName, "
						+ "subject, ticket");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"name\": \"x\"}", "{\"text\": \"x\"}", "[]", "null", "{", "7",
			"{\"name\": \"\", \"text\": \"x\"}", "{\"name\": \" \\t\", \"text\": \"x\"}",
			"{\"name\": \"a\\nb\", \"text\": \"x\"}", "{\"name\": \"a\\u202Eb\", \"text\": \"x\"}",
			"{\"name\": \"x\", \"text\": \"\"}", "{\"name\": \"x\", \"text\": \"a\\u0000\"}",
			"{\"name\": \"x\", \"text\": \"a\\u0007\"}", "{\"name\": \"x\", \"text\": \"a\\ud800\"}",
			"{\"name\": [], \"text\": \"x\"}", "{\"name\": \"x\", \"text\": \"x\", \"language\": \"<en>\"}",
			"{\"name\": \"x\", \"text\": \"x\", \"language\": \"\"}",
			"{\"name\": \"x\", \"text\": \"x\", \"html\": \"x\"}",
			"{\"name\": \"x\", \"text\": \"{{#firstName}}x{{/firstName}}\"}",
			"{\"name\": \"x\", \"text\": \"{{{ticket}}}\"}", "{\"name\": \"x\", \"text\": \"{{ticket\"}"})
	void whatCantBeOneIsAProblemThatNamesIt(String body) {
		var made = Api.json(this.keeper.post(PATH, GREETING));
		assertThat(this.keeper.post(PATH, body)).hasStatus(400).bodyJson().extractingPath("$.type")
				.isEqualTo("/problems/invalid-request");
		var keeps = List.of("{}", "{\"name\": \"x\"}", "{\"text\": \"x\"}").contains(body);
		assertThat(patch(made, body)).hasStatus(keeps ? 200 : 400);
		assertThat(Api.json(this.writer.get(PATH)).get("total").asInt()).isOne();
	}

	@Test
	void longestIsTakenAndLongerIsNot() {
		var body = "{\"name\": \"%s\", \"text\": \"%s\"}";
		assertThat(this.keeper.post(PATH, body.formatted("n".repeat(100), "t".repeat(20_000)))).hasStatus(201);
		assertThat(this.keeper.post(PATH, body.formatted("m".repeat(101), "t"))).hasStatus(400);
		assertThat(this.keeper.post(PATH, body.formatted("m", "t".repeat(20_001)))).hasStatus(400);
	}

	private MvcTestResult patch(JsonNode reply, String body) {
		return this.keeper.call(HttpMethod.PATCH, path(reply), body);
	}

	private static String path(JsonNode reply) {
		return PATH + "/" + UUID.fromString(reply.get("id").asString());
	}

	private static void assertNotFound(MvcTestResult answer) {
		assertThat(answer).hasStatus(404).bodyJson().extractingPath("$.type")
				.isEqualTo("/problems/canned-reply-not-found");
	}

	private List<String> named(String part) {
		return items(this.writer.get(PATH + "?q=" + part)).stream().map(reply -> reply.get("name").asString()).toList();
	}

	private static List<JsonNode> items(MvcTestResult list) {
		return StreamSupport.stream(Api.json(list).get("items").spliterator(), false).toList();
	}

}
