package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Heard;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;

@OrgServiceTest
class UserApiIT {

	private final Api root;

	private final Api writer;

	private final Heard heard;

	private final Directory directory;

	@Autowired
	UserApiIT(MockMvcTester mvc, Heard heard, Directory directory) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.writer = this.root.as(Callers.admin(Features.USER_READ, Features.USER_WRITE));
		this.heard = heard;
		this.directory = directory;
	}

	@Test
	void createdUserHasTheIdThatAMailWouldGive() {
		var company = this.root.created("/companies", "{\"name\": \"Acme\"}");
		var path = this.writer.created("/users", """
				{"email": " Una@Example.ORG ", "firstName": "Una", "lastName": "User", "company": "%s"}"""
				.formatted(Api.id(company)));
		assertThat(Api.id(path)).isEqualTo(Person.idOf("una@example.org").toString());
		assertThat(Api.json(this.writer.get(path))).hasToString("""
				{"id":"%s","email":"una@example.org","firstName":"Una","lastName":"User","company":{"id":"%s",\
				"name":"Acme"},"staff":false,"active":true,"role":"client","features":[],"pendingEmail":null,\
				"formerAddresses":[],"account":{"state":"none","reason":null},"version":0}""".formatted(Api.id(path),
				Api.id(company)));
		assertThat(this.writer.patch(path, "{\"lastName\": \"Changed\"}")).hasStatusOk().bodyJson()
				.extractingPath("$.company.name").isEqualTo("Acme");
		assertThat(this.writer.patch(path, "{\"company\": null}")).hasStatusOk().bodyJson()
				.extractingPath("$.company").isNull();
		await().atMost(Duration.ofMinutes(1)).until(() -> this.heard.of(UserChanged.class, Api.id(path)).size() == 3);
		assertThat(this.heard.of(UserChanged.class, Api.id(path)).getLast()).isEqualTo(new UserChanged(
				Person.idOf("una@example.org"), "una@example.org", "Una", "Changed", null, false, true, 2));
	}

	@Test
	void addressBelongsToOneUser() {
		this.writer.created("/users", "{\"email\": \"taken@example.org\"}");
		var other = this.writer.created("/users", "{\"email\": \"other@example.org\"}");
		for (var answer : List.of(this.writer.post("/users", "{\"email\": \"TAKEN@example.org\"}"),
				this.writer.patch(other, "{\"email\": \"taken@example.org\"}"))) {
			assertThat(answer).hasStatus(HttpStatus.CONFLICT).bodyJson()
					.hasPathSatisfying("$.type", type -> type.assertThat().isEqualTo("/problems/email-taken"))
					.hasPathSatisfying("$.errors[0].field", field -> field.assertThat().isEqualTo("email"));
		}
	}

	@Test
	void addressOfOursIsNobodys() {
		var user = this.writer.created("/users", "{\"email\": \"own@example.org\"}");
		for (var ours : List.of("support@frontdesk.test", "Support@Frontdesk.TEST", "support+x@frontdesk.test")) {
			for (var answer : List.of(this.root.post("/users", "{\"email\": \"%s\"}".formatted(ours)),
					this.root.post("/users", "{\"email\": \"%s\", \"staff\": true}".formatted(ours)),
					this.root.patch(user, "{\"email\": \"%s\"}".formatted(ours)))) {
				assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
						.hasPathSatisfying("$.type", type -> type.assertThat().isEqualTo("/problems/invalid-request"))
						.hasPathSatisfying("$.errors[0].message",
								message -> message.assertThat().asString().contains("where mail comes to us"));
			}
		}
	}

	/** Keycloak would have it in lower case, which may be another's. */
	@Test
	void addressHasLettersThatAreNotAsciiInLowerCase() {
		for (var address : List.of("\u212aarl@example.org", "J\u00d6RG@example.org", "\u0130an@example.org")) {
			assertThat(this.root.post("/users", "{\"email\": \"%s\"}".formatted(address)))
					.hasStatus(HttpStatus.BAD_REQUEST).bodyJson().extractingPath("$.errors[0].message").asString()
					.contains("lower case");
		}
		assertThat(Api.id(this.root.created("/users", "{\"email\": \"J\u00f6rg@B\u00dccher.example\"}")))
				.isEqualTo(Person.idOf("j\u00f6rg@b\u00fccher.example").toString());
	}

	@Test
	void ofManyWhoTakeAnAddressAtOnceOneGetsIt() throws Exception {
		var together = new CountDownLatch(4);
		try (var callers = Executors.newFixedThreadPool(4)) {
			var answers = Stream.of(1, 2, 3, 4).map(_ -> callers.submit(() -> {
				together.countDown();
				together.await();
				return this.writer.post("/users", "{\"email\": \"contested@example.org\"}").getResponse().getStatus();
			})).toList();
			assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder(201, 409, 409, 409);
		}
	}

	@Test
	void onlyASuperAdminMakesAndChangesStaff() {
		assertThat(this.writer.post("/users", "{\"email\": \"s1@frontdesk.test\", \"staff\": true}"))
				.hasStatus(HttpStatus.FORBIDDEN).bodyJson().extractingPath("$.type")
				.isEqualTo("/problems/only-super-admin");
		var staff = this.root.created("/users", "{\"email\": \"s1@frontdesk.test\", \"staff\": true}");
		assertThat(this.root.get(staff)).bodyJson()
				.hasPathSatisfying("$.role", role -> role.assertThat().isEqualTo("admin"))
				.hasPathSatisfying("$.features", features -> features.assertThat().asArray().containsExactly(
						"ticket:read", "ticket:write", "org:read", "user:read", "report:read"));
		for (var wish : List.of("{\"email\": \"mine@frontdesk.test\"}", "{\"active\": false}", "{\"staff\": false}")) {
			assertThat(this.writer.patch(staff, wish)).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.writer.delete(staff)).hasStatus(HttpStatus.FORBIDDEN);
		var client = this.writer.created("/users", "{\"email\": \"c1@example.org\"}");
		assertThat(this.writer.patch(client, "{\"staff\": true}")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.root.patch(staff, "{\"staff\": false}")).hasStatusOk().bodyJson()
				.extractingPath("$.features").asArray().isEmpty();
		assertThat(this.root.delete(staff)).hasStatus(HttpStatus.NO_CONTENT);
	}

	@Test
	void superAdminSelectsFeaturesOfAdminsOnly() {
		var staff = this.root.created("/users", "{\"email\": \"f1@frontdesk.test\", \"staff\": true}");
		assertThat(
				this.root.put(staff + "/features", "{\"features\": [\"mail:read\", \"ticket:read\", \"mail:read\"]}"))
				.hasStatusOk().bodyJson().extractingPath("$.features").asArray()
				.containsExactly("ticket:read", "mail:read");
		assertThat(this.root.put(staff + "/features", "{\"features\": [\"ticket:read\", \"shoe:size\"]}"))
				.hasStatus(HttpStatus.BAD_REQUEST).bodyJson().extractingPath("$.errors[0].field")
				.isEqualTo("features[1]");
		assertThat(this.writer.put(staff + "/features", "{\"features\": []}")).hasStatus(HttpStatus.FORBIDDEN);
		var client = this.root.created("/users", "{\"email\": \"f2@example.org\"}");
		assertThat(this.root.put(client + "/features", "{\"features\": []}")).hasStatus(HttpStatus.CONFLICT)
				.bodyJson().extractingPath("$.type").isEqualTo("/problems/not-an-admin");
	}

	@Test
	void nobodyLocksThemselvesOutNorTheLastSuperAdmin() {
		assertThat(this.root.get("/me")).hasStatusOk();
		var self = "/users/" + Person.idOf("root@frontdesk.test");
		for (var answer : List.of(this.root.delete(self), this.root.patch(self, "{\"active\": false}"),
				this.root.patch(self, "{\"staff\": false}"))) {
			assertThat(answer).hasStatus(HttpStatus.CONFLICT).bodyJson().extractingPath("$.type")
					.isEqualTo("/problems/own-account");
		}
		this.directory.meetLogin(new Login(Person.of("second@frontdesk.test", "Second"), Role.SUPER_ADMIN,
				Features.ALL, "k2", null));
		assertThat(this.root.delete("/users/" + Person.idOf("second@frontdesk.test")))
				.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.root.get("/users?staff=true&q=second&active=false")).bodyJson().extractingPath("$.total")
				.isEqualTo(1);
	}

	@Test
	void loginIsPendingWhileKeycloakIsAwayAndSaysWhy() {
		var path = this.writer.created("/users", "{\"email\": \"waits@example.org\", \"login\": true}");
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(this.writer.get(path)).bodyJson()
				.hasPathSatisfying("$.account.state", state -> state.assertThat().isEqualTo("pending"))
				.hasPathSatisfying("$.account.reason",
						reason -> reason.assertThat().isEqualTo("Keycloak does not answer"))
				.hasPathSatisfying("$.version", version -> version.assertThat().isEqualTo(0)));
	}

	@Test
	void searchLooksAtNamesAndAddress() {
		this.writer.created("/users",
				"{\"email\": \"zz9@plural.example\", \"firstName\": \"Zaphod\", \"lastName\": \"Beeblebrox\"}");
		for (var q : List.of("zapho", "BROX", "zaphod%20beeb", "9@plural")) {
			assertThat(this.writer.get("/users?q=" + q)).hasStatusOk().bodyJson().extractingPath("$.items[*].email")
					.asArray().containsExactly("zz9@plural.example");
		}
	}

}
