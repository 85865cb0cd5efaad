package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.frontdesk.events.Heard;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserAddressAsked;
import io.frontdesk.events.UserChanged;
import io.frontdesk.events.reference.AddressProofs;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;

/** Who is to have an address has to prove it; who had one keeps it. */
@OrgServiceTest
class AddressIT {

	private static final String MALLORY = "mallory@evil.example";

	private final Api root;

	private final Api writer;

	private final Heard heard;

	private final Directory directory;

	private final JdbcClient jdbc;

	@Autowired
	AddressIT(MockMvcTester mvc, Heard heard, Directory directory, JdbcClient jdbc) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.writer = this.root.as(Callers.admin(Features.USER_READ, Features.USER_WRITE));
		this.heard = heard;
		this.directory = directory;
		this.jdbc = jdbc;
	}

	@Test
	void nobodyGetsSomebodysAddressChangedByWishing() {
		for (var who : List.of(this.writer, this.root)) {
			var victim = created();
			var before = email(victim);
			assertThat(wish(who, victim, MALLORY)).hasStatusOk().bodyJson()
					.hasPathSatisfying("$.email", email -> email.assertThat().isEqualTo(before))
					.hasPathSatisfying("$.pendingEmail", pending -> pending.assertThat().isEqualTo(MALLORY));
			var asked = asked(victim, 1);
			assertThat(asked.user().email()).isEqualTo(before);
			assertThat(asked.address()).isEqualTo(MALLORY);
			assertThat(asked.by().email()).isNotEmpty();
			assertThat(this.heard.of(UserChanged.class, Api.id(victim))).extracting(UserChanged::email)
					.containsOnly(before);
			assertThat(wish(who, victim, before)).hasStatusOk().bodyJson().extractingPath("$.pendingEmail").isNull();
		}
	}

	@Test
	void nobodyIsFloodedByWishes() {
		var user = created();
		var before = email(user);
		for (var i = 0; i < 5; i++) {
			assertThat(wish(this.root, user, i + "-" + before)).hasStatusOk();
		}
		assertThat(wish(this.root, user, "6-" + before)).hasStatus(HttpStatus.TOO_MANY_REQUESTS).bodyJson()
				.extractingPath("$.type").isEqualTo("/problems/too-many-address-changes");
		assertThat(wish(this.root, user, "4-" + before)).as("the one that is under way").hasStatusOk();
		assertThat(wish(this.root, user, before)).as("none").hasStatusOk();
		assertThat(wish(this.writer, user, "4-" + before)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
	}

	@Test
	void addressCountsOnceItIsProvenAndTheOneBeforeStaysTheUsers() {
		var user = created();
		var before = email(user);
		var after = "new-" + before;
		wish(this.root, user, after.toUpperCase(Locale.ROOT));
		assertThat(confirm(proof(asked(user, 1)))).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.writer.get(user)).bodyJson()
				.hasPathSatisfying("$.email", email -> email.assertThat().isEqualTo(after))
				.hasPathSatisfying("$.pendingEmail", pending -> pending.assertThat().isNull())
				.hasPathSatisfying("$.formerAddresses", all -> all.assertThat().asArray().containsExactly(before));
		await().atMost(Duration.ofMinutes(1)).untilAsserted(
				() -> assertThat(this.heard.of(UserChanged.class, Api.id(user)).getLast()).satisfies(told -> {
					assertThat(told.email()).isEqualTo(after);
					assertThat(told.formerAddresses()).containsExactly(before);
				}));
	}

	/** An admin has proven their own address in no time. */
	@Test
	void whatAnAdminWantsTakesTheUsersWordToo() {
		for (var agreesFirst : List.of(true, false)) {
			var victim = created();
			var before = email(victim);
			var attackers = "attackers-" + before;
			wish(this.writer, victim, attackers);
			var asked = asked(victim, 1);
			assertThat(asked.needsConsent()).isTrue();
			assertThat(confirm(agreesFirst ? consent(asked) : proof(asked))).hasStatus(HttpStatus.ACCEPTED);
			assertThat(confirm(agreesFirst ? consent(asked) : proof(asked))).as("the same again")
					.hasStatus(HttpStatus.ACCEPTED);
			assertThat(email(victim)).isEqualTo(before);
			assertThat(confirm(agreesFirst ? proof(asked) : consent(asked))).hasStatus(HttpStatus.NO_CONTENT);
			assertThat(email(victim)).isEqualTo(attackers);
		}
	}

	@Test
	void onlyTheMailToTheNewAddressProvesItAndOnce() {
		var user = created();
		var other = created();
		wish(this.root, user, "mine-" + email(user));
		wish(this.root, other, MALLORY);
		var asked = asked(user, 1);
		var right = proof(asked);
		var proofs = new AddressProofs(OrgServiceTest.KEY);
		for (var forged : List.of("", "x", asked.id().toString(), asked.id() + "." + "0".repeat(64),
				right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0"),
				proofs.token(asked.id(), MALLORY), proofs.token(UUID.randomUUID(), asked.address()),
				asked.id() + proof(asked(other, 1)).substring(36),
				new AddressProofs("ff".repeat(16)).token(asked.id(), asked.address()))) {
			assertThat(confirm(forged)).as(forged).hasStatus(HttpStatus.GONE).bodyJson().extractingPath("$.type")
					.isEqualTo("/problems/address-proof-invalid");
		}
		assertThat(this.writer.get(user)).bodyJson().extractingPath("$.email").isEqualTo(asked.user().email());
		assertThat(confirm(right)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(confirm(right)).as("a second time").hasStatus(HttpStatus.GONE);
	}

	@Test
	void wishThatIsTooOldOrWithdrawnOrReplacedProvesNothing() {
		var user = created();
		var before = email(user);
		wish(this.writer, user, "one-" + before);
		wish(this.writer, user, "one-" + before);
		var first = asked(user, 1);
		wish(this.writer, user, "two-" + before);
		var second = asked(user, 2);
		assertThat(second.address()).as("the same wish again is no second mail").isEqualTo("two-" + before);
		assertThat(confirm(proof(first))).hasStatus(HttpStatus.GONE);
		wish(this.writer, user, before);
		assertThat(confirm(proof(second))).hasStatus(HttpStatus.GONE);
		wish(this.writer, user, "three-" + before);
		this.jdbc.sql("update users set pending_until = now() where id = ?").param(UUID.fromString(Api.id(user)))
				.update();
		assertThat(confirm(proof(asked(user, 3)))).hasStatus(HttpStatus.GONE);
		assertThat(this.writer.get(user)).bodyJson()
				.hasPathSatisfying("$.email", email -> email.assertThat().isEqualTo(before))
				.hasPathSatisfying("$.pendingEmail", pending -> pending.assertThat().isNull());
	}

	@Test
	void addressThatSomebodyElseGotMeanwhileIsNotTaken() {
		var user = created();
		var contested = "contested-" + email(user);
		wish(this.writer, user, contested);
		this.writer.created("/users", "{\"email\": \"%s\"}".formatted(contested));
		assertThat(confirm(proof(asked(user, 1)))).hasStatus(HttpStatus.CONFLICT).bodyJson().extractingPath("$.type")
				.isEqualTo("/problems/email-taken");
	}

	@Test
	void nobodyElseGetsAnAddressThatWasGivenUp() {
		var user = created();
		var first = email(user);
		move(user, "second-" + first);
		move(user, "third-" + first);
		var other = created();
		for (var former : List.of(first, "second-" + first)) {
			for (var answer : List.of(this.root.post("/users", "{\"email\": \"%s\"}".formatted(former)),
					wish(this.root, other, former))) {
				assertThat(answer).hasStatus(HttpStatus.CONFLICT).bodyJson().extractingPath("$.type")
						.isEqualTo("/problems/email-taken");
			}
			this.directory.meetClients(List.of(Person.of(former, "Eve Other")));
			assertThat(this.root.get("/users?q=" + first.replace("@", "%40"))).bodyJson()
					.extractingPath("$.items[*].id").asArray().containsExactly(Api.id(user));
		}
		this.directory.meetLogin(login(Person.of(first, "Somebody")));
		assertThat(this.root.get("/users?q=" + first.replace("@", "%40"))).bodyJson().extractingPath("$.total")
				.isEqualTo(1);
		move(user, first);
		assertThat(this.root.get(user)).bodyJson().extractingPath("$.formerAddresses").asArray()
				.containsExactly("second-" + first, "third-" + first);
	}

	@Test
	void addressThatASuperAdminFreedIsAnybodysAndTheirsIsAnotherId() {
		var user = created();
		var freed = email(user);
		move(user, "moved-" + freed);
		assertThat(this.root.delete(user + "/addresses/" + freed)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.root.delete(user + "/addresses/" + freed)).hasStatus(HttpStatus.NOT_FOUND).bodyJson()
				.extractingPath("$.type").isEqualTo("/problems/address-not-given-up");
		var stranger = Person.of(freed, "New Owner");
		assertThat(stranger.id()).hasToString(Api.id(user));
		this.directory.meetClients(List.of(stranger, stranger));
		this.directory.meetClients(List.of(stranger));
		assertThat(this.root.get("/users/" + stranger.next().id())).hasStatusOk().bodyJson()
				.extractingPath("$.email").isEqualTo(freed);
		assertThat(this.root.get(user)).bodyJson().extractingPath("$.email").isEqualTo("moved-" + freed);
		assertThat(this.root.get("/users?q=" + freed.replace("@", "%40"))).bodyJson().extractingPath("$.total")
				.isEqualTo(2);
	}

	@Test
	void freedAddressCanBeGivenToANewUser() {
		var user = created();
		var freed = email(user);
		move(user, "moved-" + freed);
		assertThat(this.root.delete(user + "/addresses/" + freed)).hasStatus(HttpStatus.NO_CONTENT);
		var heir = this.writer.created("/users", "{\"email\": \"%s\"}".formatted(freed));
		assertThat(heir).isNotEqualTo(user);
		this.directory.meetClients(List.of(Person.of(freed, "")));
		assertThat(this.root.get("/users?q=" + freed.replace("@", "%40"))).bodyJson().extractingPath("$.total")
				.isEqualTo(2);
	}

	private String created() {
		return this.writer.created("/users", "{\"email\": \"%s@example.org\"}".formatted(UUID.randomUUID()));
	}

	private String email(String path) {
		return Api.json(this.root.get(path)).get("email").asString();
	}

	private static MvcTestResult wish(Api as, String path, String address) {
		return as.patch(path, "{\"email\": \"%s\"}".formatted(address));
	}

	private void move(String path, String address) {
		var wishes = this.heard.of(UserAddressAsked.class, Api.id(path)).size();
		assertThat(wish(this.root, path, address)).hasStatusOk();
		assertThat(confirm(proof(asked(path, wishes + 1)))).hasStatus(HttpStatus.NO_CONTENT);
	}

	private UserAddressAsked asked(String path, int count) {
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.heard.of(UserAddressAsked.class, Api.id(path)).size() >= count);
		return this.heard.of(UserAddressAsked.class, Api.id(path)).get(count - 1);
	}

	/** As the mail to the new address has it. */
	private static String proof(UserAddressAsked asked) {
		return new AddressProofs(OrgServiceTest.KEY).token(asked.id(), asked.address());
	}

	/** As the mail to the address of before has it. */
	private static String consent(UserAddressAsked asked) {
		return new AddressProofs(OrgServiceTest.KEY).token(asked.id(), asked.user().email());
	}

	/** Without a login. */
	private MvcTestResult confirm(String token) {
		return this.root.mvc().post().uri("/address-proofs").contentType(MediaType.APPLICATION_JSON)
				.content("{\"token\": \"%s\"}".formatted(token)).exchange();
	}

	private static Login login(Person person) {
		return new Login(person, Role.CLIENT, List.of(), "login-of-" + person.email(), null);
	}

}
