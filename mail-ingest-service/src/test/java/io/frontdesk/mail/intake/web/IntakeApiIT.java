package io.frontdesk.mail.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.standing.Registrar;
import io.frontdesk.mail.Api;
import io.frontdesk.mail.LedgerClerk;
import io.frontdesk.mail.MailIngestTest;
import io.frontdesk.mail.ReceivedMails;
import io.frontdesk.mail.intake.PlacedMails;

@MailIngestTest
class IntakeApiIT {

	private static final UUID PROJECT = UUID.fromString("0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f");

	private final LedgerClerk clerk;

	private final PlacedMails placed;

	private final ReceivedMails received;

	private final Registrar registrar;

	private final Api reader;

	private final Api manager;

	private final Api root;

	@Autowired
	IntakeApiIT(MockMvcTester mvc, LedgerClerk clerk, PlacedMails placed, ReceivedMails received,
			Registrar registrar) {
		this.clerk = clerk;
		this.placed = placed;
		this.received = received;
		this.registrar = registrar;
		this.reader = new Api(mvc, Callers.admin(Features.MAIL_READ));
		this.manager = new Api(mvc, Callers.admin(Features.MAIL_READ, Features.MAIL_MANAGE));
		this.root = new Api(mvc, Callers.superAdmin());
	}

	@Test
	void listIsReadPageByPageTheNewestFirst() {
		var ids = IntStream.range(0, 5)
				.mapToObj(i -> this.clerk.take("paged@frontdesk.test", Instant.parse("2026-10-0%dT10:00:00Z"
						.formatted(i / 2 + 1)), mail("Paged " + i)).toString())
				.toList();
		var seen = new ArrayList<String>();
		var cursor = "";
		do {
			var page = this.reader.get("/intake?mailbox=paged@frontdesk.test&limit=2&cursor=" + cursor);
			assertThat(page.get("total").asInt()).isEqualTo(5);
			assertThat(page.get("totalCapped").asBoolean()).isFalse();
			seen.addAll(ids(page));
			cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
		} while (cursor != null);
		assertThat(seen).containsExactlyInAnyOrderElementsOf(ids).startsWith(ids.get(4)).hasSize(5);
	}

	@Test
	void cursorOfAnotherCallerOrListIsAProblem() {
		for (var i = 0; i < 2; i++) {
			this.clerk.take("mine@frontdesk.test", Instant.parse("2026-10-01T10:00:00Z"), mail("Mine " + i));
		}
		var mine = "/intake?mailbox=mine@frontdesk.test&limit=1";
		var cursor = this.reader.get(mine).get("nextCursor").asString();
		assertThat(this.reader.get(mine + "&cursor=" + cursor).get("items")).hasSize(1);
		assertThat(this.root.problem(HttpMethod.GET, mine + "&cursor=" + cursor, null, HttpStatus.BAD_REQUEST))
				.isEqualTo("bad-cursor");
		assertThat(
				this.reader.problem(HttpMethod.GET, "/intake?limit=1&cursor=" + cursor, null, HttpStatus.BAD_REQUEST))
				.isEqualTo("bad-cursor");
	}

	@Test
	void filtersNarrowTheListAndWordsFindWhatSenderSubjectOrIdHave() {
		var mailbox = "filters@frontdesk.test";
		var printer = this.clerk.take(mailbox, Instant.parse("2026-09-01T10:00:00Z"),
				"From: Dora Duck <dora@pond.example>\nSubject: 100% of the Drucker\nMessage-ID: <druck-1@pond.example>\n\nhello");
		var absent = this.clerk.take(mailbox, Instant.parse("2026-09-02T10:00:00Z"),
				"From: emil@pond.example\nSubject: Away\nAuto-Submitted: auto-replied\n\nI am away");
		var broken = this.clerk.take(mailbox, Instant.parse("2026-09-03T10:00:00Z"), "Subject: nobody\n\nhello");
		this.placed.becameFollowUp(absent, 2233444);
		var all = "/intake?mailbox=" + mailbox;
		assertThat(found(all)).containsExactly(broken, absent, printer);
		assertThat(found(all + "&outcome=quarantined")).containsExactly(broken);
		assertThat(found(all + "&outcome=follow-up")).containsExactly(absent);
		assertThat(found(all + "&classification=auto-reply")).containsExactly(absent);
		assertThat(found(all + "&ticket=2233444")).containsExactly(absent);
		assertThat(found(all + "&from=2026-09-02&to=2026-09-02")).containsExactly(absent);
		assertThat(found(all + "&from=2026-09-01T10:00:01Z")).containsExactly(broken, absent);
		assertThat(found(all + "&to=2026-09-02T10:00:00Z")).containsExactly(printer);
		assertThat(found(all + "&q=POND.example")).containsExactly(absent, printer);
		assertThat(found(all + "&q=dora%20ruck")).containsExactly(printer);
		assertThat(found(all + "&q=druck-1@")).containsExactly(printer);
		assertThat(found(all + "&q=100%25")).containsExactly(printer);
		assertThat(found(all + "&q=%25%25")).isEmpty();
		assertThat(found(all + "&q=a_ay")).isEmpty();
		assertThat(found(all + "&q=%20%00%20")).containsExactly(broken, absent, printer);
	}

	@ParameterizedTest
	@CsvSource({"outcome=lost,invalid-request", "classification=robot,invalid-request", "ticket=abc,invalid-request",
			"limit=0,invalid-request", "limit=201,invalid-request", "limit=x,invalid-request", "cursor=x,bad-cursor",
			"q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k,invalid-request",
			"cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5IGE,bad-cursor", "from=yesterday,bad-time",
			"to=2026-02-30,bad-time",
			"from=%2B300000-01-01T00:00:00Z,bad-time"})
	void badParametersAreAProblemEach(String parameter, String problem) {
		assertThat(this.reader.problem(HttpMethod.GET, "/intake?" + parameter, null, HttpStatus.BAD_REQUEST))
				.isEqualTo(problem);
	}

	@Test
	void detailTellsEachStepAndWhatTheMailSays() {
		var raw = """
				From: Dora Duck <dora@example.org>
				To: sales@frontdesk.test
				Cc: emil@example.org
				Message-ID: <detail@example.org>
				In-Reply-To: <before@example.org>
				References: <first@example.org> <before@example.org>
				Subject: Printer
				Content-Type: multipart/mixed; boundary=x

				--x
				Content-Type: text/plain

				It smokes.

				> What does it do?
				--x
				Content-Type: text/csv; name=a.csv
				Content-Disposition: attachment; filename=a.csv

				abc
				--x--
				""";
		var id = this.clerk.take(raw);
		this.placed.becameTicket(id, 2233445);
		var mail = this.reader.get("/intake/" + id);
		assertThat(mail.propertyNames()).containsExactlyInAnyOrder("id", "mailbox", "uidValidity", "uid", "receivedAt",
				"size", "sha256", "messageId", "from", "fromName", "subject", "outcome", "reason", "classification",
				"ticketId", "steps", "reading");
		assertThat(mail.get("outcome").asString()).isEqualTo("ticket");
		assertThat(mail.get("classification").asString()).isEqualTo("person");
		assertThat(mail.get("receivedAt").asString()).isEqualTo("2026-11-01T09:00:00Z");
		assertThat(mail.get("fromName").asString()).isEqualTo("Dora Duck");
		assertThat(mail.get("ticketId").asLong()).isEqualTo(2233445);
		assertThat(mail.get("size").asLong()).isEqualTo(raw.length());
		assertThat(steps(mail)).containsExactly("received", "read", "sent-on", "ticket");
		var reading = mail.get("reading");
		assertThat(reading.propertyNames()).containsExactlyInAnyOrder("text", "visibleText", "html", "to", "cc",
				"inReplyTo", "references", "attachments", "authentication", "spam");
		assertThat(reading.get("authentication").isNull()).isTrue();
		assertThat(reading.get("spam").asBoolean()).isFalse();
		assertThat(reading.get("text").asString()).contains("It smokes.", "What does it do?");
		assertThat(reading.get("visibleText").asString()).isEqualTo("It smokes.");
		assertThat(reading.get("references")).hasSize(2);
		assertThat(reading.get("cc").get(0).asString()).isEqualTo("emil@example.org");
		var file = reading.get("attachments").get(0);
		assertThat(file.toString()).isEqualTo("""
				{"filename":"a.csv","contentType":"text/csv","size":3,\
				"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""");
	}

	@Test
	void whatTheMailServerFoundOutIsShownAndToldOf() {
		var id = this.clerk.take("""
				Authentication-Results: mx.frontdesk.test; dmarc=pass (p=reject) header.from=example.org; spf=none
				X-Spam-Flag: YES
				From: dora@example.org
				To: sales@frontdesk.test
				Subject: Printer

				It smokes.
				""");
		var reading = this.reader.get("/intake/" + id).get("reading");
		assertThat(reading.get("authentication").toString()).isEqualTo("""
				{"server":"mx.frontdesk.test","proof":"proven","results":[\
				{"method":"dmarc","result":"pass","domain":"example.org"},\
				{"method":"spf","result":"none","domain":null}],"hearsay":false}""");
		assertThat(reading.get("spam").asBoolean()).isTrue();
		await().atMost(Duration.ofMinutes(1)).until(() -> !this.received.of(id).isEmpty());
		assertThat(this.received.of(id).getFirst().proof()).isEqualTo(Proof.PROVEN);
		assertThat(this.received.of(id).getFirst().spam()).isTrue();
	}

	@Test
	void fromThatTheMailServerMayHaveReadAsSomebodyElseIsShownAndToldOfAsHearsay() {
		var id = this.clerk.take("""
				Authentication-Results: mx.frontdesk.test; dmarc=pass header.from=evil.example
				From: eve@evil.example <dora@example.org>
				To: sales@frontdesk.test
				Subject: Kettle

				It drips.
				""");
		assertThat(this.reader.get("/intake/" + id).at("/reading/authentication/hearsay").asBoolean()).isTrue();
		await().atMost(Duration.ofMinutes(1)).until(() -> !this.received.of(id).isEmpty());
		assertThat(this.received.of(id).getFirst().authentication()).extracting(Authentication::hearsay)
				.isEqualTo(true);
	}

	@Test
	void sourceIsTheRawMailAndNeverShownByABrowser() {
		var raw = mail("Source äöü");
		var id = this.clerk.take(raw);
		var answer = this.reader.call(HttpMethod.GET, "/intake/%s/source".formatted(id), null);
		assertThat(answer).hasStatusOk()
				.hasContentType("message/rfc822")
				.headers()
				.hasValue("X-Content-Type-Options", "nosniff")
				.hasValue("Content-Disposition", "attachment; filename=\"%s.eml\"".formatted(id));
		assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(raw.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void unknownMailIsNotFound() {
		for (var path : List.of("", "/source")) {
			assertThat(this.reader.problem(HttpMethod.GET, "/intake/%s%s".formatted(UUID.randomUUID(), path), null,
					HttpStatus.NOT_FOUND)).isEqualTo("mail-not-found");
		}
		for (var path : List.of("/retry", "/release")) {
			assertThat(this.manager.problem(HttpMethod.POST, "/intake/%s%s".formatted(UUID.randomUUID(), path), null,
					HttpStatus.NOT_FOUND)).isEqualTo("mail-not-found");
		}
	}

	@Test
	void retriedMailIsReadOnceMore() {
		var id = this.clerk.take("Subject: no sender\n\nhello");
		var retried = this.manager.post("/intake/%s/retry".formatted(id));
		assertThat(steps(retried)).containsExactly("received", "read", "quarantined", "retried", "read",
				"quarantined");
		assertThat(retried.get("outcome").asString()).isEqualTo("quarantined");
		assertThat(retried.get("steps").get(3).get("detail").asString()).isEqualTo("By alice@frontdesk.test");
	}

	@Test
	void releasedMailIsTheTicketOfWhomStaffNameWithItsSourceAttached() {
		var id = this.clerk.take("Subject: no sender\nMessage-ID: <released@example.org>\n\nhello");
		var path = "/intake/%s/release".formatted(id);
		assertThat(this.manager.problem(HttpMethod.POST, path, null, HttpStatus.UNPROCESSABLE_CONTENT))
				.isEqualTo("sender-unknown");
		assertThat(this.manager.problem(HttpMethod.POST, path, "{\"from\": \"nobody\"}", HttpStatus.BAD_REQUEST))
				.isEqualTo("invalid-request");
		var released = Api.json(this.manager.call(HttpMethod.POST, path, "{\"from\": \"Dora@example.org\"}"),
				HttpStatus.OK);
		assertThat(released.get("outcome").asString()).isEqualTo("pending");
		assertThat(released.get("from").asString()).isEqualTo("dora@example.org");
		assertThat(steps(released)).endsWith("released", "sent-on");
		var told = told(id);
		assertThat(told.from().email()).isEqualTo("dora@example.org");
		assertThat(told.text()).isEqualTo("hello");
		assertThat(told.classification()).isEqualTo(Classification.PERSON);
		assertThat(told.attachments()).singleElement()
				.satisfies(file -> assertThat(file.blob()).isEqualTo(told.source()));
		assertThat(this.manager.problem(HttpMethod.POST, path, null, HttpStatus.CONFLICT))
				.isEqualTo("mail-not-quarantined");
		assertThat(this.manager.problem(HttpMethod.POST, "/intake/%s/retry".formatted(id), null, HttpStatus.CONFLICT))
				.isEqualTo("mail-not-quarantined");
	}

	@Test
	void mailOfSomebodyDeactivatedIsIgnoredUntilItIsReleased() {
		var eve = Person.of("eve-%s@example.org".formatted(UUID.randomUUID()), "Eve Young");
		this.registrar.hear(new UserChanged(eve.id(), eve.email(), "Eve", "Young", null, false, false, 1),
				Instant.EPOCH);
		var id = this.clerk.take("From: %s\nSubject: Let me in\n\nhello".formatted(eve.email()));
		var ignored = this.reader.get("/intake/" + id);
		assertThat(ignored.get("outcome").asString()).isEqualTo("ignored");
		assertThat(ignored.get("reason").asString()).startsWith(eve.email() + " was deactivated");
		assertThat(this.manager.problem(HttpMethod.POST, "/intake/%s/retry".formatted(id), null, HttpStatus.CONFLICT))
				.isEqualTo("mail-not-quarantined");
		var path = "/intake/%s/release".formatted(id);
		assertThat(this.manager.call(HttpMethod.POST, path, null)).hasStatusOk();
		assertThat(told(id).from().email()).isEqualTo(eve.email());
		var own = this.clerk.take("From: sales@frontdesk.test\nSubject: Mirror\n\nhello");
		assertThat(
				this.manager.problem(HttpMethod.POST, "/intake/%s/release".formatted(own), null, HttpStatus.CONFLICT))
				.as("a mail of ours").isEqualTo("mail-not-quarantined");
	}

	@Test
	void whoMayNotReadMailRetriesAndReleasesItWithoutBeingTold() {
		var blind = new Api(this.manager.mvc(), Callers.admin(Features.MAIL_MANAGE));
		var id = this.clerk.take("Subject: no sender\n\nhello");
		for (var path : List.of("/retry", "/release")) {
			var answer = blind.call(HttpMethod.POST, "/intake/%s%s".formatted(id, path),
					path.equals("/release") ? "{\"from\": \"dora@example.org\"}" : null);
			assertThat(answer).hasStatus(HttpStatus.NO_CONTENT);
			assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
		}
		assertThat(steps(this.reader.get("/intake/" + id))).contains("retried", "released");
	}

	@Test
	void unreadableMailIsReleasedAsItCame() {
		var id = this.clerk.take(" \n\n");
		var path = "/intake/%s/release".formatted(id);
		assertThat(this.reader.get("/intake/" + id).get("reading").isNull()).isTrue();
		assertThat(this.manager.call(HttpMethod.POST, path, "{\"from\": \"dora@example.org\"}")).hasStatusOk();
		assertThat(told(id).text()).isEqualTo("This mail could not be read. It is attached as it came.");
	}

	@Test
	void secondOfTwoSameMailsIsNotReleased() {
		var raw = "Subject: twice\nMessage-ID: <released-twice@example.org>\n\nhello";
		var ids = List.of(this.clerk.take(raw), this.clerk.take(raw));
		var body = "{\"from\": \"dora@example.org\"}";
		assertThat(this.manager.call(HttpMethod.POST, "/intake/%s/release".formatted(ids.get(0)), body)).hasStatusOk();
		assertThat(this.manager.problem(HttpMethod.POST, "/intake/%s/release".formatted(ids.get(1)), body,
				HttpStatus.CONFLICT)).isEqualTo("mail-taken-before");
	}

	@Test
	void mailCarriesTheDefaultsOfItsMailbox() {
		var told = told(this.clerk.take(mail("Defaults")));
		assertThat(told.project()).isEqualTo(PROJECT);
		assertThat(told.priority()).isEqualTo(Priority.HIGH);
		var stray = told(this.clerk.take("gone@frontdesk.test", Instant.EPOCH, mail("No longer configured")));
		assertThat(stray.project()).isNull();
		assertThat(stray.priority()).isNull();
	}

	private static String mail(String subject) {
		return "From: dora@example.org\nSubject: %s\nMessage-ID: <%s@example.org>\n\nhello".formatted(subject,
				UUID.randomUUID());
	}

	private MailReceived told(UUID id) {
		return await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of(id), list -> list.size() == 1)
				.getFirst();
	}

	private List<UUID> found(String path) {
		return ids(this.reader.get(path)).stream().map(UUID::fromString).toList();
	}

	private static List<String> ids(JsonNode page) {
		return page.get("items").values().stream().map(item -> item.get("id").asString()).toList();
	}

	private static List<String> steps(JsonNode mail) {
		return mail.get("steps").values().stream().map(step -> step.get("step").asString()).toList();
	}

}
