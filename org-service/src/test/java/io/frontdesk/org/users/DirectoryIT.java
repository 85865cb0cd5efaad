package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Heard;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;

@OrgServiceTest
class DirectoryIT {

	private final Directory directory;

	private final Api root;

	private final Heard heard;

	@Autowired
	DirectoryIT(Directory directory, MockMvcTester mvc, Heard heard) {
		this.directory = directory;
		this.root = new Api(mvc, Callers.superAdmin());
		this.heard = heard;
	}

	@Test
	void senderBecomesAUserOnceAndKeepsTheFirstName() {
		this.directory.meetClients(List.of(Person.of("dora@example.org", "")));
		this.directory.meetClients(List.of(Person.of("dora@example.org", "Dora Example")));
		this.directory.meetClients(List.of(Person.of("dora@example.org", "Mallory Other")));
		assertThat(heardOf("dora@example.org", 2)).extracting(UserChanged::lastName).containsExactly("", "Example");
	}

	@Test
	void sendersWhoAreMetTogetherBecomeOneUserEach() {
		this.directory.meetClients(List.of(Person.of("known@together.example", "")));
		this.directory.meetClients(List.of(Person.of("new@together.example", ""),
				Person.of("known@together.example", "Kay Known"), Person.of("new@together.example", "Nea New"),
				Person.of("other@together.example", "Otto Other")));
		assertThat(heardOf("known@together.example", 2)).extracting(UserChanged::lastName).containsExactly("", "Known");
		assertThat(heardOf("new@together.example", 1)).extracting(UserChanged::lastName).containsExactly("New");
		assertThat(heardOf("other@together.example", 1)).extracting(UserChanged::lastName).containsExactly("Other");
	}

	@Test
	void senderWhoseAddressInLowerCaseWouldBeAnothersIsAUserOfTheirOwn() {
		var people = List.of(Person.of("karl@letters.example", ""), Person.of("\u212aarl@letters.example", ""),
				Person.of("J\u00d6RG@letters.example", ""), Person.of("j\u00f6rg@letters.example", ""),
				Person.of("\u0130an@letters.example", ""), Person.of("ian@letters.example", ""));
		this.directory.meetClients(people);
		for (var person : people) {
			assertThat(this.root.get("/users/" + person.id())).hasStatusOk().bodyJson().extractingPath("$.email")
					.isEqualTo(person.email());
		}
	}

	@Test
	void newSenderJoinsTheCompanyThatOwnsTheDomain() {
		var company = Api.id(this.root.created("/companies",
				"{\"name\": \"Joiners\", \"domains\": [\"Joiners.example\"]}"));
		this.directory.meetClients(List.of(Person.of("jo@joiners.example", "Jo")));
		this.directory.meetClients(List.of(Person.of("jo@sub.joiners.example", "Jo")));
		assertThat(heardOf("jo@joiners.example", 1).getFirst().companyId()).hasToString(company);
		assertThat(heardOf("jo@sub.joiners.example", 1).getFirst().companyId()).isNull();
		assertThat(this.root.get("/users?company=" + company)).hasStatusOk().bodyJson()
				.extractingPath("$.items[*].email")
				.asArray().containsExactly("jo@joiners.example");
	}

	@Test
	void whoAsksWhoTheyAreIsKnownFromThenOn() {
		var alice = this.root.as(Callers.admin(Features.USER_READ));
		assertThat(alice.get("/me")).hasStatusOk().bodyJson()
				.hasPathSatisfying("$.role", role -> role.assertThat().isEqualTo("admin"))
				.hasPathSatisfying("$.features",
						features -> features.assertThat().asArray().containsExactly("user:read"));
		var key = Person.idOf("alice@frontdesk.test").toString();
		await().atMost(Duration.ofMinutes(1)).untilAsserted(
				() -> assertThat(this.heard.of(UserChanged.class, key)).anyMatch(UserChanged::staff));
		assertThat(alice.get("/users?q=ALICE@")).hasStatusOk().bodyJson()
				.hasPathSatisfying("$.items[0].account.state", state -> state.assertThat().isEqualTo("active"))
				.hasPathSatisfying("$.items[0].role", role -> role.assertThat().isEqualTo("admin"));
	}

	@Test
	void manyFirstCallsAtOnceAllAnswer() throws Exception {
		var calls = 12;
		var together = new CountDownLatch(calls);
		var newcomer = this.root.as(Callers.client("newcomer@example.org"));
		try (var callers = Executors.newFixedThreadPool(calls)) {
			var answers = IntStream.range(0, calls).mapToObj(_ -> callers.submit(() -> {
				together.countDown();
				together.await();
				return newcomer.get("/me").getResponse().getStatus();
			})).toList();
			assertThat(answers).extracting(Future::get).containsOnly(200);
		}
		assertThat(heardOf("newcomer@example.org", 1)).hasSize(1);
	}

	@Test
	void deactivatedUserIsRefusedUntilTheyAreActiveAgain() {
		var eve = this.root.as(Callers.client("eve@example.org"));
		assertThat(eve.get("/me")).hasStatusOk();
		assertThat(this.root.delete("/users/" + Person.idOf("eve@example.org"))).hasStatus(HttpStatus.NO_CONTENT);
		await().untilAsserted(() -> assertThat(eve.get("/me")).hasStatus(HttpStatus.UNAUTHORIZED).bodyJson()
				.extractingPath("$.type").isEqualTo("/problems/deactivated"));
		assertThat(eve.get("/projects")).hasStatus(HttpStatus.UNAUTHORIZED);
		this.directory.meetClients(List.of(Person.of("eve@example.org", "Eve")));
		assertThat(eve.get("/me")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.root.patch("/users/" + Person.idOf("eve@example.org"), "{\"active\": true}")).hasStatusOk();
		await().untilAsserted(() -> assertThat(eve.get("/me")).hasStatusOk());
	}

	private List<UserChanged> heardOf(String email, int count) {
		var key = Person.idOf(email).toString();
		await().atMost(Duration.ofMinutes(1)).until(() -> this.heard.of(UserChanged.class, key).size() >= count);
		return this.heard.of(UserChanged.class, key);
	}

}
