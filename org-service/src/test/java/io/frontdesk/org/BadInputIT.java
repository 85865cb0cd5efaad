package io.frontdesk.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;

/** What nobody should send: always a problem that says so, never an error of ours. */
@OrgServiceTest
class BadInputIT {

	private static final String LONG = "x".repeat(10_000);

	private final Api root;

	private final Api alice;

	@Autowired
	BadInputIT(MockMvcTester mvc) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.alice = new Api(mvc, Callers.admin(Features.ORG_READ));
	}

	static Stream<Arguments> badBodies() {
		return Stream.of(
				Arguments.of("/companies", "{}", "name"),
				Arguments.of("/companies", "{\"name\": \"  \"}", "name"),
				Arguments.of("/companies", "{\"name\": null}", "name"),
				Arguments.of("/companies", "{\"name\": 7}", "name"),
				Arguments.of("/companies", "{\"name\": true}", "name"),
				Arguments.of("/companies", "{\"name\": [\"a\"]}", "name"),
				Arguments.of("/companies", "{\"name\": {\"a\": 1}}", "name"),
				Arguments.of("/companies", "{\"name\": \"a\\u0000b\"}", "name"),
				Arguments.of("/companies", "{\"name\": \"a\\ud800b\"}", "name"),
				Arguments.of("/companies", "{\"name\": \"a\\nb\"}", "name"),
				Arguments.of("/companies", "{\"name\": \"%s\"}".formatted(LONG), "name"),
				Arguments.of("/companies", "{\"name\": \"a\", \"domains\": \"acme.example\"}", "domains"),
				Arguments.of("/companies", "{\"name\": \"a\", \"domains\": [null]}", "domains[0]"),
				Arguments.of("/companies", "{\"name\": \"a\", \"domains\": [7]}", "domains[0]"),
				Arguments.of("/companies", "{\"name\": \"a\", \"domains\": [\"a\\u0000.example\"]}", "domains[0]"),
				Arguments.of("/companies", "{\"name\": \"a\", \"domains\": [\"%s.example\"]}".formatted(LONG),
						"domains[0]"),
				Arguments.of("/companies", "{\"name\": \"a\", \"domains\": [\"ok.example\", \"no\"]}", "domains[1]"),
				Arguments.of("/projects", "{\"name\": \"a\"}", "company"),
				Arguments.of("/projects", "{\"name\": \"a\", \"company\": \"1\"}", "company"),
				Arguments.of("/projects", "{\"name\": \"a\", \"company\": 1}", "company"),
				Arguments.of("/projects", "{\"name\": \"a\", \"company\": \"%s\"}".formatted(UUID.randomUUID()),
						"company"),
				Arguments.of("/projects",
						"{\"name\": \"a\", \"description\": \"\\u0007\", \"company\": \"%s\"}"
								.formatted(UUID.randomUUID()),
						"description"),
				Arguments.of("/projects",
						"{\"name\": \"a\", \"description\": \"%s!\", \"company\": \"%s\"}".formatted(LONG,
								UUID.randomUUID()),
						"description"),
				Arguments.of("/tasks", "{\"name\": \"a\", \"project\": \"%s\"}".formatted(UUID.randomUUID()),
						"project"),
				Arguments.of("/users", "{}", "email"),
				Arguments.of("/users", "{\"email\": \"a\"}", "email"),
				Arguments.of("/users", "{\"email\": \"a@b@c\"}", "email"),
				Arguments.of("/users", "{\"email\": \"a b@example.org\"}", "email"),
				Arguments.of("/users", "{\"email\": \"a\\u0000@example.org\"}", "email"),
				Arguments.of("/users", "{\"email\": \"a\\u202e@example.org\"}", "email"),
				Arguments.of("/users", "{\"email\": \"a\\r\\nBcc: x@example.org\"}", "email"),
				Arguments.of("/users", "{\"email\": \"%s@example.org\"}".formatted(LONG), "email"),
				Arguments.of("/users", "{\"email\": \"a@example.org\", \"staff\": \"true\"}", "staff"),
				Arguments.of("/users", "{\"email\": \"a@example.org\", \"staff\": 1}", "staff"),
				Arguments.of("/users", "{\"email\": \"a@example.org\", \"firstName\": \"\\udfff\"}", "firstName"),
				Arguments.of("/users", "{\"email\": \"a@example.org\", \"company\": \"x\"}", "company"),
				Arguments.of("/users",
						"{\"email\": \"a@example.org\", \"company\": \"%s\"}".formatted(UUID.randomUUID()),
						"company"));
	}

	@ParameterizedTest
	@MethodSource("badBodies")
	void badFieldIsNamed(String path, String body, String field) {
		var answer = this.root.post(path, body);
		assertProblem(answer, HttpStatus.BAD_REQUEST);
		assertThat(answer).bodyJson().extractingPath("$.errors[*].field").asArray().contains(field);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{", "[]", "7", "\"text\"", "null", "{\"name\": \"a\"", "{'name': 'a'}", "\u0000"})
	void whatIsNoObjectIsNotRead(String body) {
		for (var path : List.of("/companies", "/projects", "/tasks", "/users")) {
			assertProblem(this.root.post(path, body), HttpStatus.BAD_REQUEST);
		}
	}

	@Test
	void depthIsBounded() {
		var deep = "[".repeat(100_000) + "]".repeat(100_000);
		for (var field : List.of("name", "unknown")) {
			assertProblem(this.root.post("/companies", "{\"%s\": %s}".formatted(field, deep)), HttpStatus.BAD_REQUEST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"?limit=0", "?limit=-1", "?limit=201", "?limit=99999999999999999999", "?limit=x",
			"?limit=1.5", "?sort=shoeSize", "?sort=name;drop%20table%20users", "?sort=--name", "?active=perhaps",
			"?cursor=%00", "?cursor=x", "?cursor=====", "?cursor=bm9uc2Vuc2U", "?q=%00", "?q=a%0Ab", "?q={long}",
			"?cursor={long}", "?cursor={sql}"})
	void badParameterIsAProblem(String query) {
		var filled = query.replace("{long}", LONG).replace("{sql}", Base64.getUrlEncoder().withoutPadding()
				.encodeToString("x name 463d327b-725f-3b45-85e5-46bd35b0bd35 '".getBytes(StandardCharsets.UTF_8)));
		for (var path : List.of("/companies", "/projects", "/tasks", "/users")) {
			assertProblem(this.root.get(path + filled), HttpStatus.BAD_REQUEST);
		}
	}

	@Test
	void parentThatIsNoIdIsAProblem() {
		for (var list : List.of("/projects?company=", "/users?company=", "/tasks?project=", "/tasks?company=")) {
			for (var id : List.of("x", "1", "-1", "%00", "99999999999999999999")) {
				assertProblem(this.root.get(list + id), HttpStatus.BAD_REQUEST);
			}
		}
		assertProblem(this.root.get("/users?staff=perhaps"), HttpStatus.BAD_REQUEST);
	}

	@Test
	void cursorOfAnotherListIsAProblem() {
		for (var name : List.of("A", "B")) {
			this.root.created("/companies", "{\"name\": \"%s\"}".formatted(name));
		}
		var cursor = Api.json(this.root.get("/companies?limit=1")).get("nextCursor").asString();
		assertThat(this.root.get("/companies?cursor=" + cursor)).hasStatusOk();
		assertProblem(this.alice.get("/companies?cursor=" + cursor), HttpStatus.BAD_REQUEST);
		for (var list : List.of("/projects?cursor=", "/users?cursor=", "/companies?sort=-name&cursor=")) {
			assertProblem(this.root.get(list + cursor), HttpStatus.BAD_REQUEST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"x", "-1", "0", "1e9", "99999999999999999999", "%00",
			"463d327b-725f-3b45-85e5-46bd35b0bd3g",
			"463d327b-725f-4b45-85e5-46bd35b0bd35", "1-1-1-1-1", "..%2Fusers"})
	void idThatNothingHasIsAProblem(String id) {
		for (var path : List.of("/companies/", "/projects/", "/tasks/", "/users/")) {
			for (var answer : List.of(this.root.get(path + id), this.root.patch(path + id, "{}"),
					this.root.delete(path + id))) {
				assertThat(answer).hasStatus4xxClientError();
			}
		}
		assertThat(this.root.put("/users/" + id + "/features", "{\"features\": []}")).hasStatus4xxClientError();
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"name\": \"\"}", "{\"name\": \" \"}", "{\"active\": \"no\"}", "{\"active\": 0}",
			"{\"domains\": [\"\"]}", "{\"domains\": {}}"})
	void badChangeIsAProblem(String body) {
		var path = this.root.created("/companies", "{\"name\": \"Stays\"}");
		assertProblem(this.root.patch(path, body), HttpStatus.BAD_REQUEST);
		assertThat(this.root.get(path)).bodyJson().extractingPath("$.version").isEqualTo(0);
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"features\": null}", "{\"features\": \"ticket:read\"}", "{\"features\": [null]}",
			"{\"features\": [7]}", "{\"features\": [\"super-admin\"]}", "{\"features\": [\"ticket:read\\u0000\"]}"})
	void badFeaturesAreAProblem(String body) {
		assertProblem(this.root.put("/users/" + UUID.randomUUID() + "/features", body), HttpStatus.BAD_REQUEST);
	}

	@Test
	void oddButHarmlessNamesAreKept() {
		for (var name : List.of("\u05e9\u05dc\u05d5\u05dd", "\ud83d\ude80 Rockets", "'; drop table users; --",
				"<script>",
				"\u0130stanbul \u00df \u03a3", "%s%n{0}")) {
			var path = this.root.created("/companies", "{\"name\": \"%s\"}".formatted(name));
			assertThat(Api.json(this.root.get(path)).get("name").asString()).isEqualTo(name);
		}
		assertThat(this.root.get("/companies?limit=2&q=%D7%A9%D7%9C")).hasStatusOk().bodyJson()
				.extractingPath("$.total").isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"\\u202e", "\\u202a", "\\u2066", "\\u2069", "\\u200e", "\\u200f", "\\u061c", "\\u200b",
			"\\u2060",
			"\\ufeff", "\\u2028", "\\u2029", "\\u0085", "\\u001b", "\\u3164"})
	void whatNobodySeesIsInNoName(String hidden) {
		for (var name : List.of("Acme" + hidden, hidden + "Acme", "Ac" + hidden + "me", hidden, " \\u00a0 ")) {
			for (var path : List.of("/companies", "/projects", "/tasks")) {
				assertNamesField(this.root.post(path, "{\"name\": \"%s\"}".formatted(name)), "name");
			}
			for (var field : List.of("firstName", "lastName")) {
				assertNamesField(this.root.post("/users",
						"{\"email\": \"a@example.org\", \"%s\": \"%s\"}".formatted(field, name)), field);
			}
		}
		var company = this.root.created("/companies", "{\"name\": \"Plain\"}");
		assertNamesField(this.root.patch(company, "{\"name\": \"Plain%s\"}".formatted(hidden)), "name");
	}

	private static void assertNamesField(MvcTestResult answer, String field) {
		assertProblem(answer, HttpStatus.BAD_REQUEST);
		assertThat(answer).bodyJson().extractingPath("$.errors[*].field").asArray().contains(field);
	}

	@Test
	void wrongContentTypeAndMethodAreProblems() {
		var post = this.root.mvc().post().uri("/api/v1/companies").with(Callers.superAdmin())
				.contentType(MediaType.TEXT_PLAIN).content("name=a");
		assertProblem(post.exchange(), HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		assertProblem(this.root.put("/companies", "{}"), HttpStatus.METHOD_NOT_ALLOWED);
	}

	private static void assertProblem(MvcTestResult answer, HttpStatus status) {
		assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
