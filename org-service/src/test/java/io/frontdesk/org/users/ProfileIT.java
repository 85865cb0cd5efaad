package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Heard;
import io.frontdesk.events.Person;
import io.frontdesk.events.StaffMail;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;

@OrgServiceTest
class ProfileIT {

	private static final String NOTHING = "{\"language\": null, \"signature\": null, \"preferences\": null}";

	private static final String ALICE = Person.idOf("alice@frontdesk.test").toString();

	private final Api alice;

	private final Api root;

	private final Api client;

	private final Heard heard;

	@Autowired
	ProfileIT(MockMvcTester mvc, Heard heard) {
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ));
		this.root = this.alice.as(Callers.superAdmin());
		this.client = this.alice.as(Callers.client("pia@example.org"));
		this.heard = heard;
	}

	@BeforeEach
	void forget() {
		assertThat(this.alice.patch("/me", NOTHING)).hasStatusOk();
		assertThat(this.root.patch("/me", NOTHING)).hasStatusOk();
	}

	@Test
	void whatNobodyChoseIsWhatIsUsual() {
		assertThat(profileOf(this.alice)).isEqualTo("""
				null null {"timeZone":null,"theme":"system","density":"comfortable","shortcuts":true,"undoDelay":null,\
				"afterSend":"stay","mails":{"newTicket":false,"clientReplied":true,"assigned":true}}""");
		assertThat(profileOf(this.client)).isEqualTo("""
				null null {"timeZone":null,"theme":"system","density":"comfortable","shortcuts":true,"undoDelay":null,\
				"afterSend":null,"mails":null}""");
	}

	@Test
	void whatIsLeftOutStaysAndNullGoesBack() {
		assertThat(this.alice.patch("/me", """
				{"language": "de", "signature": " Alice Adams\\r\\nSupport\\n\\n", "preferences": {
				  "timeZone": "Pacific/Auckland", "theme": "dark", "density": "compact", "shortcuts": false,
				  "undoDelay": 30, "afterSend": "next", "mails": {"newTicket": true, "assigned": false}}}"""))
				.hasStatusOk();
		assertThat(profileOf(this.alice)).isEqualTo("""
				"de" "Alice Adams\\nSupport" {"timeZone":"Pacific/Auckland","theme":"dark","density":"compact",\
				"shortcuts":false,"undoDelay":30,"afterSend":"next",\
				"mails":{"newTicket":true,"clientReplied":true,"assigned":false}}""");
		assertThat(this.alice.patch("/me", """
				{"language": null, "preferences": {"undoDelay": 0, "theme": null, "mails": {"newTicket": null}}}"""))
				.hasStatusOk();
		assertThat(this.alice.patch("/me", "{}")).hasStatusOk();
		assertThat(profileOf(this.alice)).isEqualTo("""
				null "Alice Adams\\nSupport" {"timeZone":"Pacific/Auckland","theme":"system","density":"compact",\
				"shortcuts":false,"undoDelay":0,"afterSend":"next",\
				"mails":{"newTicket":false,"clientReplied":true,"assigned":false}}""");
		assertThat(this.alice.patch("/me", "{\"signature\": \" \\n\", \"preferences\": {\"mails\": null}}"))
				.hasStatusOk().bodyJson()
				.hasPathSatisfying("$.signature", signature -> signature.assertThat().isNull())
				.hasPathSatisfying("$.preferences.mails.assigned", assigned -> assigned.assertThat().isEqualTo(true));
	}

	@Test
	void eachChoosesForThemselvesAlone() {
		assertThat(this.client.patch("/me", "{\"language\": \"de\", \"preferences\": {\"theme\": \"dark\"}}"))
				.hasStatusOk().bodyJson().extractingPath("$.email").isEqualTo("pia@example.org");
		for (var other : List.of(this.alice, this.root, this.client.as(Callers.client("paul@example.org")))) {
			assertThat(other.get("/me")).bodyJson()
					.hasPathSatisfying("$.language", language -> language.assertThat().isNull())
					.hasPathSatisfying("$.preferences.theme", theme -> theme.assertThat().isEqualTo("system"));
		}
		assertThat(this.client.patch("/me", NOTHING.replace("\"signature\": null, ", ""))).hasStatusOk();
		assertThat(this.client.get("/me")).bodyJson().extractingPath("$.preferences.theme").isEqualTo("system");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = {"{\"signature\": \"Pia\"}, signature",
			"{\"signature\": null}, signature", "{\"preferences\": {\"undoDelay\": 5}}, preferences.undoDelay",
			"{\"preferences\": {\"afterSend\": \"list\"}}, preferences.afterSend",
			"{\"preferences\": {\"mails\": {\"newTicket\": true}}}, preferences.mails.newTicket",
			"{\"preferences\": {\"mails\": {\"clientReplied\": false}}}, preferences.mails.clientReplied",
			"{\"preferences\": {\"mails\": {\"assigned\": null}}}, preferences.mails.assigned"})
	void clientHasNothingThatIsForStaff(String body, String field) {
		assertRefused(this.client, body, field);
		assertThat(this.alice.patch("/me", body)).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', value = {"{\"language\": \"fr\"} | language",
			"{\"language\": \"DE\"} | language", "{\"language\": 1} | language", "{\"language\": [\"de\"]} | language",
			"{\"signature\": 7} | signature", "{\"signature\": \"a\\u0007b\"} | signature",
			"{\"signature\": \"a\\u0000b\"} | signature", "{\"signature\": \"a\\ud800b\"} | signature",
			"{\"signature\": \"a\\u2028b\"} | signature", "{\"signature\": {\"html\": \"<b>\"}} | signature",
			"{\"preferences\": []} | preferences", "{\"preferences\": \"dark\"} | preferences",
			"{\"preferences\": {\"timeZone\": \"Mars/Base\"}} | preferences.timeZone",
			"{\"preferences\": {\"timeZone\": \"\"}} | preferences.timeZone",
			"{\"preferences\": {\"timeZone\": \"+02:00\"}} | preferences.timeZone",
			"{\"preferences\": {\"timeZone\": \"SystemV/PST8\"}} | preferences.timeZone",
			"{\"preferences\": {\"timeZone\": \"europe/berlin\"}} | preferences.timeZone",
			"{\"preferences\": {\"theme\": \"pink\"}} | preferences.theme",
			"{\"preferences\": {\"density\": 0}} | preferences.density",
			"{\"preferences\": {\"shortcuts\": \"no\"}} | preferences.shortcuts",
			"{\"preferences\": {\"shortcuts\": 0}} | preferences.shortcuts",
			"{\"preferences\": {\"undoDelay\": -1}} | preferences.undoDelay",
			"{\"preferences\": {\"undoDelay\": 31}} | preferences.undoDelay",
			"{\"preferences\": {\"undoDelay\": 1.5}} | preferences.undoDelay",
			"{\"preferences\": {\"undoDelay\": \"5\"}} | preferences.undoDelay",
			"{\"preferences\": {\"afterSend\": \"\"}} | preferences.afterSend",
			"{\"preferences\": {\"mails\": true}} | preferences.mails",
			"{\"preferences\": {\"mails\": {\"newTicket\": \"yes\"}}} | preferences.mails.newTicket",
			"{\"preferences\": {\"mails\": {\"shoes\": true}}} | preferences.mails.shoes",
			"{\"preferences\": {\"shoeSize\": 43}} | preferences.shoeSize", "{\"role\": \"super-admin\"} | role",
			"{\"email\": \"other@frontdesk.test\"} | email", "{\"staff\": true} | staff"})
	void badFieldIsNamedAndNothingIsChanged(String body, String field) {
		var before = profileOf(this.alice);
		assertRefused(this.alice, body, field);
		assertThat(profileOf(this.alice)).isEqualTo(before);
	}

	@Test
	void numberBeyondAllIsRefused() {
		assertThat(this.alice.patch("/me", "{\"preferences\": {\"undoDelay\": 99999999999}}"))
				.hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(ints = {1_999, 2_000, 2_001})
	void signatureIsBounded(int length) {
		var body = "{\"signature\": \"%s\"}".formatted("x".repeat(length));
		if (length > 2_000) {
			assertRefused(this.alice, body, "signature");
		} else {
			assertThat(this.alice.patch("/me", body)).hasStatusOk();
		}
	}

	@Test
	void whoeverWritesToThemHearsOfIt() {
		var before = heardOfAlice().size();
		assertThat(this.alice.patch("/me", "{\"preferences\": {\"theme\": \"light\", \"undoDelay\": 20}}"))
				.hasStatusOk();
		assertThat(this.alice.patch("/me", """
				{"language": "de", "signature": "Alice", "preferences": {"mails": {"newTicket": true,
				 "clientReplied": false}}}""")).hasStatusOk();
		await().atMost(Duration.ofMinutes(1))
				.until(() -> heardOfAlice().stream().anyMatch(event -> "Alice".equals(event.signature())));
		var last = heardOfAlice().getLast();
		assertThat(last.language()).isEqualTo("de");
		assertThat(last.mails()).containsExactly(StaffMail.NEW_TICKET, StaffMail.ASSIGNED);
		assertThat(heardOfAlice().subList(before, heardOfAlice().size())).as("none of the theme")
				.noneMatch(event -> event.version() == last.version() - 1);
	}

	@Test
	void whoMayNotReadTicketsIsMailedNone() {
		this.alice.patch("/me", "{\"preferences\": {\"mails\": {\"newTicket\": true}}}");
		var blind = this.alice.as(Callers.admin(Features.ORG_READ));
		assertThat(blind.get("/me")).hasStatusOk();
		await().atMost(Duration.ofMinutes(1)).until(() -> heardOfAlice().getLast().mails().isEmpty());
		assertThat(this.alice.get("/me")).hasStatusOk();
		await().atMost(Duration.ofMinutes(1)).until(() -> heardOfAlice().getLast().mails().size() == 3);
	}

	private List<UserChanged> heardOfAlice() {
		return this.heard.of(UserChanged.class, ALICE);
	}

	private static String profileOf(Api api) {
		var me = Api.json(api.get("/me"));
		return "%s %s %s".formatted(me.get("language"), me.get("signature"), me.get("preferences"));
	}

	private static void assertRefused(Api api, String body, String field) {
		var answer = api.patch("/me", body);
		assertThat(answer).as(body).hasStatus(HttpStatus.BAD_REQUEST)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.errors[*].field").asArray().contains(field);
	}

}
