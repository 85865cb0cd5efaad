package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.Letter.Header;
import io.frontdesk.local.mail.ReceivedMail;

/** Whoever answers each of our mails by a program gets a few of them, and then no more. */
class LoopIT {

	private static final String SUPPORT = Frontdesk.stack().supportAddress();

	/** What each mail has of its own; all else of a mail from another Frontdesk is as in ours. */
	private static final Set<String> OWN = Set.of("return-path", "delivered-to", "received", "date", "from", "to",
			"reply-to", "subject", "message-id", "in-reply-to", "references", "mime-version", "content-type",
			"content-transfer-encoding");

	private static final String BY_AUTO_REPLY = "No person wrote the mail, but: auto-reply";

	private static final String BY_LIST = "No person wrote the mail, but: list";

	private static final int BURST_OF_AN_ADDRESS = 30;

	private static final Duration THEN_ONE_EVERY = Duration.ofHours(1).dividedBy(36);

	@Test
	void twoFrontdesksStopAfterOneMailForEachTurnOfAPerson() {
		var other = new Automaton("support@frontdesk.example",
				mail -> ofAnotherFrontdesk("support@frontdesk.example", mail));
		other.send(Frontdesk.compose(letter(other.address(), "Our printer")));
		var ticket = assigned(other);
		other.answerAll();
		awaitReasons(ticket, BY_AUTO_REPLY);
		assertThat(other.received()).hasSize(1);

		close(ticket, other, 2);
		other.answerAll();
		awaitReasons(ticket, BY_AUTO_REPLY, BY_AUTO_REPLY);
		assertThat(other.received()).hasSize(2);
		assertThat(placed(other)).containsExactly("ticket", "follow-up", "follow-up");
		assertThat(other.taken()).extracting(LoopIT::ticketOf).containsOnly(ticket);
		assertThat(status(ticket)).isEqualTo("closed");
	}

	@Test
	void automaticMailOfAnotherFrontdeskThatComesFirstGetsNoAnswerAtAll() {
		var patron = "heidi@example.org";
		Frontdesk.mail(patron, "Our scanner", "It hums.");
		var ours = Frontdesk.awaitMail(patron, _ -> true);
		var other = new Automaton("help@frontdesk.example", mail -> ofAnotherFrontdesk("help@frontdesk.example", mail));
		other.send(asByAnotherFrontdesk(letter(other.address(), "Re: Your order [#7654321]"), ours));
		var ticket = assigned(other);
		close(ticket);
		awaitReasons(ticket, BY_AUTO_REPLY, "No person has written in this ticket yet");
		assertThat(other.received()).isEmpty();
	}

	/** Like FreeScout's automatic replies, which only threads tell from a person's. */
	@Test
	void outOfOfficeThatDoesNotSaySoIsAPartOfTheTicketThatItAnswers() {
		var away = new Automaton("ivan@example.org", mail -> Frontdesk.compose(
				letter("ivan@example.org", "I am on the beach").inReplyTo(mail.messageId())));
		away.send(Frontdesk.compose(letter(away.address(), "My chair")));
		var ticket = assigned(away);
		away.answerAll();
		assertThat(away.received()).hasSize(1);

		close(ticket, away, 2);
		away.answerAll();
		awaitReasons(ticket, "The recipient changed the status");
		assertThat(away.received()).hasSize(2);
		assertThat(placed(away)).containsExactly("ticket", "follow-up", "follow-up");
		assertThat(away.taken()).extracting(LoopIT::ticketOf).containsOnly(ticket);
	}

	@Test
	void outOfOfficeThatSaysNothingAndNamesNoTicketIsStoppedByTheLimitOfItsAddress() {
		var away = new Automaton("judy@example.org",
				_ -> Frontdesk.compose(letter("judy@example.org", "I am in the mountains")));
		var began = Instant.now();
		away.send(Frontdesk.compose(letter(away.address(), "My desk")));
		away.answerAll();
		var refilled = Duration.between(began, Instant.now()).dividedBy(THEN_ONE_EVERY);
		assertThat((long) away.received().size()).isBetween((long) BURST_OF_AN_ADDRESS,
				BURST_OF_AN_ADDRESS + refilled);
		assertThat(placed(away)).hasSize(away.received().size() + 1).containsOnly("ticket");
		awaitReasons(ticketOf(away.taken().getLast()),
				"Too many automatic mails (address judy@example.org): 30 at once, then 36 an hour");
	}

	@Test
	void listGetsNothingButWhatStaffWrite() {
		var list = new Automaton("chairs@lists.example.org",
				mail -> distributed(letter("chairs@lists.example.org", mail.subject())
						.withMessageId(mail.messageId()).with(inReplyTo(mail))));
		list.send(distributed(letter(list.address(), "Chairs wanted")));
		var ticket = assigned(list);
		awaitReasons(ticket, BY_LIST);
		assertThat(list.received()).isEmpty();

		alice().created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"We have some.\"}");
		awaitReceived(list, 1);
		list.answerAll();
		awaitReasons(ticket, BY_LIST, BY_LIST);
		assertThat(list.received()).hasSize(1);
		assertThat(placed(list)).containsExactly("ticket", "follow-up");
		assertThat(list.taken()).extracting(LoopIT::ticketOf).containsOnly(ticket);
	}

	@Test
	void listThatSendsBackWhatWeWroteIsIgnored() {
		var list = new Automaton("tables@lists.example.org",
				mail -> distributed(letter(SUPPORT, mail.subject()).withMessageId(mail.messageId())));
		list.send(distributed(letter(list.address(), "Tables wanted")));
		var ticket = assigned(list);
		alice().created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"We have none.\"}");
		awaitReceived(list, 1);
		list.answerAll();
		assertThat(list.received()).hasSize(1);
		assertThat(placed(list)).containsExactly("ticket", "ignored");
		assertThat(list.taken().getLast().get("reason").asString())
				.isEqualTo("It was sent by our own address " + SUPPORT
						+ "; a web form that sends so has to name its client in Reply-To");
	}

	static Stream<Arguments> helpDesks() {
		return Stream.of(
				Arguments.of("znuny", List.of(header("X-Loop", "yes"), header("Precedence", "bulk"),
						header("Auto-Submitted", "auto-generated"))),
				Arguments.of("zammad", List.of(header("X-Loop", "yes"), header("Precedence", "bulk"),
						header("Auto-Submitted", "auto-generated"), header("X-Auto-Response-Suppress", "All"))),
				Arguments.of("osticket", List.of(header("Precedence", "auto_reply"), header("X-Autoreply", "yes"),
						header("X-Auto-Response-Suppress", "DR, RN, OOF, AutoReply"),
						header("Auto-Submitted", "auto-replied"))));
	}

	@ParameterizedTest
	@MethodSource("helpDesks")
	void helpDeskThatAcknowledgesEachMailGetsOneForEachTurnOfAPerson(String name, List<Header> marks) {
		var address = name + "@helpdesk.example";
		var desk = new Automaton(address, mail -> acknowledgement(address, "RE: " + mail.subject(), marks));
		desk.send(Frontdesk.compose(letter(address, "Our lamp")));
		var ticket = assigned(desk);
		desk.answerAll();
		close(ticket, desk, 2);
		desk.answerAll();
		awaitReasons(ticket, BY_AUTO_REPLY, BY_AUTO_REPLY);
		assertThat(desk.received()).hasSize(2);
		assertThat(placed(desk)).containsExactly("ticket", "follow-up", "follow-up");
		assertThat(desk.taken()).extracting(LoopIT::ticketOf).containsOnly(ticket);
		assertThat(status(ticket)).isEqualTo("closed");
	}

	@ParameterizedTest
	@MethodSource("helpDesks")
	void acknowledgementThatNamesItsOwnTicketOnlyIsASilentTicket(String name, List<Header> marks) {
		var address = name + "@desk.example";
		var desk = new Automaton(address, _ -> acknowledgement(address, "We got your mail", marks));
		desk.send(Frontdesk.compose(letter(address, "Our window")));
		desk.answerAll();
		awaitReasons(ticketOf(desk.taken().getLast()), BY_AUTO_REPLY);
		assertThat(desk.received()).hasSize(1);
		assertThat(placed(desk)).containsExactly("ticket", "ticket");
	}

	/** RT marks what it writes itself as it does what its users write. */
	@Test
	void helpDeskThatDoesNotSaySoIsAPartOfTheTicketThatItsSubjectNames() {
		var marks = List.of(header("Precedence", "bulk"), header("X-RT-Loop-Prevention", "helpdesk.example"),
				header("Managed-By", "RT"));
		var desk = new Automaton("rt@helpdesk.example",
				mail -> acknowledgement("rt@helpdesk.example", "AutoReply: " + mail.subject(), marks));
		desk.send(Frontdesk.compose(letter(desk.address(), "Our door")));
		var ticket = assigned(desk);
		desk.answerAll();
		assertThat(desk.received()).hasSize(1);
		assertThat(desk.taken()).extracting(LoopIT::ticketOf).containsOnly(ticket);
	}

	private static Letter letter(String from, String subject) {
		return Letter.of(from, SUPPORT, subject, "…");
	}

	private static Header header(String name, String value) {
		return new Header(name, value);
	}

	private static Header inReplyTo(ReceivedMail mail) {
		return header("In-Reply-To", mail.inReplyTo().orElseThrow());
	}

	/** Answers a mail of ours as we would, as one that came to a ticket there. */
	private static SMTPMessage ofAnotherFrontdesk(String address, ReceivedMail ours) {
		return asByAnotherFrontdesk(letter(address, ours.subject() + " [#7654321]").inReplyTo(ours.messageId()), ours);
	}

	/** With the headers that a mail of ours really has, but a signature of its own. */
	private static SMTPMessage asByAnotherFrontdesk(Letter letter, ReceivedMail ours) {
		var marks = ours.headers()
				.entrySet()
				.stream()
				.filter(header -> !OWN.contains(header.getKey()))
				.map(header -> header(header.getKey(), header.getValue().getFirst()))
				.toArray(Header[]::new);
		assertThat(marks).extracting(Header::name).contains("auto-submitted", "x-auto-response-suppress");
		return automatic(
				letter.withMessageId(
						"<7654321.%s.0123456789abcdefghijklmn@frontdesk.example>".formatted(UUID.randomUUID()))
						.with(header("Reply-To", letter.from().replace("@", "+7654321-0123456789abcdefghijklmn@")))
						.with(marks));
	}

	private static SMTPMessage acknowledgement(String address, String subject, List<Header> marks) {
		return automatic(letter(address, "[Ticket#2026112310000017] " + subject).with(marks.toArray(Header[]::new)));
	}

	private static SMTPMessage automatic(Letter letter) {
		var mail = Frontdesk.compose(letter);
		if (letter.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("Auto-Submitted"))) {
			mail.setEnvelopeFrom("<>");
		}
		return mail;
	}

	private static SMTPMessage distributed(Letter letter) {
		var mail = Frontdesk.compose(letter.with(header("List-Id", "<list.lists.example.org>"),
				header("Precedence", "list"), header("To", "list@lists.example.org")));
		mail.setEnvelopeFrom("list-bounces@lists.example.org");
		return mail;
	}

	/** Gives the only ticket to alice, who is told of what comes to it. */
	private static long assigned(Automaton automaton) {
		var ticket = ticketOf(automaton.taken().getLast());
		var assignee = alice().found("/api/v1/me").get("id").asString();
		var answer = Frontdesk.root().patch("/api/v1/tickets/" + ticket, "{\"assignee\": \"%s\"}".formatted(assignee));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return ticket;
	}

	private static void close(long ticket) {
		var answer = alice().patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/notifications?kind=status-changed&ticket=" + ticket),
						mails -> mails.size() == 1 && !mails.getFirst().get("state").asString().equals("pending"));
	}

	private static void close(long ticket, Automaton told, int mails) {
		close(ticket);
		awaitReceived(told, mails);
	}

	private static void awaitReceived(Automaton automaton, int mails) {
		await().atMost(Frontdesk.PATIENCE).until(() -> automaton.received().size() == mails);
	}

	private static List<String> placed(Automaton automaton) {
		return automaton.taken().stream().map(row -> row.get("outcome").asString()).toList();
	}

	private static long ticketOf(JsonNode row) {
		return row.get("ticketId").asLong();
	}

	private static String status(long ticket) {
		return alice().found("/api/v1/tickets/" + ticket).get("status").asString();
	}

	/** Why mails of this ticket were not sent, in both places where that is told. */
	private static void awaitReasons(long ticket, String... reasons) {
		await().atMost(Frontdesk.PATIENCE).untilAsserted(() -> {
			assertThat(Frontdesk.root().all("/api/v1/notifications?state=suppressed&ticket=" + ticket))
					.extracting(mail -> mail.get("reason").asString())
					.containsExactlyInAnyOrder(reasons);
			assertThat(Frontdesk.root().all("/api/v1/tickets/%d/mail".formatted(ticket)))
					.filteredOn(entry -> entry.get("state").asString("").equals("suppressed"))
					.extracting(entry -> entry.get("reason").asString())
					.containsExactlyInAnyOrder(reasons);
		});
	}

	private static Api alice() {
		return Frontdesk.api("alice@frontdesk.test");
	}

}
