package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.ReceivedMail;

/** What can't be sent now is sent later; what can't be sent at all is seen on its ticket. */
class SmtpAwayIT {

	private static final Duration AWAY = Duration.ofMinutes(Integer.getInteger("frontdesk.smtp.away.minutes", 0));

	/** A mail that was tried in vain for so long is tried again after as long a pause. */
	private static final Duration PATIENCE = Frontdesk.PATIENCE.plus(AWAY.multipliedBy(2));

	private static final int TICKETS = 5;

	private static final String UNKNOWN = "norbert@refused.frontdesk.test";

	private static final String REFUSAL = "550 5.1.1 Nobody here has this address";

	@AfterEach
	void bringServerBack() {
		Frontdesk.start("mail");
	}

	@Test
	void whatIsWrittenWhileTheServerIsAwayIsSentOnceItIsBack() {
		Frontdesk.stack().stop("mail");
		var back = Instant.now().plus(AWAY);
		var alice = Frontdesk.api("alice@frontdesk.test");
		var tickets = IntStream.range(0, TICKETS).mapToObj(i -> raisedAndAnswered(alice, requester(i))).toList();
		await().atMost(PATIENCE)
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> tickets.stream().flatMap(ticket -> notifications(ticket).stream()).toList(),
						mails -> mails.size() == 2 * TICKETS && mails.stream().allMatch(SmtpAwayIT::saysWhyItWaits)
								&& !Instant.now().isBefore(back));
		Frontdesk.start("mail");

		await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(tickets)
				.allSatisfy(ticket -> assertThat(notifications(ticket)).hasSize(2)
						.allSatisfy(mail -> assertThat(mail.get("state").asString()).isEqualTo("sent"))));
		for (var i = 0; i < TICKETS; i++) {
			var ticket = tickets.get(i);
			var mails = notifications(ticket).stream().map(mail -> mail.get("messageId").asString()).toList();
			assertThat(Frontdesk.inbox(requester(i))).extracting(ReceivedMail::messageId)
					.containsExactlyInAnyOrderElementsOf(mails);
			assertThat(await().atMost(PATIENCE)
					.until(() -> reply(ticket), SmtpAwayIT::isDecided)
					.at("/delivery/state")
					.asString()).isEqualTo("sent");
		}
	}

	@Test
	void refusalIsSeenOnItsTicketInTheServersWordsAndTriedAgainWhenAsked() {
		var mail = Frontdesk.mail(UNKNOWN, "My table", "Does an answer reach me?");
		var ticket = await().atMost(PATIENCE)
				.until(() -> Frontdesk.root().found("/api/v1/intake?q=" + mail.replaceAll("[<>]", ""))
						.at("/items/0/ticketId"),
						JsonNode::isNumber)
				.asLong();
		assertRefused(awaitOnTicket(ticket, "created", _ -> true));

		var alice = Frontdesk.api("alice@frontdesk.test");
		alice.created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"Let's see.\"}");
		var refused = awaitOnTicket(ticket, "reply", _ -> true);
		assertRefused(refused);
		var message = await().atMost(PATIENCE).until(() -> reply(ticket), SmtpAwayIT::isDecided);
		assertThat(message.at("/delivery/state").asString()).isEqualTo("failed");
		assertThat(message.at("/delivery/reason").asString()).contains(UNKNOWN, REFUSAL);

		var notification = "/api/v1/notifications/" + refused.get("id").asString();
		assertThat(Frontdesk.root().found(notification).get("attempts").asInt()).isEqualTo(1);
		assertThat(Frontdesk.root().post(notification + "/retry", "").status()).isEqualTo(200);
		var again = awaitAttempt(notification, 2);
		assertThat(again.get("state").asString()).isEqualTo("failed");
		assertThat(again.get("reason").asString()).contains(REFUSAL);

		assertThat(Frontdesk.inbox(UNKNOWN)).as("in the mailbox that this opens").isEmpty();
		assertThat(Frontdesk.root().post(notification + "/retry", "").status()).isEqualTo(200);
		var sent = awaitAttempt(notification, 3);
		assertThat(sent.get("state").asString()).isEqualTo("sent");
		assertThat(Frontdesk.inbox(UNKNOWN)).extracting(ReceivedMail::messageId)
				.containsExactly(sent.get("messageId").asString());
		assertThat(awaitOnTicket(ticket, "reply", entry -> entry.get("state").asString().equals("sent")).get("reason")
				.isNull()).isTrue();
		assertThat(reply(ticket).at("/delivery/state").asString()).isEqualTo("sent");
	}

	private static String requester(int number) {
		return "away-%d@example.org".formatted(number);
	}

	private static long raisedAndAnswered(Api alice, String requester) {
		var ticket = alice.created("/api/v1/tickets",
				"{\"requester\": {\"email\": \"%s\"}, \"subject\": \"Is mail away?\", \"message\": \"It seems so.\"}"
						.formatted(requester))
				.get("id")
				.asLong();
		alice.created("/api/v1/tickets/%d/messages".formatted(ticket), "{\"kind\": \"reply\", \"body\": \"It is.\"}");
		return ticket;
	}

	private static List<JsonNode> notifications(long ticket) {
		return Frontdesk.root().all("/api/v1/notifications?ticket=" + ticket);
	}

	private static boolean saysWhyItWaits(JsonNode mail) {
		return mail.get("state").asString().equals("pending")
				&& mail.get("reason").asString("").startsWith("Nobody answers");
	}

	private static JsonNode awaitAttempt(String notification, int attempt) {
		return await().atMost(PATIENCE)
				.until(() -> Frontdesk.root().found(notification), mail -> mail.get("attempts").asInt() == attempt);
	}

	/** Once the outcome of that kind of mail is in the ticket's list. */
	private static JsonNode awaitOnTicket(long ticket, String kind, Predicate<JsonNode> wanted) {
		return await().atMost(PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/tickets/%d/mail".formatted(ticket))
						.stream()
						.filter(entry -> entry.get("kind").asString("").equals(kind))
						.filter(wanted)
						.toList(), entries -> !entries.isEmpty())
				.getFirst();
	}

	private static void assertRefused(JsonNode entry) {
		assertThat(entry.get("to").asString()).isEqualTo(UNKNOWN);
		assertThat(entry.get("state").asString()).isEqualTo("failed");
		assertThat(entry.get("reason").asString()).contains(REFUSAL);
	}

	private static JsonNode reply(long ticket) {
		return Frontdesk.root().found("/api/v1/tickets/%d/messages".formatted(ticket))
				.get("items")
				.valueStream()
				.filter(message -> message.get("kind").asString().equals("reply"))
				.findFirst()
				.orElseThrow();
	}

	private static boolean isDecided(JsonNode reply) {
		return List.of("sent", "failed", "suppressed").contains(reply.at("/delivery/state").asString());
	}

}
